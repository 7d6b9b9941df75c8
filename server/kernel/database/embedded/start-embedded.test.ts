import { chmod, chown, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isAlive } from '#server/kernel/process-identity.ts'
import { startWritingServer } from '#test/servers/embedded.ts'
import { findRunning } from './find-running.ts'
import { namedPostmaster } from './orphan.ts'
import { startEmbedded } from './start-embedded.ts'

const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
const isRoot = process.getuid?.() === 0
const nobody = { uid: 65534, gid: 65534 }

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tutti-embedded-'))
})
// The database of a killed server takes a moment to end, and writes until then.
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }))

describe('an embedded database', () => {
  it('keeps its rows and its password over a stop and a start', async () => {
    const first = await startEmbedded({ folder, log })
    await ask(first.connection, 'create table kept (word text)')
    await ask(first.connection, `insert into kept values ('çay')`)
    await first.close()
    const second = await startEmbedded({ folder, log })
    expect(second.connection.password).toBe(first.connection.password)
    expect(await ask(second.connection, 'select word, length(word) as letters from kept')).toEqual([
      { word: 'çay', letters: 3 },
    ])
    await second.close()
  })

  it('syncs to the disk and listens on no network address', async () => {
    const embedded = await startEmbedded({ folder, log })
    const rows = await ask(
      embedded.connection,
      `select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'listen_addresses', 'jit', 'max_connections') order by name`,
    )
    await embedded.close()
    expect(rows).toEqual([
      { name: 'fsync', setting: 'on' },
      { name: 'full_page_writes', setting: 'on' },
      { name: 'jit', setting: 'off' },
      { name: 'listen_addresses', setting: '' },
      { name: 'max_connections', setting: '60' },
    ])
  })

  it('lets nobody in without the password', async () => {
    const embedded = await startEmbedded({ folder, log })
    await expect(ask({ ...embedded.connection, password: 'guessed' }, 'select 1')).rejects.toThrow(
      'password authentication failed',
    )
    await embedded.close()
    expect((await stat(join(folder, 'database-connection.json'))).mode & 0o777).toBe(0o600)
  })

  it('gets a new password when the connection file was lost', async () => {
    const first = await startEmbedded({ folder, log })
    await ask(first.connection, 'create table kept (word text)')
    await first.close()
    await rm(join(folder, 'database-connection.json'))
    const second = await startEmbedded({ folder, log })
    expect(await ask(second.connection, 'select word from kept')).toEqual([])
    await second.close()
    expect(second.connection.password).not.toBe(first.connection.password)
  })

  it('is found by a command line beside it only while it runs', async () => {
    expect(await findRunning(folder)).toBeNull()
    const embedded = await startEmbedded({ folder, log })
    const found = await findRunning(folder)
    expect(found).toEqual({ ...embedded.connection, version: embedded.version })
    await embedded.close()
    expect(await findRunning(folder)).toBeNull()
  })

  it('refuses a second start and leaves the first alone', async () => {
    const first = await startEmbedded({ folder, log })
    await expect(startEmbedded({ folder, log })).rejects.toThrow(`Another Tutti (process ${process.pid})`)
    expect(await ask(first.connection, 'select 1 as one')).toEqual([{ one: 1 }])
    await first.close()
  })

  it('refuses data of another major version and says how to bring them over', async () => {
    const cluster = join(folder, 'database', 'cluster')
    await mkdir(cluster, { recursive: true })
    await writeFile(join(cluster, 'PG_VERSION'), '14\n')
    const start = startEmbedded({ folder, log })
    await expect(start).rejects.toThrow(/written by PostgreSQL 14.*Nothing was changed.*tutti backup.*tutti restore/s)
    expect(await readFile(join(cluster, 'PG_VERSION'), 'utf8')).toBe('14\n')
  })

  it('starts although postmaster.pid names a foreign program', async () => {
    const first = await startEmbedded({ folder, log })
    await first.close()
    const pidFile = join(folder, 'database', 'cluster', 'postmaster.pid')
    await writeFile(pidFile, `${process.ppid}\n${join(folder, 'database', 'cluster')}\n1\n5432\n\n\n0 0\nready\n`)
    const second = await startEmbedded({ folder, log })
    expect(isAlive((await namedPostmaster(join(folder, 'database', 'cluster'))) ?? 0)).toBe(true)
    await second.close()
    expect(isAlive(process.ppid)).toBe(true)
  })

  it('puts its socket elsewhere when the path of the data folder is too long for one', async () => {
    const long = join(folder, 'a-rather-long-name-of-a-folder-'.repeat(4))
    await mkdir(long)
    if (isRoot) await chmod(folder, 0o755)
    const embedded = await startEmbedded({ folder: long, log })
    expect(await ask(embedded.connection, 'select 1 as one')).toEqual([{ one: 1 }])
    await embedded.close()
    await expect(stat(embedded.connection.host)).rejects.toThrow('ENOENT')
  })

  it('says what to do when the configured programs are not there', async () => {
    await expect(startEmbedded({ folder, log, binaries: folder })).rejects.toThrow(
      /TUTTI_POSTGRES_BINARIES is .* no initdb/,
    )
  })
})

describe.runIf(isRoot)('an embedded database started by root', () => {
  it('gives its rights up for an account that may not do much', async () => {
    const embedded = await startEmbedded({ folder, log })
    const pid = await namedPostmaster(join(folder, 'database', 'cluster'))
    const status = await readFile(`/proc/${pid}/status`, 'utf8')
    await embedded.close()
    expect(/^Uid:\t(\d+)\t\1\t\1\t\1$/m.exec(status)?.[1]).not.toBe('0')
    expect(/^Groups:(.*)$/m.exec(status)?.[1]?.trim()).toMatch(/^(?!0$)\d*$/)
  })

  it('lives outside a data folder that no other account may enter, and is found there again', async () => {
    const closed = join(folder, 'root', 'tutti')
    const system = join(folder, 'system')
    await mkdir(closed, { recursive: true })
    await chmod(folder, 0o755)
    await chmod(join(folder, 'root'), 0o700)
    const first = await startEmbedded({ folder: closed, log, systemFolder: system })
    await ask(first.connection, 'create table kept (word text)')
    await first.close()
    const pointed = (await readFile(join(closed, 'database-is-at'), 'utf8')).split('\n')[0] ?? ''
    expect(pointed.startsWith(system)).toBe(true)
    const second = await startEmbedded({ folder: closed, log, systemFolder: system })
    expect(await ask(second.connection, 'select word from kept')).toEqual([])
    await second.close()
    await rm(pointed, { recursive: true })
    await expect(startEmbedded({ folder: closed, log, systemFolder: system })).rejects.toThrow(/which is gone/)
  })

  it('runs as the owner of the data folder where that is an ordinary account', async () => {
    await chown(folder, nobody.uid, nobody.gid)
    const server = await startWritingServer({ folder, identity: nobody })
    const status = await readFile(`/proc/${server.postmaster}/status`, 'utf8')
    await server.kill()
    expect(status).toMatch(/^Uid:\t65534/m)
  })
})

async function ask(connection: pg.ClientConfig, statement: string): Promise<unknown[]> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows
  } finally {
    await client.end()
  }
}
