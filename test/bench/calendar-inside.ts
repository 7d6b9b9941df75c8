import { createApp } from '#server/app.ts'
import { readConfig } from '#server/kernel/config.ts'
import { createLog } from '#server/kernel/log.ts'
import { openKernel } from '#server/kernel/open-kernel.ts'
import type { TestConnection } from '../database.ts'

/** The server without its network, on a database that is migrated and founded: what it asks for itself shows here. */
export async function openInside(connection: TestConnection) {
  const config = readConfig({ TUTTI_LOG_LEVEL: 'error', TUTTI_ROLE: 'web' })
  const installationKey = Buffer.alloc(32, 7)
  const { kernel, close } = await openKernel({ config, log: createLog('error'), connection, installationKey })
  const app = await createApp(kernel, connection, installationKey)
  return {
    fetch: app.fetch,
    close: async () => {
      await app.close()
      await close()
    },
  }
}
