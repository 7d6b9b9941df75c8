import pg from 'pg'
import { expect } from 'vitest'
import { fillEverything, type Everything } from '../fill-everything.ts'
import { createWorld, type Answer, type World } from '../world.ts'

export interface Stored {
  readonly position: string
  readonly actor_kind: string
  readonly actor_id: string | null
  readonly actor_name: string
  readonly verb: string
  readonly subject_type: string
  readonly subject_id: string
  readonly before: Record<string, unknown> | null
  readonly after: Record<string, unknown> | null
}

type Asking = () => Promise<Answer>

/** A filled world whose events are read past all rights, and the routes that were seen to leave theirs. */
export interface Ledger {
  readonly world: World
  readonly filled: Everything
  readonly owner: pg.Client
  readonly done: Set<string>
  /** Asks as the administrator. */
  readonly call: (method: string, path: string, body?: unknown) => Promise<Answer>
  readonly eventsAfter: (position: number, organisationId?: string) => Promise<Stored[]>
  readonly head: (organisationId?: string) => Promise<number>
  /** The first event that was tampered with; null where none was. */
  readonly broken: (organisationId?: string) => Promise<number | null>
  /** Asks for one change and gives the one event that it left. */
  readonly one: (route: string, ask: Asking) => Promise<{ readonly answer: Answer; readonly event: Stored }>
  /** Asks for a change that is several by its nature, and gives its events: just these, in this order. */
  readonly several: (
    route: string,
    verbs: readonly string[],
    ask: Asking,
  ) => Promise<{ readonly answer: Answer; readonly events: readonly Stored[] }>
  readonly close: () => Promise<void>
}

export async function openLedger(): Promise<Ledger> {
  const world = await createWorld()
  const filled = await fillEverything(world)
  const owner = new pg.Client(world.connection)
  await owner.connect()
  await owner.query(`set app.maintenance = 'on'`)
  const done = new Set<string>()
  const number = async (query: string, organisationId: string) =>
    (await owner.query<{ found: number | null }>(query, [organisationId])).rows[0]?.found ?? null
  const eventsAfter: Ledger['eventsAfter'] = async (position, organisationId = world.organisationId) =>
    (
      await owner.query<Stored>('select * from events where organisation_id = $1 and position > $2 order by position', [
        organisationId,
        position,
      ])
    ).rows
  const head = async (organisationId = world.organisationId) =>
    (await number('select max(position)::int as found from events where organisation_id = $1', organisationId)) ?? 0
  const asked = async (route: string, ask: Asking) => {
    done.add(route)
    const from = await head()
    const answer = await ask()
    expect({ route, status: answer.status, refused: answer.at('code') }).toEqual({
      route,
      status: expect.toSatisfy((status: number) => status < 300),
      refused: undefined,
    })
    const events = await eventsAfter(from)
    return { answer, events, verbs: events.map((event) => event.verb) }
  }
  return {
    world,
    filled,
    owner,
    done,
    call: (method, path, body) => world.admin.call(method, `/api/v1/${path}`, body),
    eventsAfter,
    head,
    broken: (organisationId = world.organisationId) => number('select broken_event($1)::int as found', organisationId),
    one: async (route, ask) => {
      const { answer, events, verbs } = await asked(route, ask)
      expect([route, verbs]).toEqual([route, [expect.stringMatching(/^[a-z-]+\.[a-z-]+$/)]])
      return { answer, event: events[0] as Stored }
    },
    several: async (route, wanted, ask) => {
      const { answer, events, verbs } = await asked(route, ask)
      expect([route, verbs]).toEqual([route, wanted])
      return { answer, events }
    },
    close: async () => {
      await owner.end()
      await world.close()
    },
  }
}
