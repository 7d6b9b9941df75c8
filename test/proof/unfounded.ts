import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '#server/app.ts'
import { readConfig } from '#server/kernel/config.ts'
import { createLog } from '#server/kernel/log.ts'
import { openKernel } from '#server/kernel/open-kernel.ts'
import { cloneDatabase } from '../database.ts'

export interface Unfounded extends AsyncDisposable {
  readonly post: (path: string, body: unknown) => Promise<{ status: number; body: Record<string, unknown> }>
}

/** A whole server as it is after the first start: nobody has founded anything. */
export async function openUnfounded(): Promise<Unfounded> {
  const database = await cloneDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'tutti-unfounded-'))
  const config = readConfig({ TUTTI_DATA: folder, TUTTI_LOG_LEVEL: 'silent', TUTTI_URL: 'http://localhost:4000' })
  const installationKey = Buffer.alloc(32, 9)
  const { kernel, close } = await openKernel({
    config,
    log: createLog('silent'),
    connection: database.connection,
    installationKey,
  })
  const app = await createApp(kernel, database.connection, installationKey)
  return {
    post: async (path, body) => {
      const response = await app.fetch(
        new Request(`http://localhost:4000/api/v1/${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      )
      return { status: response.status, body: (await response.json()) as Record<string, unknown> }
    },
    [Symbol.asyncDispose]: async () => {
      await app.close()
      await close()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
