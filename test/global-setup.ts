import { access, constants, mkdtemp, readdir, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { readConnectionFile } from '#server/kernel/database/embedded/connection-file.ts'
import { startEmbedded } from '#server/kernel/database/embedded/start-embedded.ts'
import { migrate } from '#server/kernel/database/migrate.ts'
import { isRunning } from '#server/kernel/process-identity.ts'

/** The database that every test's own is copied from. */
const template = 'tutti_template'

const prefix = 'tutti-test-'

declare module 'vitest' {
  interface ProvidedContext {
    database: { host: string; port: number; user: string; password: string; database: string }
  }
}

const quiet = (): void => undefined
const complain = (fields: object, message: string): void => console.error(message, fields)

/**
 * One PostgreSQL for all tests, in a throw-away folder and without fsync, with a migrated template in it.
 * TUTTI_TEST_POSTGRES_BINARIES runs the tests on another version.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const parent = await quickFolder()
  await removeLeft(parent)
  const folder = await mkdtemp(join(parent, prefix))
  const embedded = await startEmbedded({
    folder,
    durable: false,
    binaries: process.env['TUTTI_TEST_POSTGRES_BINARIES'],
    log: { info: quiet, warn: complain, error: complain },
  })
  const tearDown = async (): Promise<void> => {
    await embedded.close()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await makeTemplate(embedded.connection)
  } catch (error) {
    await tearDown()
    throw error
  }
  project.provide('database', { ...embedded.connection, database: template })
  return tearDown
}

/** In memory where there is room: copying the template takes 20 ms there, and can take 300 ms on a disk. */
async function quickFolder(): Promise<string> {
  const memory = '/dev/shm'
  try {
    await access(memory, constants.W_OK)
    const { bavail, bsize } = await statfs(memory)
    return bavail * bsize > 2_000_000_000 ? memory : tmpdir()
  } catch {
    return tmpdir()
  }
}

/** What test runs left that were killed: the database has ended by itself, its files have not. */
async function removeLeft(parent: string): Promise<void> {
  const left = (await readdir(parent)).filter((name) => name.startsWith(prefix)).map((name) => join(parent, name))
  for (const folder of left) {
    const keptBy = (await readConnectionFile(folder).catch(() => null))?.keptBy ?? null
    if (keptBy !== null && !isRunning(keptBy)) await rm(folder, { recursive: true, force: true })
  }
}

async function makeTemplate(connection: pg.ClientConfig): Promise<void> {
  await execute(connection, `create database ${template}`)
  await migrate({ ...connection, database: template })
  // Nobody may connect any more: copying fails while somebody is in there, be it only a vacuum.
  await execute(connection, `alter database ${template} with is_template true allow_connections false`)
}

async function execute(connection: pg.ClientConfig, statement: string): Promise<void> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
