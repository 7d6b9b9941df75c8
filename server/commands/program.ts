import { Command } from 'commander'
import { readVersion } from '#server/kernel/version.ts'
import { addAudit } from './audit.ts'
import { addBackup } from './backup.ts'
import { addDoctor } from './doctor.ts'
import { addMigrate } from './migrate.ts'
import { addRestore } from './restore.ts'
import { addRotateKey } from './rotate-key.ts'
import { addSample } from './sample.ts'
import { addSetup } from './setup.ts'
import type { Surroundings } from './surroundings.ts'
import { addUser } from './user.ts'

const HELP = `
Every command works while the server runs beside it, except restore and rotate-key, and also while no server runs.
Which installation: the one whose data folder TUTTI_DATA names (default ./data), or whose database DATABASE_URL names.

Results go to standard output, everything else to standard error. The exit code is 0 where all went well, else 1.
The server itself is started with npm start.`

/** The command line with all its commands. */
export function createProgram(surroundings: Surroundings): Command {
  const program = new Command('tutti')
    .description('Looks after an installation of Tutti.')
    .version(readVersion())
    .showHelpAfterError('Add --help to see how it is used.')
    .addHelpText('after', HELP)
  addSetup(program, surroundings)
  addBackup(program, surroundings)
  addRestore(program, surroundings)
  addMigrate(program, surroundings)
  addDoctor(program, surroundings)
  addUser(program, surroundings)
  addAudit(program, surroundings)
  addRotateKey(program, surroundings)
  addSample(program, surroundings)
  return program
}
