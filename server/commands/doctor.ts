import { join } from 'node:path'
import type { Command } from 'commander'
import { CannotStart } from '#server/kernel/cannot-start.ts'
import { findRunning } from '#server/kernel/database/embedded/find-running.ts'
import { newInstallationKey } from '#server/kernel/secrets/installation-key.ts'
import { count } from './amounts.ts'
import { asOwner } from './as-owner.ts'
import { readReferencedFiles } from './backup/describe-installation.ts'
import { checkAudit } from './doctor/check-audit.ts'
import { checkDataFolder } from './doctor/check-data-folder.ts'
import { checkDatabase } from './doctor/check-database.ts'
import { checkDeliveries } from './doctor/check-deliveries.ts'
import { checkFiles } from './doctor/check-files.ts'
import { checkSettings } from './doctor/check-settings.ts'
import { problem, type Finding } from './doctor/finding.ts'
import { readKeyFile } from './key/replace-key-file.ts'
import type { Surroundings } from './surroundings.ts'
import { withInstallation, type Opened } from './with-installation.ts'

const HELP = `
Looks at settings, data folder, installation key, disk space, database, row-level security, schema, workers,
deliveries and files, and prints a line about each: "ok", "note", or "problem" with what to do. Changes nothing.
The exit code is 1 where there is a problem, so that it can stand in a monitor.

With --audit also recomputes the chain of hashes over every organisation's record of events, and tells the first
position where somebody has changed, removed or added something past Tutti.`

/** Adds `tutti doctor`. */
export function addDoctor(program: Command, surroundings: Surroundings): void {
  program
    .command('doctor')
    .summary('look whether everything is as it should be')
    .description('Looks whether everything is as it should be, and says what to do where it is not.')
    .option('--audit', 'also verify the record of events of every organisation')
    .addHelpText('after', HELP)
    .action(({ audit = false }: { audit?: boolean }) => doctor(surroundings, { audit }))
}

/** Prints what was found. Throws CannotStart where there is a problem, after everything was looked at. */
export async function doctor(surroundings: Surroundings, { audit }: { readonly audit: boolean }): Promise<void> {
  const findings: Finding[] = []
  const tell = (...found: readonly Finding[]) => {
    for (const { kind, about, words } of found) surroundings.print(`${kind.padEnd(8)}${about}: ${words}`)
    findings.push(...found)
  }
  const settings = checkSettings(surroundings.env)
  tell(...settings.findings)
  if (settings.config !== null) {
    tell(...(await checkDataFolder(settings.config)))
    // Without DATABASE_URL a server need not run; with it, some server somewhere should.
    const expected =
      settings.config.databaseUrl !== null || (await findRunning(settings.config.dataFolder).catch(() => null)) !== null
    const key = settings.config.installationKey ?? (await readKeyFile(settings.config.dataFolder).catch(() => null))
    // A key in the environment keeps one from being made where it is missing.
    const env = key === null ? { ...surroundings.env, TUTTI_KEY: newInstallationKey() } : surroundings.env
    await lookInside({ ...surroundings, env }, { audit, expected }, tell)
  }
  const problems = findings.filter((finding) => finding.kind === 'problem').length
  if (problems > 0) throw new CannotStart(`${count(problems, 'problem')} found.`)
  surroundings.say('Everything is as it should be.')
}

interface Inside {
  readonly audit: boolean
  readonly expected: boolean
}

async function lookInside(
  surroundings: Surroundings,
  inside: Inside,
  tell: (...found: Finding[]) => void,
): Promise<void> {
  try {
    await withInstallation(surroundings, { beside: true, existing: true }, (opened) =>
      look(surroundings, opened, inside, tell),
    )
  } catch (error) {
    if (!(error instanceof CannotStart) && !isOutOfReach(error)) throw error
    tell(
      problem(
        'Database',
        error instanceof CannotStart
          ? error.message
          : `It cannot be reached (${error.message}). Start it, or put DATABASE_URL right.`,
      ),
    )
  }
}

async function look(
  { say }: Surroundings,
  { config, installation }: Opened,
  { audit, expected }: Inside,
  tell: (...found: Finding[]) => void,
): Promise<void> {
  const referenced = await asOwner(
    installation.connection,
    async (client) => {
      tell(...(await checkDatabase(client, installation.installationKey)))
      tell(...(await checkDeliveries(client, expected)))
      if (audit) tell(...(await checkAudit(client, say)))
      return readReferencedFiles(client)
    },
    'read only',
  )
  tell(await checkFiles(join(config.dataFolder, 'files'), referenced, say))
}

/** Errors of the way to the database, or of signing in there; anything else is a bug. */
function isOutOfReach(error: unknown): error is Error {
  if (!(error instanceof Error) || !('code' in error)) return false
  return (
    ['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOENT', 'EACCES', 'ECONNRESET'].includes(
      String(error.code),
    ) || /^(28|3D|57P|53)/.test(String(error.code))
  )
}
