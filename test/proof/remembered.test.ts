import { afterAll, beforeAll, expect, it } from 'vitest'
import { executiveHome } from '#server/features/measurement/homes/executive-home.ts'
import { showCascade } from '#server/features/strategy/cascade/show-cascade.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { change } from '#server/kernel/events/change.ts'
import { UNBOUND } from '#server/kernel/facts.ts'
import { createWorld, type World } from '../world.ts'

/** What a server remembers of the cascade and of the executive's home is what one without any memory reads. */

let time = Date.parse('2026-11-22T10:00:00Z')
let world: World
let actor: Actor
let channelId: string
let linkId: string
beforeAll(async () => {
  let next = 0
  const newId = () => `01a20000-0000-7000-8000-${(next += 1).toString(16).padStart(12, '0')}`
  world = await createWorld({ clock: { now: () => new Date(time), newId } })
  channelId = await made('channels', { platform: 'newsroom', name: 'Newsroom', settings: {} })
  const { organisationId, personId } = world
  linkId = newId()
  await world.kernel.database.inOrganisation(organisationId, (db) =>
    db
      .insertInto('measurement_links')
      .values({
        organisation_id: organisationId,
        id: linkId,
        code: 'harvest',
        target: 'https://kavrela.example/',
        created_at: new Date(time),
      })
      .execute(),
  )
  actor = {
    kind: 'person',
    id: personId,
    personId,
    name: 'Ada',
    organisationId,
    role: 'administrator',
    scopes: null,
    facts: UNBOUND,
    language: 'en',
    timeZone: 'UTC',
    sessionId: null,
  }
})
afterAll(() => world.close())

async function made(path: string, body: object): Promise<string> {
  const answer = await world.admin.call('POST', `/api/v1/${path}`, body)
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return answer.id
}

/** Numbers that look random and are the same in every run (mulberry32). */
function dice(seed: number) {
  let state = seed
  return (sides: number) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides
  }
}

const often = <Step>(times: number, step: Step): Step[] => Array.from({ length: times }, () => step)
const KPIS = ['clicks', 'clicks', 'clicks', 'conversions', 'posts-published', 'engagements'] as const
const days = { startsOn: '2026-09-01', endsOn: '2027-03-31' }

