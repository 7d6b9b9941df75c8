import type { Command } from 'commander'
import { count } from './amounts.ts'
import { verifyExport } from './audit/verify-export.ts'
import type { Surroundings } from './surroundings.ts'

const HELP = `
Needs neither server nor database: whoever was given an export can verify it. Recomputes every hash of a JSON export from
what its lines say, checks that each event follows from the one before it and, where nothing was filtered out, that none is
missing between the first and the head. Of a CSV export it checks that no file was changed.

The head's hash is the one thing to compare with elsewhere: with the log itself, an earlier export, or the minutes of a meeting.

Example:
  npx tutti audit verify tutti-events-kavrela-2026-11-22-json.tar.gz`

/** Adds `tutti audit` with its command. */
export function addAudit(program: Command, surroundings: Surroundings): void {
  const audit = program
    .command('audit')
    .summary('verify an export of the audit log')
    .description('Looks after exports of the audit log. The log itself is verified by: tutti doctor --audit')
  audit
    .command('verify')
    .description(
      'Verifies an export that was downloaded from the audit log. The exit code is 1 where it does not hold.',
    )
    .argument('<file>', 'the .tar.gz that was downloaded')
    .addHelpText('after', HELP)
    .action(async (file: string) => {
      const found = await verifyExport(file)
      surroundings.print(
        `${found.organisation}, exported ${found.exportedAt}: ${count(found.events, 'event')}${found.erased === 0 ? '' : `, ${found.erased} of them with erased contents`}.`,
      )
      surroundings.print(`Head of the chain: position ${found.head.position}, ${found.head.hash}`)
      surroundings.say(
        found.recomputed
          ? found.complete
            ? 'It holds: nothing was changed, and nothing is missing.'
            : 'It holds: nothing was changed. Events that the filter left out cannot be judged.'
          : 'No file was changed. The chain can be recomputed from a JSON export only.',
      )
    })
}
