import type { Command } from 'commander'
import { CannotStart } from '#server/kernel/cannot-start.ts'
import { migrate } from '#server/kernel/database/migrate.ts'
import { openKernel } from '#server/kernel/open-kernel.ts'
import { plantSample } from '#server/sample/plant-sample.ts'
import { findSamples, removeSample } from '#server/sample/remove-sample.ts'
import { asOwner } from './as-owner.ts'
import type { Surroundings } from './surroundings.ts'
import { withInstallation } from './with-installation.ts'

const HELP = `
The sample is an organisation of its own beside yours, with half a year of a made-up company's plans, posts and results.
It can be looked at and changed without harm, and is marked as a sample. Made again, it takes the place of the old one.`

interface SampleOptions {
  readonly remove?: boolean
}

/** Adds `tutti sample`. */
export function addSample(program: Command, surroundings: Surroundings): void {
  program
    .command('sample')
    .summary('fill a sample organisation to try things out, or remove it')
    .description('Makes a sample organisation for a person, or removes it.')
    .argument('[email]', 'whose sample it is; without it the first administrator')
    .option('--remove', 'remove the sample instead')
    .addHelpText('after', HELP)
    .action((email: string | undefined, options: SampleOptions) => sample(surroundings, email ?? null, options))
}

interface Owner {
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly language: 'en' | 'tr'
}

/** Makes or removes the sample of a person. Throws CannotStart where nobody can sign in. */
export function sample(
  surroundings: Surroundings,
  email: string | null,
  { remove = false }: SampleOptions,
): Promise<void> {
  return withInstallation(surroundings, { beside: true, existing: true }, async ({ config, log, installation }) => {
    await migrate(installation.connection)
    const owner = await findOwner(installation.connection, email)
    const { kernel, close } = await openKernel({ config, log, ...installation })
    try {
      let removed = 0
      for (const id of await findSamples(kernel, owner.userId)) if (await removeSample(kernel, id)) removed++
      if (remove)
        return surroundings.print(
          removed === 0 ? `${owner.email} has no sample.` : `The sample of ${owner.email} is gone.`,
        )
      surroundings.say('Planting the sample ...')
      await plantSample(kernel, owner)
      surroundings.print(`${owner.email} finds the sample organisation after signing in at ${config.publicUrl}.`)
    } finally {
      await close()
    }
  })
}

function findOwner(connection: Parameters<typeof asOwner>[0], email: string | null): Promise<Owner> {
  return asOwner(connection, async (client) => {
    const { rows } = await client.query<Owner>(
      `select p.user_id as "userId", p.name, p.email, p.language from organisation_people p join organisations o using (organisation_id)
       where not o.sample and p.active and case when $1::text is null then p.role = 'administrator' else p.email = $1 end order by p.created_at limit 1`,
      [email?.trim().toLowerCase() ?? null],
    )
    const [owner] = rows
    if (owner !== undefined) return owner
    throw new CannotStart(
      email === null
        ? 'There is no organisation yet, so nobody could look at the sample. Found one in the browser or with tutti setup.'
        : `Nobody signs in with ${email}. See who does: tutti user list`,
    )
  })
}
