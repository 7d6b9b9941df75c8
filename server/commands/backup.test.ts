import { readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { until } from '#test/servers/embedded.ts'
import { verifyArchive } from './archive/verify-archive.ts'
import { backup } from './backup.ts'
import { createCommandWorld, addressOf, furnish, type CommandWorld } from './command-world.ts'
import { restore } from './restore.ts'
import { spawnCommand } from './spawn-command.ts'

let world: CommandWorld
let organisation = ''
beforeAll(async () => {
  world = await createCommandWorld()
  organisation = await furnish(world)
})
afterAll(() => world[Symbol.asyncDispose]())

const inFolder = (name: string) => join(world.folder, name)
const verify = (file: string) => verifyArchive(file, () => undefined, new AbortController().signal)

it('writes an archive that only its owner may read, without the key, and says where the key is', async () => {
  const terminal = world.terminal()
  await backup(terminal, inFolder('one.tar.gz'), { withKey: false })
  expect((await stat(inFolder('one.tar.gz'))).mode & 0o777).toBe(0o600)
  expect(terminal.said.join('\n')).toContain(`not in the archive. Keep the file ${inFolder('key')} too`)
  const { head, manifest, key } = await verify(inFolder('one.tar.gz'))
  expect([key, head.withKey, head.organisations.map(({ id, name }) => ({ id, name }))]).toEqual([
    null,
    false,
    [{ id: organisation, name: 'Kavrela Coffee' }],
  ])
  expect(manifest.tables.find((table) => table.name === 'publishing_posts')?.rows).toBe(20)
  expect(manifest.files.map((file) => file.sha256 === file.name)).toEqual([true, true])
})

it('brings the key when asked to', async () => {
  await backup(world.terminal(), inFolder('key.tar.gz'), { withKey: true })
  expect((await verify(inFolder('key.tar.gz'))).key).toHaveLength(32)
})

it('overwrites nothing', async () => {
  await writeFile(inFolder('there'), 'mine')
  await writeFile(inFolder('half.partial'), 'of another')
  await expect(backup(world.terminal(), inFolder('there'), { withKey: false })).rejects.toThrow('is not overwritten')
  await expect(backup(world.terminal(), inFolder('half'), { withKey: false })).rejects.toThrow(
    'another back-up is being written',
  )
  await expect(backup(world.terminal(), join(world.folder, 'no', 'such'), { withKey: false })).rejects.toThrow(
    'cannot be written',
  )
})

it('says which files are missing, and is made all the same', async () => {
  await world.query(
    `insert into content_media (organisation_id, id, name, type, width, height, bytes, file, created_at) values ($1, gen_random_uuid(), 'Gone', 'image/png', 1, 1, 1, $2, now())`,
    [organisation, 'f'.repeat(64)],
  )
  const terminal = world.terminal()
  await backup(terminal, inFolder('missing.tar.gz'), { withKey: false })
  await world.query(`delete from content_media where name = 'Gone'`)
  expect(terminal.said.join('\n')).toContain(`${organisation}/${'f'.repeat(64)}`)
})

it('sees one moment while others write', async () => {
  const state = { writing: true, written: 0 }
  const writer = (async () => {
    const client = new pg.Client(world.connection)
    await client.connect()
    for (; state.writing; state.written++) {
      await client.query(
        `select append_events($1, jsonb_build_array(jsonb_build_object('id', gen_random_uuid(), 'at', now(), 'actor_kind', 'system', 'actor_name', 'T', 'verb', 'x.y', 'subject_type', 'post', 'subject_id', gen_random_uuid())))`,
        [organisation],
      )
    }
    await client.end()
  })()
  await until(() => state.written > 20)
  await backup(world.terminal(), inFolder('moment.tar.gz'), { withKey: true })
  const during = state.written
  await until(() => state.written > during + 20)
  state.writing = false
  await writer
  await using copy = await createCommandWorld()
  await restore(copy.terminal(), inFolder('moment.tar.gz'), { hold: false, keyLost: false })
  const [there] = await copy.query<{ last: number; whole: boolean; broken: string | null }>(
    `select max(e.position)::int as last, h.position = max(e.position) as whole, broken_event($1) as broken
     from event_heads h join events e using (organisation_id) group by h.position`,
    [organisation],
  )
  expect(there).toMatchObject({ whole: true, broken: null })
  const [here] = await world.query<{ last: number }>('select max(position)::int as last from events')
  expect(there?.last).toBeLessThan(here?.last ?? 0)
})

it('leaves no archive when it is killed', async () => {
  await world.query(
    `insert into measurement_links (organisation_id, id, code, target, created_at) select $1, gen_random_uuid(), 'c' || n, repeat(md5(n::text), 20), now() from generate_series(1, 30000) n`,
    [organisation],
  )
  const file = inFolder('killed.tar.gz')
  const { child, finished } = spawnCommand(world.env, 'backup', file)
  await until(async () => ((await stat(`${file}.partial`).catch(() => null))?.size ?? 0) > 0)
  child.kill('SIGKILL')
  await finished
  expect((await readdir(world.folder)).filter((name) => name.startsWith('killed'))).toEqual(['killed.tar.gz.partial'])
  await rm(`${file}.partial`)
})

it('tidies up when it is broken off', async () => {
  const file = inFolder('broken.tar.gz')
  const { child, finished } = spawnCommand(world.env, 'backup', file)
  await until(async () => ((await stat(`${file}.partial`).catch(() => null))?.size ?? 0) > 0)
  child.kill('SIGTERM')
  expect(await finished).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('Broken off') })
  expect((await readdir(world.folder)).filter((name) => name.startsWith('broken'))).toEqual([])
})

it('refuses a login from whom row-level security would hide rows', async () => {
  const role = `r${crypto.randomUUID().replaceAll('-', '')}`
  await world.query(
    `create role ${role} login password 'blind-login-1'; grant usage on schema public, identity, installation to ${role}; grant select on all tables in schema public, identity, installation to ${role}`,
  )
  const blind = addressOf({ ...world.connection, user: role, password: 'blind-login-1' })
  const attempt = backup(world.terminal('', { DATABASE_URL: blind }), inFolder('blind.tar.gz'), { withKey: false })
  await expect(attempt).rejects.toThrow(/may not see all rows of .*publishing_posts.*Connect as/)
  await world.query(`drop owned by ${role}; drop role ${role}`)
})

it('refuses a folder without an installation', async () => {
  const empty = world.terminal('', { DATABASE_URL: '', TUTTI_DATA: inFolder('empty') })
  await expect(backup(empty, inFolder('never.tar.gz'), { withKey: false })).rejects.toThrow(
    'There is no installation in',
  )
  expect(await stat(inFolder('empty')).catch(() => null)).toBeNull()
})
