import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isAlive } from '#server/kernel/process-identity.ts'
import { startWritingServer, until } from '#test/servers/embedded.ts'
import { findRunning } from './find-running.ts'
import { namedPostmaster } from './orphan.ts'
import { type Embedded, startEmbedded } from './start-embedded.ts'

const log = { info: () => undefined, warn: () => undefined, error: () => undefined }

describe.skipIf(process.platform === 'win32')('an embedded database whose server was killed', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tutti-recovery-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }))

  it('ends by itself, and the next start finds every acknowledged row', async () => {
    const server = await startWritingServer({ folder })
    await until(() => server.acknowledged() > 50)
    await server.kill()
    await until(() => !isAlive(server.postmaster) && !isAlive(server.keeper))
    expect(await rowsAfterStart(folder)).toBeGreaterThanOrEqual(server.acknowledged())
  })

  it('is ended by the next start when its keeper was killed too', async () => {
    const server = await startWritingServer({ folder })
    await until(() => server.acknowledged() > 50)
    process.kill(server.keeper, 'SIGKILL')
    await server.kill()
    expect(isAlive(server.postmaster)).toBe(true)
    expect(await findRunning(folder)).toBeNull()
    expect(await rowsAfterStart(folder)).toBeGreaterThanOrEqual(server.acknowledged())
    expect(isAlive(server.postmaster)).toBe(false)
  })

  it('recovers when everything was killed at once', async () => {
    const server = await startWritingServer({ folder })
    await until(() => server.acknowledged() > 50)
    process.kill(server.postmaster, 'SIGKILL')
    process.kill(server.keeper, 'SIGKILL')
    await server.kill()
    expect(await rowsAfterStart(folder)).toBeGreaterThanOrEqual(server.acknowledged())
  })

  it('goes on under a new keeper when only the keeper was killed', async () => {
    const server = await startWritingServer({ folder })
    process.kill(server.keeper, 'SIGKILL')
    await until(() => childrenOf(server.process.pid ?? 0).some((name) => name.includes('tutti-keeper')))
    const before = server.acknowledged()
    await until(() => server.acknowledged() > before)
    await server.kill()
    await until(() => !isAlive(server.postmaster))
  })
})

it('starts PostgreSQL again when it ends by itself', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tutti-recovery-'))
  const embedded = await startEmbedded({ folder, log })
  try {
    const first = (await namedPostmaster(join(folder, 'database', 'cluster'))) ?? 0
    process.kill(first, 'SIGKILL')
    await until(async () => (await countOrNull(embedded)) === 1)
    expect(await namedPostmaster(join(folder, 'database', 'cluster'))).not.toBe(first)
  } finally {
    await embedded.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
})

function childrenOf(pid: number): string[] {
  const list = execFileSync('ps', ['-o', 'args=', '--ppid', String(pid)], { encoding: 'utf8' })
  return list.split(/^(?=\S*\/sh )/m)
}

async function rowsAfterStart(folder: string): Promise<number> {
  const embedded = await startEmbedded({ folder, log })
  const client = new pg.Client(embedded.connection)
  await client.connect()
  const answer = await client.query<{ count: number }>('select count(*)::integer as count from written')
  await client.end()
  await embedded.close()
  return answer.rows[0]?.count ?? 0
}

async function countOrNull({ connection }: Embedded): Promise<number | null> {
  const client = new pg.Client(connection)
  client.on('error', () => undefined)
  try {
    await client.connect()
    return (await client.query('select 1')).rowCount
  } catch {
    return null
  } finally {
    await client.end().catch(() => undefined)
  }
}
