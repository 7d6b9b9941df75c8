import { join } from 'node:path'
import type pg from 'pg'
import { systemClock, type Clock } from './clock.ts'
import type { Config } from './config.ts'
import { openDatabase } from './database/database.ts'
import { createFileStore } from './files/store.ts'
import { createJobs } from './jobs/jobs.ts'
import type { Kernel } from './kernel.ts'
import type { Log } from './log.ts'
import { createMail, type Mail } from './mail.ts'
import { createMetrics } from './metrics.ts'
import { guardedOutbound } from './outbound/guarded.ts'
import { createKeyring } from './secrets/keyring.ts'

export interface KernelParts {
  readonly config: Config
  readonly log: Log
  readonly connection: pg.ClientConfig
  readonly installationKey: Buffer
  /** Where tests put their own clock, ids and mail. */
  readonly clock?: Clock
  readonly mail?: Mail
}

/** Puts the kernel together on a migrated database. `close` ends what it opened, in the opposite order. */
export async function openKernel({
  config,
  log,
  connection,
  installationKey,
  clock = systemClock,
  mail = createMail(config.smtp),
}: KernelParts): Promise<{ kernel: Kernel; close: () => Promise<void> }> {
  const database = await openDatabase({ connection })
  const outbound = guardedOutbound({ allowPrivate: config.allowPrivateAddresses })
  const jobs = createJobs(database.pool, log, config.role !== 'web')
  const kernel: Kernel = {
    config,
    log,
    clock,
    database,
    jobs,
    keyring: createKeyring({ installationKey }),
    files: createFileStore(join(config.dataFolder, 'files')),
    mail,
    outbound,
    metrics: createMetrics(),
  }
  return {
    kernel,
    close: async () => {
      await outbound.close()
      await database.close()
    },
  }
}
