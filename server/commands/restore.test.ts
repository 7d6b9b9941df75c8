import { cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createFileStore } from '#server/kernel/files/store.ts'
import { until } from '#test/servers/embedded.ts'
import { backup } from './backup.ts'
import { createCommandWorld, fingerprints, furnish, found, storedFiles, type CommandWorld } from './command-world.ts'
import { restore } from './restore.ts'
import { spawnCommand } from './spawn-command.ts'

const plain = { hold: false, keyLost: false } as const

let world: CommandWorld
let archive = ''
let folder = ''
beforeAll(async () => {
  world = await createCommandWorld()
  await furnish(world)
  folder = await mkdtemp(join(tmpdir(), 'tutti-archives-'))
  archive = join(folder, 'backup.tar.gz')
  await backup(world.terminal(), archive, { withKey: false })
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})

const copyKey = (to: CommandWorld) => cp(join(world.folder, 'key'), join(to.folder, 'key'))
const isFresh = async (copy: CommandWorld) => {
  const prints = Object.entries(await fingerprints(copy))
  return prints.filter(([, print]) => print !== '0 ').map(([name]) => name)
}

it('brings every row and every file back as it was, and records that it did', async () => {
  await using copy = await createCommandWorld()
  await copyKey(copy)
  const terminal = copy.terminal()
  await restore(terminal, archive, plain)
  expect(terminal.printed.join()).toContain('2 files')
  const [event] = await copy.query(
    `delete from events where verb = 'organisation.restored' returning position, after ->> 'backedUpAt' as at`,
  )
  await copy.query(
    `update event_heads h set position = e.position, hash = e.hash, at = e.at from events e where e.organisation_id = h.organisation_id and e.position = $1`,
    [Number(event?.['position']) - 1],
  )
  expect(await fingerprints(copy)).toEqual(await fingerprints(world))
  const files = await storedFiles(world)
  const restored = createFileStore(join(copy.folder, 'files'))
  expect(await storedFiles(copy)).toEqual(files)
  expect(String(await restored.read(files[0]?.organisationId ?? '', files[0]?.name ?? ''))).toMatch(
    /a picture|ein zweites Bild/,
  )
})

it('binds even the owner to row-level security again', async () => {
  await using copy = await createCommandWorld()
  await copyKey(copy)
  await restore(copy.terminal(), archive, plain)
  const loose = `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and not (relrowsecurity and relforcerowsecurity)`
  expect(await copy.query(loose)).toEqual([])
})

it('refuses an installation in use, and changes nothing there', async () => {
  await using used = await createCommandWorld()
  await found(used)
  await cp(join(world.folder, 'key'), join(used.folder, 'key'), { force: true })
  const before = await fingerprints(used)
  await expect(restore(used.terminal(), archive, plain)).rejects.toThrow(
    /in use \(Kavrela Coffee\).*empty folder with TUTTI_DATA/,
  )
  expect(await fingerprints(used)).toEqual(before)
})

it.each([
  ['one byte changed near the beginning', (bytes: Buffer) => flip(bytes, 40)],
  ['one byte changed in the middle', (bytes: Buffer) => flip(bytes, Math.floor(bytes.length / 2))],
  ['its last byte missing', (bytes: Buffer) => bytes.subarray(0, -1)],
  ['its second half missing', (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2))],
  ['nothing in it', () => Buffer.alloc(0)],
  ['something else in it', () => Buffer.from('not an archive at all')],
])('refuses an archive with %s before anything changes', async (_what, spoil) => {
  const spoilt = join(folder, 'spoilt.tar.gz')
  await writeFile(spoilt, spoil(await readFile(archive)))
  const nowhere = join(folder, 'untouched')
  const attempt = restore(world.terminal('', { DATABASE_URL: '', TUTTI_DATA: nowhere }), spoilt, plain)
  await expect(attempt).rejects.toThrow(/Nothing was changed/)
  expect(await stat(nowhere).catch(() => null)).toBeNull()
})

it('names the file that is not there', async () => {
  await expect(restore(world.terminal(), join(folder, 'nothing'), plain)).rejects.toThrow(
    `There is no file ${join(folder, 'nothing')}`,
  )
})

