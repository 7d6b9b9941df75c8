import { resolve } from 'node:path'
import type { Command } from 'commander'
import { CannotStart } from '#server/kernel/cannot-start.ts'
import { bytesInWords, count } from './amounts.ts'
import { verifyArchive, type Verified } from './archive/verify-archive.ts'
import { checkMigrations } from './restore/check-migrations.ts'
import { chooseKey } from './restore/choose-key.ts'
import { restoreArchive, type Restored } from './restore/restore-archive.ts'
import type { Surroundings } from './surroundings.ts'
import { readSettings, withInstallation } from './with-installation.ts'

const HELP = `
Everything in the archive is checked against its checksums before anything is changed; then all of it is restored, or
nothing. The installation must be fresh: without an organisation, and with no server running on it. An archive of an
older version is brought up to this one.

Before you start:
  - Put the key file of the installation that was backed up into the data folder (TUTTI_DATA), as "key", mode 600; or
    set TUTTI_KEY. Without the right key nothing is restored, unless you say --key-lost.

What happens to posts that were planned:
  - What was being sent when the back-up was made, and what came due within the last hour, may have been published
    by the original: it is looked up on the platform first.
  - What came due earlier is held for a person. What is planned for later goes out at its time.
  - What was moved or sent at another time after the back-up was made cannot be known. If in doubt, add --hold.

Never let a restored copy work beside the original: both would publish. To try a restore out, use --hold.`

export interface RestoreOptions {
  readonly hold: boolean
  readonly keyLost: boolean
}

/** Adds `tutti restore`. */
export function addRestore(program: Command, surroundings: Surroundings): void {
  program
    .command('restore')
    .summary('restore a back-up into a fresh installation')
    .description('Restores a back-up into a fresh installation, embedded or with DATABASE_URL.')
    .argument('<file>', 'an archive made by tutti backup')
    .option('--hold', 'hold everything that waits to be sent: a person decides about each')
    .option('--key-lost', 'restore without the installation key: gives up channel sign-ins and second factors')
    .addHelpText('after', HELP)
    .action((file: string, { hold = false, keyLost = false }: { hold?: boolean; keyLost?: boolean }) =>
      restore(surroundings, file, { hold, keyLost }),
    )
}

/** Restores an archive. Throws CannotStart, with what to do, where that cannot be; then nothing was changed. */
export async function restore(
  surroundings: Surroundings,
  file: string,
  { hold, keyLost }: RestoreOptions,
): Promise<void> {
  const { say } = surroundings
  await surroundings
    .interruptible(async (signal) => {
      say(`Checking ${file} ...`)
      const archive = await verifyArchive(resolve(file), say, signal)
      const last = await checkMigrations(archive.head)
      const key = await chooseKey(readSettings(surroundings.env), archive, keyLost)
      await withInstallation(surroundings, { beside: false, existing: false }, async ({ config, installation }) => {
        const { connection, installationKey } = installation
        const target = { connection, installationKey, dataFolder: config.dataFolder, key, last, hold, say, signal }
        report(surroundings, archive, await restoreArchive(target, archive))
      })
    })
    .catch((error: unknown) => {
      throw isBrokenOff(error) ? new CannotStart('Broken off. Nothing was restored.') : error
    })
}

function isBrokenOff(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError'
}

function report(
  { print, say }: Surroundings,
  { file, head, manifest }: Verified,
  { deliveries, broken }: Restored,
): void {
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  const bytes = manifest.files.reduce((sum, one) => sum + one.bytes, 0)
  for (const { name, position } of broken) {
    say(
      `The record of events of ${name} does not hold from position ${position} on. It was so when the back-up was made: see tutti doctor --audit.`,
    )
  }
  const { lookedUp, held, planned } = deliveries
  if (lookedUp > 0) say(`${count(lookedUp, 'post')} may have been published already and will be looked up first.`)
  if (held > 0) say(`${count(held, 'post')} held: a person decides about each.`)
  if (planned > 0)
    say(
      `${count(planned, 'planned post')} will be published at their time as soon as a server starts. See that the original does not run any more.`,
    )
  print(
    `Restored ${file} of ${head.createdAt}: ${count(rows, 'row')} of ${count(manifest.tables.length, 'table')}, ${count(manifest.files.length, 'file')} (${bytesInWords(bytes)})`,
  )
}