/** A made-up organisation at work: each step is one thing that somebody does. */
function work(roll: (sides: number) => number) {
  const known: Record<string, string[]> = { objectives: [], goals: [], campaigns: [], plans: [], tasks: [], posts: [] }
  const clicks: string[] = []
  const one = (kind: string) => known[kind]?.[roll(known[kind].length)] ?? null
  const some = (kind: string) => [...new Set([one(kind), one(kind)])].filter((id) => id !== null)
  // Few of each kind, so that most of them have to do with each other.
  const add = async (kind: string, body: object) => {
    if ((known[kind]?.length ?? 0) >= (kind === 'posts' ? 12 : 3)) return
    const { status, id } = await world.admin.call('POST', `/api/v1/${kind}`, body)
    if (status === 201) known[kind]?.push(id)
  }
  const number = () => 1 + roll(900)
  const perspective = () => (['financial', 'customer'] as const)[roll(2)]
  const patch = async (kind: string, fields: () => object) => {
    const id = one(kind)
    // What may not be changed (a post that is out) is refused: that is a step, too.
    if (id !== null) await world.admin.call('PATCH', `/api/v1/${kind}/${id}`, fields())
  }
  const remove = async (kind: string, back: boolean) => {
    const id = one(kind)
    if (id === null) return
    const removed = await world.admin.call('DELETE', `/api/v1/${kind}/${id}`)
    if (removed.status !== 200) return
    if (back) await world.admin.call('POST', `/api/v1/${kind}/${id}/restoration`)
    else known[kind] = known[kind]?.filter((each) => each !== id) ?? []
  }
  const steps: readonly (() => Promise<unknown>)[] = [
    () => add('objectives', { title: `Objective ${number()}`, perspective: perspective(), ...days }),
    () => patch('objectives', () => ({ title: `Objective ${number()}`, perspective: perspective() })),
    () => patch('objectives', () => ({ endsOn: roll(2) === 0 ? '2026-09-20' : '2027-04-01' })),
    () => remove('objectives', roll(3) > 0),
    () => add('goals', goal()),
    () => add('goals', goal()),
    () => patch('goals', () => ({ objectiveIds: some('objectives') })),
    () => patch('goals', () => ({ title: `Goal ${number()}`, target: number() })),
    () => patch('goals', () => ({ startsOn: `2026-0${1 + roll(9)}-02` })),
    () => remove('goals', roll(3) > 0),
    () => add('campaigns', { title: `Campaign ${number()}`, goalIds: some('goals'), ...days }),
    () => patch('campaigns', () => ({ goalIds: some('goals') })),
    () => patch('campaigns', () => ({ title: `Campaign ${number()}` })),
    () => add('plans', plan()),
    () => patch('plans', () => ({ goalIds: some('goals'), title: `Plan ${number()}` })),
    () => remove('plans', roll(2) === 0),
    () => add('tasks', task()),
    () => patch('tasks', () => ({ hoursActual: roll(9), planId: one('plans') })),
    () => remove('tasks', false),
    () => add('posts', post()),
    () => add('posts', post()),
    ...often(4, () => patch('posts', () => ({ campaignId: one('campaigns') }))),
    () => publish(one('posts')),
    ...often(6, () => click(one('posts'))),
    () => sell(),
    async () => (time += 40 * 60_000),
    async () => roll(4) === 0 && (time += 24 * 3_600_000),
  ]
  const goal = () => ({
    title: `Goal ${number()}`,
    kpi: KPIS[roll(KPIS.length)],
    target: 1 + roll(6),
    objectiveIds: some('objectives'),
    startsOn: '2026-11-01',
    dueOn: '2027-01-31',
  })
  const plan = () => ({
    level: 'tactical',
    title: `Plan ${number()}`,
    goalIds: some('goals'),
    objectiveIds: some('objectives').slice(0, 1),
    askedBudget: `${number()}`,
    ...days,
  })
  const task = () => ({
    title: `Task ${number()}`,
    hoursPlanned: 1 + roll(8),
    hoursActual: roll(9),
    dueOn: '2026-12-01',
    ...[{ planId: one('plans') }, { goalId: one('goals') }, { campaignId: one('campaigns') }][roll(3)],
  })
  const post = () => ({
    channelId,
    campaignId: roll(3) === 0 ? null : one('campaigns'),
    text: `Post ${number()}`,
    plannedAt: `2026-12-${10 + roll(20)}T12:00`,
    timeZone: 'UTC',
  })
  const { organisationId } = world
  /** As a worker settles a delivery: its row and its event in one transaction. */
  const publish = (id: string | null) =>
    change(world.kernel, actor, async ({ db, record }) => {
      const row = await db
        .updateTable('publishing_deliveries')
        .set({ state: 'published', published_at: new Date(time - roll(40) * 86_400_000) })
        .where('organisation_id', '=', organisationId)
        .where('post_id', '=', id)
        .returning('id')
        .executeTakeFirst()
      if (row !== undefined)
        record({ verb: 'delivery.published', subject: { type: 'delivery', id: row.id }, before: null, after: null })
    })
  /** As a short link writes it: no event. */
  const click = async (postId: string | null) => {
    const id = world.kernel.clock.newId()
    await world.kernel.database.inOrganisation(organisationId, (db) =>
      db
        .insertInto('measurement_clicks')
        .values({
          organisation_id: organisationId,
          id,
          link_id: linkId,
          post_id: postId,
          at: new Date(time),
          visitor: id,
          robot: roll(5) === 0,
        })
        .execute(),
    )
    clicks.push(id)
  }
  const sell = async () => {
    const clickId = clicks[roll(clicks.length)]
    if (clickId === undefined) return
    const currency = roll(4) === 0 ? 'USD' : 'EUR'
    await world.admin.call('POST', '/api/v1/conversions', { value: `${number()}`, currency, clickId })
  }
  return () => steps[roll(steps.length)]?.()
}

async function read(kernel: Kernel) {
  return {
    cascade: await showCascade(kernel, actor, { limit: 100 }),
    month: await executiveHome(kernel, actor, { period: 'month' }),
    year: await executiveHome(kernel, actor, { period: 'year' }),
  }
}

it.each([1, 2])('reads the same with and without a memory, whatever is done (%i)', async (seed) => {
  const step = work(dice(seed))
  for (let place = 0; place < 120; place += 1) {
    await step()
    if (place % 3 !== 0) continue
    const remembered = await read(world.kernel)
    const anew = await read({ ...world.kernel, database: { ...world.kernel.database } })
    expect(inOrder(remembered), `step ${place}`).toEqual(inOrder(anew))
  }
})

/** Flows and results of the same size may come in any order. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map(inOrder).sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, own]) => [name, inOrder(own)]))
}
