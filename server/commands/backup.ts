import { join } from 'node:path'
import type { Command } from 'commander'
import { bytesInWords, count } from './amounts.ts'
import { writeBackup, type Backup } from './backup/write-backup.ts'
import { opensDataKeys } from './key/open-data-keys.ts'
import type { Surroundings } from './surroundings.ts'
import { withInstallation, type Opened } from './with-installation.ts'

const HELP = `
The archive holds every row as it was at one moment and every stored file, whichever database they come from; the
server may go on working. It is a compressed tar archive with a checksum of each part, and can be restored into any
later version of Tutti and into PostgreSQL 15 or later. Only its owner may read it: it holds what people wrote and
their sealed passwords.

Not in it:
  - the installation key, unless you ask with --with-key. Without the key, the sign-ins of channels and the second
    factors of people cannot be opened. Keep the key file safe, and apart from the back-ups.
  - waiting background jobs, which plan themselves anew, and the heart beats of workers.
  - settings, which are in the environment.

Example, every night at three from cron:
  0 3 * * *  npx tutti backup /backups/tutti-$(date +\\%F).tar.gz`

/** Adds `tutti backup`. */
export function addBackup(program: Command, surroundings: Surroundings): void {
  program
    .command('backup')
    .summary('write all rows and files into one archive, while the server works')
    .description('Writes one archive of everything in the installation.')
    .argument('<file>', 'where the archive goes; it must not be there yet')
    .option('--with-key', 'put the installation key into the archive: whoever has the archive then has everything')
    .addHelpText('after', HELP)
    .action((file: string, { withKey = false }: { withKey?: boolean }) => backup(surroundings, file, { withKey }))
}

/** Backs the installation up. Throws CannotStart where that cannot be. */
export function backup(
  surroundings: Surroundings,
  file: string,
  { withKey }: { readonly withKey: boolean },
): Promise<void> {
  return withInstallation(surroundings, { beside: true, existing: true }, async (opened) => {
    const { config, installation } = opened
    const written = await surroundings.interruptible((signal) =>
      writeBackup(
        {
          connection: installation.connection,
          files: join(config.dataFolder, 'files'),
          installationKey: installation.installationKey,
          withKey,
          say: surroundings.say,
          signal,
        },
        file,
      ),
    )
    const rows = written.tables.reduce((sum, table) => sum + table.rows, 0)
    tellAboutKey(surroundings, opened, written)
    for (const name of written.damaged)
      surroundings.say(`Missing or damaged in the file store, and so in the back-up: ${name}`)
    surroundings.print(
      `${written.file}: ${bytesInWords(written.bytes)}, ${count(rows, 'row')} of ${count(written.tables.length, 'table')}, ${count(written.files.length, 'file')}`,
    )
  })
}

function tellAboutKey({ say }: Surroundings, { config, installation }: Opened, { head }: Backup): void {
  const where =
    config.installationKey === null ? `the file ${join(config.dataFolder, 'key')}` : 'the value of TUTTI_KEY'
  const sealed = head.organisations.map((organisation) => organisation.dataKey)
  if (!opensDataKeys(installation.installationKey, sealed)) {
    say(
      `The installation key at hand (${where}) does not open the secrets of this database. The back-up is whole, but find the right key.`,
    )
  } else if (head.withKey) {
    say('The installation key is in the archive: keep it as safe as the key itself.')
  } else {
    say(
      `The installation key is not in the archive. Keep ${where} too, apart from it: sealed sign-ins cannot be opened without it.`,
    )
  }
  say('Waiting background jobs are not in it; they plan themselves anew after a restore.')
}
