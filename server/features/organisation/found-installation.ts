import { sql } from 'kysely'
import type { z } from 'zod'
import type { FoundInstallation } from '#contract/installation.ts'
import { Refusal } from '#contract/refusal.ts'
import { appendEvents } from '#server/kernel/events/change.ts'
import { UNBOUND } from '#server/kernel/facts.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { createUser, preparePassword } from './create-user.ts'
import { slugOf } from './domain/slug.ts'
import { foundStructure } from './model/found-structure.ts'

const FOUNDING_LOCK = 7_882_372

/** Whether anybody can sign in here yet. */
export async function isFounded(kernel: Kernel): Promise<boolean> {
  const row = await kernel.database.identity.selectFrom('identity.user').select('id').limit(1).executeTakeFirst()
  return row !== undefined
}

/**
 * Founds a fresh installation: the organisation and its first person, who administers it. Of two who try at once one wins;
 * on an installation that has people it is refused.
 */
export async function foundInstallation(
  kernel: Kernel,
  input: z.output<typeof FoundInstallation>,
): Promise<{ organisationId: string; personId: string }> {
  if (await isFounded(kernel)) throw new Refusal('installation.founded')
  const passwordHash = await preparePassword({ ...input, known: [input.organisation] })
  const organisationId = kernel.clock.newId()
  const personId = kernel.clock.newId()
  const now = kernel.clock.now()
  await kernel.database.inOrganisation(organisationId, async (db) => {
    await sql`select pg_advisory_xact_lock(${FOUNDING_LOCK})`.execute(db)
    const somebody = await db.selectFrom('identity.user').select('id').limit(1).executeTakeFirst()
    if (somebody !== undefined) throw new Refusal('installation.founded')
    const userId = await createUser(db, kernel.clock, { name: input.name, email: input.email, passwordHash })
    await db
      .insertInto('organisations')
      .values({
        organisation_id: organisationId,
        name: input.organisation,
        slug: slugOf(input.organisation),
        language: input.language,
        time_zone: input.timeZone,
        data_key: kernel.keyring.newDataKey(),
        created_at: now,
      })
      .execute()
    await foundStructure(db, kernel.clock, { organisationId, name: input.organisation })
    await db
      .insertInto('organisation_people')
      .values({
        organisation_id: organisationId,
        id: personId,
        user_id: userId,
        name: input.name,
        email: input.email,
        role: 'administrator',
        language: input.language,
        time_zone: input.timeZone,
        tour: JSON.stringify({ done: [] }),
        created_at: now,
      })
      .execute()
    const actor = {
      kind: 'person',
      id: personId,
      personId,
      name: input.name,
      organisationId,
      role: 'administrator',
      scopes: null,
      facts: UNBOUND,
      language: input.language,
      timeZone: input.timeZone,
      sessionId: null,
    } as const
    await appendEvents(db, kernel.clock, [
      {
        actor,
        event: {
          verb: 'organisation.founded',
          subject: { type: 'organisation', id: organisationId, title: input.organisation },
          after: { name: input.organisation },
        },
      },
      {
        actor,
        event: {
          verb: 'person.joined',
          subject: { type: 'person', id: personId, title: input.name },
          after: { role: 'administrator' },
        },
      },
    ])
  })
  return { organisationId, personId }
}
