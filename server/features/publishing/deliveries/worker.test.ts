import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, until, type World } from '#test/world.ts'

let world: World
let channelId: string

beforeAll(async () => {
  world = await createWorld({ background: true, config: { delivery: { leaseSeconds: 30, concurrency: 3 } } })
  channelId = (
    await world.admin.call('POST', '/api/v1/channels', { platform: 'newsroom', name: 'Newsroom', settings: {} })
  ).id
})
afterAll(() => world.close())

/** Posts of a year from now that come due in this moment, as the database measures it: to the microsecond. */
async function due(count: number): Promise<void> {
  const plannedAt = new Date(Date.now() + 365 * 86_400_000).toISOString()
  for (let number = 0; number < count; number += 1)
    await world.admin.call('POST', '/api/v1/posts', { channelId, text: `Post ${number}`, plannedAt, timeZone: 'UTC' })
  await world.kernel.database.inOrganisation(world.organisationId, async (db) => {
    await sql`update publishing_deliveries set due_at = clock_timestamp(), next_at = clock_timestamp() where state = 'planned'`.execute(
      db,
    )
    await sql`select pg_notify('tutti_deliveries', '')`.execute(db)
  })
}

const counts = async () => (await world.admin.call('GET', '/api/v1/deliveries?limit=1')).at('counts')

it('carries out what came due between two milliseconds, and more at once than it has places for', async () => {
  await due(20)
  expect(await until(counts, (found) => (found as Record<string, number>)['published'] === 20)).toMatchObject({
    published: 20,
  })
  const attempts = await world.kernel.database.inOrganisation(world.organisationId, (db) =>
    db.selectFrom('publishing_attempts').select(['delivery_id', 'number', 'outcome']).execute(),
  )
  expect(attempts.map(({ number, outcome }) => [number, outcome])).toEqual(attempts.map(() => [1, 'published']))
  expect([attempts.length, new Set(attempts.map((attempt) => attempt.delivery_id)).size]).toEqual([20, 20])
})
