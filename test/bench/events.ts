import { startFleet } from '../fleet/fleet.ts'
import { withThrowAwayDatabase } from '../fleet/throw-away-database.ts'
import { openInside } from './calendar-inside.ts'
import { percentile } from './figures.ts'
import { analyse, asOwner } from './seed.ts'

const DAY_MS = 86_400_000
const BATCH = 10_000

/** Of so many events these are by a rare person, with a rare verb, and hold a rare word. */
const RARE_EVERY = 50_000

export interface EventsFigures {
  /** The slowest tenth of a twentieth of each kind of request, in milliseconds inside the server. */
  readonly p95: Readonly<Record<string, number>>
  readonly appendedPerSecond: number
  readonly verifiedPerSecond: number
  /** From the first request to the last page of a search for a word that stands in twenty events. */
  readonly wholeSearchMs: number
}

/** How quickly a log of `total` events over two years is read, searched and verified. */
export function measureEvents(total: number): Promise<EventsFigures> {
  return withThrowAwayDatabase(async (connection) => {
    const fleet = await startFleet({ connection })
    try {
      const organisationId = String((await fleet.call('GET', 'organisation')).body['id'])
      const people = Array.from({ length: 40 }, () => crypto.randomUUID())
      const rare = crypto.randomUUID()
      const from = Date.now() - 730 * DAY_MS
      const began = performance.now()
      await asOwner(connection, async (client) => {
        for (let start = 0; start < total; start += BATCH)
          await client.query(SEED, [
            organisationId,
            start,
            Math.min(BATCH, total - start),
            people,
            rare,
            new Date(from),
            total,
            RARE_EVERY,
          ])
      })
      const appendedPerSecond = total / ((performance.now() - began) / 1000)
      await analyse(connection)
      const inside = await openInside(connection)
      const ask = async (path: string): Promise<Answer> => {
        const init = { headers: { authorization: `Bearer ${fleet.key}` } }
        return (await (await inside.fetch(new Request(`${fleet.url}/api/v1/${path}`, init))).json()) as Answer
      }
      const month = `from=${new Date(from + 300 * DAY_MS).toISOString()}&to=${new Date(from + 330 * DAY_MS).toISOString()}`
      const record = (await ask('events?verb=goal.changed&limit=1')).items[0]?.subject.id ?? ''
      const paths: Readonly<Record<string, string>> = {
        newest: 'events',
        'a month': `events?${month}`,
        'a person': `events?actorId=${people[3]}`,
        'a rare person': `events?actorId=${rare}`,
        'a verb': 'events?verb=post.moved',
        'a rare verb': 'events?verb=stop.started',
        'a record': `events?subjectType=goal&subjectId=${record}`,
        'a room': 'events?room=strategy',
        'person, verb and month': `events?actorId=${people[3]}&verb=post.moved&${month}`,
        'person and verb that never meet': `events?actorId=${people[3]}&verb=stop.started`,
        'a common word': 'events?text=harvest',
        'a rare word': 'events?text=quinquennial',
        choices: 'audit/choices',
      }
      const p95: Record<string, number> = {}
      for (const [name, path] of Object.entries(paths)) p95[name] = percentile(await time(40, () => ask(path)), 0.95)
      const wholeSearchMs = await searchAll(ask)
      await inside.close()
      const verified = performance.now()
      await asOwner(connection, (client) => client.query('select broken_event($1)', [organisationId]))
      const verifiedPerSecond = total / ((performance.now() - verified) / 1000)
      return { p95, appendedPerSecond, verifiedPerSecond, wholeSearchMs }
    } finally {
      await fleet.close()
    }
  })
}

interface Answer {
  readonly items: readonly { readonly subject: { readonly id: string } }[]
  readonly nextCursor: string | null
}

async function searchAll(ask: (path: string) => Promise<Answer>): Promise<number> {
  const began = performance.now()
  let cursor: string | null = null
  do {
    const path: string = `events?text=quinquennial${cursor === null ? '' : `&cursor=${cursor}`}`
    cursor = (await ask(path)).nextCursor
  } while (cursor !== null)
  return performance.now() - began
}

/** Events as use leaves them: ten verbs of six kinds of record, forty people, before and after with a text in it. */
const SEED = `
  select append_events($1, (select jsonb_agg(jsonb_build_object(
    'id', gen_random_uuid(), 'at', $6::timestamptz + (n::float8 / $7) * interval '730 days', 'actor_kind', 'person',
    'actor_id', case when n % $8 = 7 then $5::uuid else ($4::uuid[])[1 + n % 40] end, 'actor_name', 'Person ' || n % 40,
    'verb', case when n % $8 = 9 then 'stop.started' else (array['post.created','post.moved','post.changed','delivery.published','delivery.published','goal.changed','piece.changed','campaign.changed','objective.changed','variant.set'])[1 + (n * 7) % 10] end,
    'subject_type', (array['post','post','post','delivery','delivery','goal','piece','campaign','objective','piece'])[1 + (n * 7) % 10],
    'subject_id', ('00000000-0000-4000-8000-' || lpad(to_hex((n::bigint * 7919) % 100000), 12, '0'))::uuid, 'subject_title', 'Record ' || n % 100000,
    'before', jsonb_build_object('title', 'Record ' || n % 100000, 'description', repeat('From tree to cup, slowly. ', 6)),
    'after', jsonb_build_object('title', 'Record ' || n % 100000, 'description', repeat('From tree to cup, slowly. ', 5) || case when n % $8 = 11 then 'quinquennial' when n % 50 = 1 then 'harvest' else 'season' end)))
    from generate_series($2::int, $2::int + $3::int - 1) n))`

async function time(rounds: number, work: () => Promise<Answer>): Promise<number[]> {
  const figures: number[] = []
  for (let round = 0; round < rounds + 5; round += 1) {
    const began = performance.now()
    await work()
    if (round >= 5) figures.push(performance.now() - began)
  }
  return figures
}
