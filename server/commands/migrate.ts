import type { Command } from 'commander'
import { migrate } from '#server/kernel/database/migrate.ts'
import type { Surroundings } from './surroundings.ts'
import { withInstallation } from './with-installation.ts'

const HELP = `
The server does this itself when it starts. This command is for whoever wants it done before: with DATABASE_URL, as the
owner of the tables, while no server of the older version writes.

Prints the name of each migration that was applied now, a line each.`

/** Adds `tutti migrate`. */
export function addMigrate(program: Command, surroundings: Surroundings): void {
  program
    .command('migrate')
    .summary('bring the database schema up to this version')
    .description('Brings the database schema up to this version.')
    .addHelpText('after', HELP)
    .action(() =>
      withInstallation(surroundings, { beside: true, existing: false }, async ({ installation }) => {
        surroundings.say('Bringing the schema up to date ...')
        const applied = await migrate(installation.connection)
        for (const name of applied) surroundings.print(name)
        surroundings.say(applied.length === 0 ? 'It was up to date already.' : 'Done.')
      }),
    )
}
