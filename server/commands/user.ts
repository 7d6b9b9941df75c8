import type { Command } from 'commander'
import type { Surroundings } from './surroundings.ts'
import { listUsers } from './user/list-users.ts'
import { resetPassword } from './user/reset-password.ts'
import { turnOffTwoFactor } from './user/turn-off-two-factor.ts'

const HELP = `
For whoever looks after the machine, when somebody cannot get in and no mail can be sent. Each is recorded in the
organisation's record of events.

Examples:
  npx tutti user list
  npx tutti user password ada@kavrela.example          you are asked for the new password
  pwgen 24 1 | npx tutti user password ada@kavrela.example
  npx tutti user two-factor-off ada@kavrela.example`

/** Adds `tutti user` with its commands. */
export function addUser(program: Command, surroundings: Surroundings): void {
  const user = program
    .command('user')
    .summary('list people, reset a password, turn a second factor off')
    .description('Helps people who cannot get in.')
    .addHelpText('after', HELP)
  user
    .command('list')
    .description('Prints everybody who can sign in: e-mail, name, role, second factor, last seen; tabs between them.')
    .action(() => listUsers(surroundings))
  user
    .command('password')
    .description('Sets a new password, read from the terminal or from standard input, and ends all sessions.')
    .argument('<email>', 'e-mail address of the person')
    .action((email: string) => resetPassword(surroundings, email))
  user
    .command('two-factor-off')
    .description('Turns the second factor off, after a telephone was lost, and ends all sessions.')
    .argument('<email>', 'e-mail address of the person')
    .action((email: string) => turnOffTwoFactor(surroundings, email))
}
