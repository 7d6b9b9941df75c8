import type { Command } from 'commander'
import { FoundInstallation } from '#contract/installation.ts'
import { createApiKey, foundInstallation, isFounded } from '#server/features/organisation/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { CannotStart } from '#server/kernel/cannot-start.ts'
import { migrate } from '#server/kernel/database/migrate.ts'
import { UNBOUND } from '#server/kernel/facts.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { openKernel } from '#server/kernel/open-kernel.ts'
import { translate } from '#server/kernel/translate.ts'
import { readSecret } from './read-secret.ts'
import type { Surroundings } from './surroundings.ts'
import { withInstallation } from './with-installation.ts'

const HELP = `
Does what the first page in the browser does: founds the organisation and its first person, who administers it. Works
once, on a fresh installation; also while its server runs.

The password is better not given on the command line, where other accounts of the machine may read it:
  TUTTI_SETUP_PASSWORD=...  in the environment, or
  --password -              from standard input (at a terminal you are asked for it).
It has at least 12 characters and is not easy to guess; several words are easy to remember.

With --api-key, the last line of the output is a key with all rights of this person, for scripts. It is shown once.

Example:
  pwgen 24 1 | npx tutti setup --organisation "Kavrela Coffee" --name "Ada Yilmaz" --email ada@kavrela.example \\
    --password - --language tr --time-zone Europe/Istanbul --api-key | tail -n 1 > key-for-scripts`

export interface SetupOptions {
  readonly organisation: string
  readonly name: string
  readonly email: string
  readonly password?: string
  readonly language?: string
  readonly timeZone?: string
  readonly apiKey?: boolean
}

/** Adds `tutti setup`. */
export function addSetup(program: Command, surroundings: Surroundings): void {
  program
    .command('setup')
    .summary('found the organisation and its administrator, without a browser')
    .description('Founds a fresh installation without a browser.')
    .requiredOption('--organisation <name>', 'name of the organisation')
    .requiredOption('--name <name>', 'name of the administrator')
    .requiredOption('--email <address>', 'e-mail address the administrator signs in with')
    .option('--password <password>', 'password of the administrator; - reads it from standard input')
    .option('--language <language>', 'en or tr', 'en')
    .option('--time-zone <zone>', 'time zone of the organisation, such as Europe/Istanbul', 'UTC')
    .option('--api-key', 'print a new API key as the last line')
    .addHelpText('after', HELP)
    .action((options: SetupOptions) => setup(surroundings, options))
}

/** Founds a fresh installation. Throws CannotStart with all that is wrong, or where it has been founded already. */
export function setup(surroundings: Surroundings, options: SetupOptions): Promise<void> {
  return withInstallation(surroundings, { beside: true, existing: false }, async ({ config, log, installation }) => {
    await migrate(installation.connection)
    const { kernel, close } = await openKernel({ config, log, ...installation })
    try {
      await refuseFounded(kernel)
      const input = readInput({ ...options, password: await readPassword(surroundings, options) })
      const founded = await foundInstallation(kernel, input)
      surroundings.print(
        `Founded ${input.organisation}. ${input.name} signs in at ${config.publicUrl} with ${input.email}.`,
      )
      if (options.apiKey !== true) return
      const { key } = await createApiKey(kernel, administratorOf(founded, input), { name: 'Set-up' })
      surroundings.say('The next line is an API key with all rights of the administrator. It is shown once.')
      surroundings.print(key)
    } finally {
      await close()
    }
  })
}

async function refuseFounded(kernel: Kernel): Promise<void> {
  if (await isFounded(kernel)) {
    throw new CannotStart(
      'An organisation has already been founded here, so there is nothing to set up. Sign in instead.',
    )
  }
}

async function readPassword(surroundings: Surroundings, { password }: SetupOptions): Promise<string> {
  const given = password ?? surroundings.env['TUTTI_SETUP_PASSWORD']
  if (given !== undefined && given !== '' && given !== '-') return given
  return readSecret(surroundings, 'Password of the administrator:')
}

function readInput(given: SetupOptions & { readonly password: string }) {
  const parsed = FoundInstallation.safeParse(given)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(({ path, message }) => {
    const sentence = translate('en', `refusal:${message}`)
    return `- ${String(path[0])}: ${sentence === `refusal:${message}` ? message : sentence}`
  })
  throw new CannotStart(['This cannot be set up:', ...problems].join('\n'))
}

function administratorOf(
  { organisationId, personId }: { readonly organisationId: string; readonly personId: string },
  { name, language, timeZone }: ReturnType<typeof readInput>,
): Actor {
  return {
    kind: 'person',
    id: personId,
    personId,
    name,
    organisationId,
    role: 'administrator',
    scopes: null,
    facts: UNBOUND,
    language,
    timeZone,
    sessionId: null,
  }
}
