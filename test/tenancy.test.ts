import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { SERVER_ROLE } from '#server/kernel/database/server-role.ts'
import { fillEverything } from './fill-everything.ts'
import { createWorld, type World } from './world.ts'

let world: World
let owner: pg.Client

beforeAll(async () => {
  world = await createWorld()
  await fillEverything(world)
  owner = new pg.Client(world.connection)
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await world.close()
})

interface Table {
  readonly name: string
  readonly secured: boolean
  readonly forced: boolean
  readonly first: string | null
}

async function tables(): Promise<Table[]> {
  const { rows } = await owner.query<Table>(`
    select c.relname as name, c.relrowsecurity as secured, c.relforcerowsecurity as forced,
      (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0] where i.indrelid = c.oid and i.indisprimary) as first
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`)
  return rows
}

it('secures every table by row, for its owner too, and begins every primary key with the organisation', async () => {
  const all = await tables()
  expect(all.length).toBeGreaterThan(20)
  expect(all.filter((table) => !table.secured || !table.forced || table.first !== 'organisation_id')).toEqual([])
})

it('shows a stranger nothing of any table, whatever it asks for', async () => {
  const filled: string[] = []
  for (const { name } of await tables()) {
    const { rows } = await owner.query<{ count: number }>(`select count(*)::int as count from ${name}`)
    if ((rows[0]?.count ?? 0) > 0) filled.push(name)
    const strangers = await asServer(crypto.randomUUID(), (client) => client.query(`select * from ${name}`))
    expect(strangers.rows, name).toEqual([])
  }
  expect(filled.length).toBeGreaterThan(55)
})

it('shows nothing at all to a transaction that has not said whose it is', async () => {
  for (const { name } of await tables()) {
    const found = await asServer(null, (client) => client.query(`select * from ${name}`))
    expect(found.rows, name).toEqual([])
  }
})

it('lets a stranger change and delete nothing, and add nothing in the name of another', async () => {
  for (const { name } of await tables()) {
    if (name === 'events') continue
    const changed = await asServer(crypto.randomUUID(), (client) =>
      client.query(`update ${name} set organisation_id = organisation_id`),
    )
    const deleted = await asServer(crypto.randomUUID(), (client) => client.query(`delete from ${name}`))
    expect([changed.rowCount, deleted.rowCount], name).toEqual([0, 0])
  }
  await expect(
    asServer(crypto.randomUUID(), (client) =>
      client.query(`insert into event_heads values ('${crypto.randomUUID()}', 1, '')`),
    ),
  ).rejects.toThrow(/row-level security/)
})

it('lets the server neither change nor delete an event', async () => {
  await expect(
    asServer(world.organisationId, (client) => client.query(`update events set verb = 'x.y'`)),
  ).rejects.toThrow(/permission denied/)
  await expect(asServer(world.organisationId, (client) => client.query('delete from events'))).rejects.toThrow(
    /permission denied/,
  )
})

it('shows by a tampered event that the chain is broken, and where', async () => {
  const { rows: before } = await owner.query<{ broken: number | null }>('select broken_event($1)::int as broken', [
    world.organisationId,
  ])
  expect(before[0]?.broken).toBeNull()
  await owner.query('begin')
  await owner.query(`set local app.maintenance = 'on'`)
  await owner.query(`update events set actor_name = 'Somebody else' where organisation_id = $1 and position = 2`, [
    world.organisationId,
  ])
  const { rows: after } = await owner.query<{ broken: number | null }>('select broken_event($1)::int as broken', [
    world.organisationId,
  ])
  await owner.query('rollback')
  expect(after[0]?.broken).toBe(2)
})

async function asServer<T>(organisationId: string | null, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...world.connection, options: `-c role=${SERVER_ROLE}` })
  await client.connect()
  try {
    await client.query('begin')
    if (organisationId !== null)
      await client.query(`select set_config('app.organisation_id', $1, true)`, [organisationId])
    return await work(client)
  } finally {
    await client.query('rollback').catch(() => undefined)
    await client.end()
  }
}
