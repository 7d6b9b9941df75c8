import { chmod, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createFileStore } from '#server/kernel/files/store.ts'
import { createCommandWorld, furnish, storedFiles, type CommandWorld, type Terminal } from './command-world.ts'
import { doctor } from './doctor.ts'

let world: CommandWorld
let organisation = ''
beforeAll(async () => {
  world = await createCommandWorld()
  organisation = await furnish(world)
  await world.query(
    `insert into publishing_workers (id, started_at, beat_at) values (gen_random_uuid(), now(), now() + interval '1 hour')`,
  )
})
afterAll(() => world[Symbol.asyncDispose]())

/** The problems that it tells. */
async function problems(terminal: Terminal = world.terminal(), audit = false): Promise<string[]> {
  const verdict = await doctor(terminal, { audit }).then(
    () => 'healthy',
    (error: Error) => error.message,
  )
  const found = terminal.printed.filter((line) => line.startsWith('problem'))
  expect(verdict).toBe(
    found.length === 0 ? 'healthy' : `${found.length} problem${found.length === 1 ? '' : 's'} found.`,
  )
  return found
}

it('finds nothing wrong where nothing is', async () => {
  const terminal = world.terminal()
  expect(await problems(terminal, true)).toEqual([])
  expect(terminal.printed.join('\n')).toMatch(
    /ok +Files: 2 files.*ok|ok +Row-level security: It is on and forced for all \d+ tables/s,
  )
})

it('names all wrong settings', async () => {
  const found = await problems(world.terminal('', { PORT: 'many', TUTTI_ROLE: 'boss' }))
  expect(found.map((line) => /PORT|TUTTI_ROLE/.exec(line)?.[0])).toEqual(['PORT', 'TUTTI_ROLE'])
})

it('finds a database that cannot be reached, or does not let us in', async () => {
  expect(await problems(world.terminal('', { DATABASE_URL: 'postgresql://a:b@127.0.0.1:1/x' }))).toEqual([
    expect.stringContaining('cannot be reached'),
  ])
  const stranger = (world.env['DATABASE_URL'] ?? '').replace(/:[^:@]+@/, ':wrong@')
  expect(await problems(world.terminal('', { DATABASE_URL: stranger }))).toEqual([
    expect.stringContaining('password authentication failed'),
  ])
})

it('finds a table without row-level security', async () => {
  await world.query(
    'alter table publishing_posts no force row level security; alter table events disable row level security',
  )
  expect(await problems()).toEqual([expect.stringContaining('off or not forced for events, publishing_posts')])
  await world.query(
    'alter table publishing_posts force row level security; alter table events enable row level security',
  )
})

it('finds a missing and a changed file', async () => {
  const store = createFileStore(join(world.folder, 'files'))
  const [first, second] = await storedFiles(world)
  const path = (name = '') => join(world.folder, 'files', organisation, name.slice(0, 2), name)
  const [kept, other] = [
    await store.read(organisation, first?.name ?? ''),
    await store.read(organisation, second?.name ?? ''),
  ]
  await rm(path(first?.name))
  await writeFile(path(second?.name), 'something else')
  expect(await problems()).toEqual([
    expect.stringMatching(`1 missing: ${organisation}/${first?.name}; 1 damaged: ${organisation}/${second?.name}`),
  ])
  for (const content of [kept, other]) await store.put(organisation, content ?? Buffer.alloc(0), { mostBytes: 1000 })
  expect(await problems()).toEqual([])
})

it('finds migrations that were not applied, and a key that others may read', async () => {
  const [last] = await world.query<{ name: string; hash: string }>(
    'delete from installation.migrations where name = (select max(name) from installation.migrations) returning name, hash',
  )
  await chmod(join(world.folder, 'key'), 0o644)
  const found = await problems()
  expect(found).toEqual([
    expect.stringContaining('chmod 600'),
    expect.stringContaining(`Not applied yet: ${last?.name}`),
    expect.stringContaining('does not open'),
  ])
  await chmod(join(world.folder, 'key'), 0o600)
  await world.query('insert into installation.migrations (name, hash) values ($1, $2)', [last?.name, last?.hash])
})

it('finds deliveries that nobody looks after', async () => {
  await world.query(`update publishing_workers set beat_at = now() - interval '5 minutes'`)
  await world.query(
    `update publishing_deliveries set next_at = now() - interval '10 minutes' where id = (select id from publishing_deliveries limit 1)`,
  )
  expect(await problems()).toEqual([
    expect.stringContaining('No worker'),
    expect.stringContaining('1 due for more than a minute'),
  ])
  await world.query(`update publishing_workers set beat_at = now() + interval '1 hour'`)
  await world.query(`update publishing_deliveries set next_at = due_at`)
})

it('tells the first event that was tampered with, only when asked to look', async () => {
  const restoreEvent = `update events set actor_name = 'T' where position = 7`
  await world.query(`update events set actor_name = 'Somebody else' where position = 7`)
  expect(await problems()).toEqual([])
  expect(await problems(world.terminal(), true)).toEqual([
    expect.stringMatching(/Events of Kavrela Coffee: .* from position 7 on/),
  ])
  await world.query(restoreEvent)
  expect(await problems(world.terminal(), true)).toEqual([])
  await world.query(`delete from events where position = (select max(position) from events)`)
  expect(await problems(world.terminal(), true)).toEqual([expect.stringMatching(/from position 32 on/)])
})
