import type { Command } from 'commander'
import { rotateKey } from './key/rotate-key.ts'
import type { Surroundings } from './surroundings.ts'

const HELP = `
Makes a new installation key and seals the data keys of all organisations, and everybody's second factor, with it.
Do this when the key may have been seen, or as your rules ask for it. Stop the server first: it holds the old key in
memory. With several processes on one database (DATABASE_URL), stop them all.

Afterwards everybody signs in again, and older back-ups still need the older key: it stays in the data folder as
key.old-<time>. Remove it when no back-up needs it any more.

Where the key is given in TUTTI_KEY, name a file for the new one; it is made when it is not there. Then set TUTTI_KEY to
what is in it before you start the server:
  npx tutti rotate-key --new-key-file /etc/tutti/new-key

Cut short at any moment, the same command again brings it to its end.`

/** Adds `tutti rotate-key`. */
export function addRotateKey(program: Command, surroundings: Surroundings): void {
  program
    .command('rotate-key')
    .summary('replace the installation key')
    .description('Replaces the installation key by a new one.')
    .option('--new-key-file <file>', 'only with TUTTI_KEY: where the new key is, or is put')
    .addHelpText('after', HELP)
    .action((options: { newKeyFile?: string }) => rotateKey(surroundings, options))
}
