import { mkdir } from 'node:fs/promises'
import type pg from 'pg'
import type { Config } from '#server/kernel/config.ts'
import { lockDataFolder } from '#server/kernel/data-folder.ts'
import { startEmbedded } from '#server/kernel/database/embedded/start-embedded.ts'
import { findRunning } from '#server/kernel/database/embedded/find-running.ts'
import type { Log } from '#server/kernel/log.ts'
import { loadInstallationKey } from '#server/kernel/secrets/installation-key.ts'

export interface Installation {
  /** As the owner of the database. */
  readonly connection: pg.ClientConfig
  readonly installationKey: Buffer
  readonly embedded: boolean
  readonly close: () => Promise<void>
}

/**
 * Opens what an installation consists of: data folder, key and database. With DATABASE_URL many processes may share the
 * database, and the data folder holds files and key; else the folder is taken for one server alone.
 * `beside`: a command that runs while the server does uses the server's database instead of starting one.
 */
export async function openInstallation(config: Config, log: Log, beside = false): Promise<Installation> {
  if (config.databaseUrl !== null) {
    await mkdir(config.dataFolder, { recursive: true, mode: 0o700 })
    const installationKey =
      config.installationKey ?? (await loadInstallationKey({ env: {}, dataFolder: config.dataFolder }))
    return {
      connection: { connectionString: config.databaseUrl },
      installationKey,
      embedded: false,
      close: async () => undefined,
    }
  }
  const running = beside ? await findRunning(config.dataFolder) : null
  if (running !== null) {
    const { host, port, user, password, database } = running
    const installationKey =
      config.installationKey ?? (await loadInstallationKey({ env: {}, dataFolder: config.dataFolder }))
    return {
      connection: { host, port, user, password, database },
      installationKey,
      embedded: true,
      close: async () => undefined,
    }
  }
  return openOwn(config, log)
}

async function openOwn(config: Config, log: Log): Promise<Installation> {
  const folder = await lockDataFolder(config.dataFolder)
  try {
    const installationKey = config.installationKey ?? (await loadInstallationKey({ env: {}, dataFolder: folder.path }))
    const database = await startEmbedded({
      folder: folder.path,
      log,
      ...(config.postgresBinaries === null ? {} : { binaries: config.postgresBinaries }),
    })
    const close = async () => {
      await database.close()
      await folder.release()
    }
    return { connection: database.connection, installationKey, embedded: true, close }
  } catch (error) {
    await folder.release()
    throw error
  }
}
