import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { eraseNotices } from '#server/features/organisation/index.ts'
import { eraseAttempts } from '#server/features/publishing/index.ts'
import type { Clock } from '#server/kernel/clock.ts'
import { systemClock } from '#server/kernel/clock.ts'
import { fillWorld, type Filled } from '#test/fill-world.ts'
import { addPerson } from '#test/second-organisation.ts'
import { createWorld, type World } from '#test/world.ts'
import { eraseExpired } from './erase-expired.ts'

const DAY_MS = 86_400_000
let world: World
let filled: Filled
let owner: pg.Client
let ahead = 0
const clock: Clock = { ...systemClock, now: () => new Date(Date.now() + ahead) }

beforeAll(async () => {
  world = await createWorld({ clock })
  filled = await fillWorld(world)
  owner = new pg.Client(world.connection)
  await owner.connect()
  await owner.query(`set app.maintenance = 'on'`)
})
beforeEach(() => {
  ahead = 0
})
afterAll(async () => {
  await owner.end()
  await world.close()
})

const erase = () => eraseExpired(world.kernel, { notices: eraseNotices, attempts: eraseAttempts })
const keep = (kind: string, days: number | null) => world.admin.call('PUT', '/api/v1/audit/retention', { kind, days })
const history = (type: string, id: string) =>
  world.admin.call('GET', `/api/v1/events?subjectType=${type}&subjectId=${id}`)
const holds = async () => (await world.admin.call('POST', '/api/v1/audit/verifications')).at('broken')

it('keeps everything for ever until somebody says otherwise, and records who said so', async () => {
  ahead = 4000 * DAY_MS
  await erase()
  expect((await history('goal', filled.goalId)).at('items.0.erased')).toBe(false)
  expect((await keep('events.goal', 29)).status).toBe(422)
  expect((await keep('events.retention', 30)).status).toBe(422)
  const officer = await addPerson(world, 'officer')
  const refused = await officer.call('PUT', '/api/v1/audit/retention', { kind: 'events.goal', days: 30 })
  expect([refused.status, refused.at('params.action')]).toEqual([403, 'retention.change'])
  await keep('events.goal', 90)
  await keep('events.goal', 60)
  const changed = await world.admin.call('GET', '/api/v1/events?verb=retention.changed')
  expect([changed.at('items.0.before'), changed.at('items.0.after')]).toEqual([
    { kind: 'events.goal', days: 90 },
    { kind: 'events.goal', days: 60 },
  ])
  await keep('events.goal', null)
})