it('refuses without the right key, and says what to do', async () => {
  await using copy = await createCommandWorld()
  await expect(restore(copy.terminal(), archive, plain)).rejects.toThrow(/key that sealed .* is missing.*--key-lost/s)
  await writeFile(join(copy.folder, 'key'), `${Buffer.alloc(32, 9).toString('base64')}\n`, { mode: 0o600 })
  await expect(restore(copy.terminal(), archive, plain)).rejects.toThrow(/is not the one that sealed/)
  const other = copy.terminal('', { TUTTI_KEY: Buffer.alloc(32, 9).toString('base64') })
  await expect(restore(other, archive, plain)).rejects.toThrow('TUTTI_KEY is not the key')
  expect(await isFresh(copy)).toEqual([])
})

it('takes the key from the archive where that brings it, and keeps the one that was there', async () => {
  const withKey = join(folder, 'with-key.tar.gz')
  await backup(world.terminal(), withKey, { withKey: true })
  await using copy = await createCommandWorld()
  await writeFile(join(copy.folder, 'key'), `${Buffer.alloc(32, 9).toString('base64')}\n`, { mode: 0o600 })
  const terminal = copy.terminal()
  await restore(terminal, withKey, plain)
  expect(await readFile(join(copy.folder, 'key'), 'utf8')).toBe(await readFile(join(world.folder, 'key'), 'utf8'))
  expect((await stat(join(copy.folder, 'key'))).mode & 0o777).toBe(0o600)
  expect(terminal.said.join('\n')).toContain('key.old-')
})

it('gives up what only a lost key could open', async () => {
  await using copy = await createCommandWorld()
  await restore(copy.terminal(), archive, { hold: false, keyLost: true })
  expect(await copy.query('select state, credentials from publishing_channels')).toEqual([
    { state: 'needs-reconnecting', credentials: null },
  ])
  // With the new data key the installation works on: the next back-up does not complain.
  const terminal = copy.terminal()
  await backup(terminal, join(copy.folder, 'next.tar.gz'), { withKey: false })
  expect(terminal.said.join('\n')).not.toContain('does not open')
})

it('leaves a fresh installation when it is killed, and works the next time', { timeout: 120_000 }, async () => {
  await using big = await createCommandWorld()
  await furnish(big, 10_000)
  const file = join(folder, 'big.tar.gz')
  await backup(big.terminal(), file, { withKey: true })
  await using copy = await createCommandWorld()
  const { child, finished } = spawnCommand(copy.env, 'restore', file)
  await until(async () => {
    const loading = await copy.query(
      `select from pg_stat_activity where application_name = 'tutti command' and datname = current_database() and query like 'copy%publishing_%'`,
    )
    return loading.length > 0
  })
  child.kill('SIGKILL')
  await finished
  expect(await isFresh(copy)).toEqual([])
  await restore(copy.terminal(), file, plain)
  expect(await copy.query('select count(*)::int as posts from publishing_posts')).toEqual([{ posts: 10_000 }])
})

it('refuses while a worker beats on the database', async () => {
  await using copy = await createCommandWorld()
  await copyKey(copy)
  await copy.query(`insert into publishing_workers (id, started_at, beat_at) values (gen_random_uuid(), now(), now())`)
  await expect(restore(copy.terminal(), archive, plain)).rejects.toThrow('A server works on this database')
})

it('works as an owner that is no superuser, whom row-level security binds', { timeout: 120_000 }, async () => {
  await using copy = await createCommandWorld()
  const role = `r${crypto.randomUUID().replaceAll('-', '')}`
  const database = `o${role}`
  await copy.query(
    `create role ${role} login password 'plain-owner-1'; grant tutti_server to ${role} with admin option`,
  )
  await copy.query(`create database ${database} owner ${role}`)
  const connection = { ...copy.connection, database, user: role, password: 'plain-owner-1' }
  await asSuperuser({ ...copy.connection, database }, `alter schema public owner to ${role}`)
  const owned = await createCommandWorld(connection)
  await copyKey(owned)
  await restore(owned.terminal(), archive, plain)
  const again = join(folder, 'again.tar.gz')
  await backup(owned.terminal(), again, { withKey: true })
  await restore(copy.terminal(), again, plain)
  expect((await fingerprints(copy))['public.publishing_posts']).toEqual(
    (await fingerprints(world))['public.publishing_posts'],
  )
  await owned[Symbol.asyncDispose]()
  await asSuperuser(copy.connection, `drop database ${database} with (force)`)
  await asSuperuser(copy.connection, `revoke tutti_server from ${role} cascade; drop role ${role}`)
})

async function asSuperuser(connection: pg.ClientConfig, statement: string): Promise<void> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

function flip(bytes: Buffer, place: number): Buffer {
  const changed = Buffer.from(bytes)
  changed[place] = (changed[place] ?? 0) ^ 1
  return changed
}
