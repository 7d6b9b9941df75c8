import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '#server/kernel/database/embedded/start-embedded.ts'
import type { TestConnection } from '../database.ts'

/** Runs on a PostgreSQL of its own in a temporary folder, durable as in real use, and removes it afterwards. */
export async function withThrowAwayDatabase<T>(work: (connection: TestConnection) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'tutti-database-'))
  const complain = (fields: object, message: string) => console.error(message, fields)
  const embedded = await startEmbedded({ folder, log: { info: () => undefined, warn: complain, error: complain } })
  try {
    return await work(embedded.connection)
  } finally {
    await embedded.close()
    await rm(folder, { recursive: true, force: true })
  }
}