it('erases what events of a kind say once its days are over; that it happened stays, and the chain holds', async () => {
  await keep('events.campaign', 30)
  ahead = 29 * DAY_MS
  await erase()
  expect((await history('campaign', filled.campaignId)).at('items.0.erased')).toBe(false)
  ahead = 31 * DAY_MS
  await erase()
  const gone = await history('campaign', filled.campaignId)
  expect(gone.at('items.0')).toMatchObject({
    erased: true,
    verb: 'campaign.created',
    actor: { name: 'Test' },
    subject: { id: filled.campaignId, title: null },
    before: null,
    after: null,
  })
  expect((await history('goal', filled.goalId)).at('items.0.erased')).toBe(false)
  const told = await world.admin.call('GET', '/api/v1/events?verb=retention.erased')
  expect(told.at('items.0')).toMatchObject({
    actor: { kind: 'system' },
    after: { kind: 'events.campaign', count: 1, digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
  })
  expect(await holds()).toBeNull()
  // A second turn finds nothing more to erase.
  await erase()
  expect((await world.admin.call('GET', '/api/v1/events?verb=retention.erased')).at('items')).toHaveLength(1)
})

it('leaves what a legal hold keeps, by record and by period, until the hold is lifted', async () => {
  const make = async (title: string) =>
    (
      await world.admin.call('POST', '/api/v1/objectives', {
        title,
        perspective: 'customer',
        startsOn: '2027-01-01',
        endsOn: '2027-02-01',
      })
    ).id
  const [held, free] = [await make('Held'), await make('Free')]
  const place = (body: unknown) => world.admin.call('POST', '/api/v1/audit/holds', body)
  const hold = await place({ reason: 'Case 12', subject: { type: 'objective', id: held } })
  expect([hold.status, hold.at('subject.title'), hold.at('placedBy')]).toEqual([201, 'Held', 'Test'])
  ahead = 40 * DAY_MS
  const late = await make('Late')
  const from = new Date(Date.now() + 39 * DAY_MS).toISOString()
  const period = await place({
    reason: 'Audit of the winter',
    from,
    until: new Date(Date.now() + 41 * DAY_MS).toISOString(),
  })
  await keep('events.objective', 30)
  ahead = 100 * DAY_MS
  await erase()
  const erased = async (id: string) => (await history('objective', id)).at('items.0.erased')
  expect([await erased(held), await erased(free), await erased(late)]).toEqual([false, true, false])
  const lift = (id: string) => world.admin.call('POST', `/api/v1/audit/holds/${id}/lift`, { reason: 'Settled' })
  const lifted = await lift(hold.id)
  expect(lifted.at('lifted')).toMatchObject({ by: 'Test', reason: 'Settled' })
  expect((await lift(hold.id)).at('lifted')).toEqual(lifted.at('lifted'))
  await erase()
  expect([await erased(held), await erased(late)]).toEqual([true, false])
  await lift(period.id)
  await erase()
  expect([await erased(late), await holds()]).toEqual([true, null])
  const listed = await world.admin.call('GET', '/api/v1/audit/holds')
  expect((listed.at('items') as { lifted: unknown }[]).every((one) => one.lifted !== null)).toBe(true)
})

it('keeps a post with its deliveries under one hold, and refuses a hold on nothing', async () => {
  const place = (body: unknown) => world.admin.call('POST', '/api/v1/audit/holds', body)
  await place({ reason: 'Case 13', subject: { type: 'post', id: filled.postId } })
  await owner.query(
    `select append_events($1, jsonb_build_array(jsonb_build_object('id', gen_random_uuid(), 'at', now(), 'actor_kind', 'system', 'actor_name', 'Tutti', 'verb', 'delivery.held', 'subject_type', 'delivery', 'subject_id', (select id from publishing_deliveries where post_id = $2), 'after', jsonb_build_object('state', 'held'))))`,
    [world.organisationId, filled.postId],
  )
  await keep('events.delivery', 30)
  ahead = 100 * DAY_MS
  await erase()
  expect((await world.admin.call('GET', '/api/v1/events?subjectType=delivery')).at('items.0.erased')).toBe(false)
  expect((await place({ reason: 'Nothing' })).status).toBe(422)
  const unknown = await place({ reason: 'Nobody', subject: { type: 'post', id: crypto.randomUUID() } })
  expect([unknown.status, unknown.at('fields.0.path')]).toEqual([422, 'subject.id'])
  const reversed = await place({ reason: 'Back', from: '2027-02-01T00:00:00Z', until: '2027-01-01T00:00:00Z' })
  expect([reversed.status, reversed.at('code')]).toEqual([422, 'time.order'])
})

it('erases notices and attempts after their days as well, and counts them', async () => {
  await owner.query(
    `insert into organisation_notices (organisation_id, id, person_id, kind, subject_type, subject_id, created_at) select $1, gen_random_uuid(), $2, 'approval.asked', 'goal', $3, now() from generate_series(1, 3)`,
    [world.organisationId, world.personId, filled.goalId],
  )
  await owner.query(
    `with ended as (update publishing_deliveries set state = 'published' where post_id <> $2 or true returning organisation_id, id)
     insert into publishing_attempts (organisation_id, delivery_id, number, kind, fence, started_at, ended_at, outcome) select $1, id, 90, 'send', 90, now(), now(), 'published' from ended`,
    [world.organisationId, filled.postId],
  )
  await keep('notices', 30)
  await keep('attempts', 30)
  ahead = 31 * DAY_MS
  await erase()
  const { rows } = await owner.query<{ notices: string; attempts: string }>(
    'select (select count(*) from organisation_notices) as notices, (select count(*) from publishing_attempts) as attempts',
  )
  // The post is still under its hold.
  expect(rows[0]).toEqual({ notices: '0', attempts: '1' })
  const told = await world.admin.call('GET', '/api/v1/events?verb=retention.erased&text=notices')
  expect(told.at('items.0.after')).toMatchObject({ kind: 'notices', count: 3 })
})

it('lets the server erase nothing for which there is no rule, and nothing that the log says of itself', async () => {
  for (const type of ['piece', 'retention'])
    await expect(
      world.kernel.database.inOrganisation(world.organisationId, (db) =>
        sql`select * from erase_event_contents(${world.organisationId}, ${crypto.randomUUID()}, ${type}, now(), 10)`.execute(
          db,
        ),
      ),
    ).rejects.toThrow(/may not be erased/)
})
