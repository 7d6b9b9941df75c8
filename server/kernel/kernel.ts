import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Database } from './database/database.ts'
import type { FileStore } from './files/store.ts'
import type { Jobs } from './jobs/jobs.ts'
import type { Log } from './log.ts'
import type { Mail } from './mail.ts'
import type { Metrics } from './metrics.ts'
import type { Outbound } from './outbound/port.ts'
import type { Keyring } from './secrets/keyring.ts'

/** What every feature may lean on; built once, passed in, replaced piece by piece in tests. */
export interface Kernel {
  readonly config: Config
  readonly log: Log
  readonly clock: Clock
  readonly database: Database
  readonly jobs: Jobs
  readonly keyring: Keyring
  readonly files: FileStore
  readonly mail: Mail
  readonly outbound: Outbound
  readonly metrics: Metrics
}
