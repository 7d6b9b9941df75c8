import { resolve } from 'node:path'
import { CannotStart } from '#server/kernel/cannot-start.ts'
import { readConfig, type Config } from '#server/kernel/config.ts'
import { findRunning } from '#server/kernel/database/embedded/find-running.ts'
import { placeOf } from '#server/kernel/database/embedded/place.ts'
import { versionOfData } from '#server/kernel/database/embedded/version.ts'
import { createLog, type Log } from '#server/kernel/log.ts'
import { openInstallation, type Installation } from '#server/open-installation.ts'
import type { Surroundings } from './surroundings.ts'

export interface Opened {
  readonly config: Config
  readonly log: Log
  readonly installation: Installation
}

export interface Opening {
  /** Whether a running server's database is used. Else a running server keeps the command from starting. */
  readonly beside: boolean
  /** Whether there must be an installation already; else one is made. */
  readonly existing: boolean
}

/** Opens the installation that the settings name for as long as `work` takes. Throws CannotStart where that cannot be. */
export async function withInstallation<T>(
  surroundings: Surroundings,
  { beside, existing }: Opening,
  work: (opened: Opened) => Promise<T>,
): Promise<T> {
  const config = readSettings(surroundings.env)
  for (const warning of config.warnings) surroundings.say(warning)
  if (existing) await refuseEmptyFolder(config)
  const log = createLog(config.logLevel, { write: (line) => surroundings.say(line.trimEnd()) })
  const installation = await openInstallation(config, log, beside)
  try {
    return await work({ config, log, installation })
  } finally {
    await installation.close()
  }
}

/** The server's settings, for a command: it logs warnings only, unless TUTTI_LOG_LEVEL says otherwise. */
export function readSettings(env: Surroundings['env']): Config {
  const { TUTTI_SETUP_PASSWORD: _, ...settings } = env
  const config = readConfig({ TUTTI_LOG_LEVEL: 'warn', ...withoutEmpty(settings) })
  return { ...config, dataFolder: resolve(config.dataFolder) }
}

function withoutEmpty(env: Surroundings['env']): Surroundings['env'] {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''))
}

/** A wrong data folder must not become a new, empty installation that is then backed up. */
async function refuseEmptyFolder(config: Config): Promise<void> {
  if (config.databaseUrl !== null) return
  if ((await findRunning(config.dataFolder)) !== null) return
  if ((await versionOfData(await placeOf(config.dataFolder))) !== null) return
  throw new CannotStart(
    `There is no installation in ${config.dataFolder}. Name its data folder with TUTTI_DATA, or its database with DATABASE_URL.`,
  )
}
