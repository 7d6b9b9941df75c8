import { UNBOUND } from '#server/kernel/facts.ts'
import type { Role } from '#contract/actions.ts'
import { createApiKey, foundStructure } from '#server/features/organisation/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Caller, World } from './world.ts'

/** Another organisation on the same installation, with a key of its administrator. */
export async function addOrganisation(world: World): Promise<{ organisationId: string; caller: Caller }> {
  const organisationId = crypto.randomUUID()
  await world.kernel.database.inOrganisation(organisationId, async (db) => {
    await db
      .insertInto('organisations')
      .values({
        organisation_id: organisationId,
        name: 'Others',
        slug: `others-${organisationId.slice(0, 8)}`,
        data_key: world.kernel.keyring.newDataKey(),
        created_at: new Date(),
      })
      .execute()
    await foundStructure(db, world.kernel.clock, { organisationId, name: 'Others' })
  })
  return { organisationId, caller: await addPerson(world, 'administrator', organisationId) }
}

/** A person with a role, and a key that may all that the role may. */
export async function addPerson(world: World, role: Role, organisationId = world.organisationId): Promise<Caller> {
  const id = crypto.randomUUID()
  const userId = crypto.randomUUID()
  const email = `${id}@example.org`
  await world.kernel.database.inOrganisation(organisationId, async (db) => {
    await db.insertInto('identity.user').values({ id: userId, name: role, email }).execute()
    await db
      .insertInto('organisation_people')
      .values({ organisation_id: organisationId, id, user_id: userId, name: role, email, role, created_at: new Date() })
      .execute()
  })
  const actor: Actor = {
    kind: 'person',
    id,
    personId: id,
    name: role,
    organisationId,
    role,
    scopes: null,
    facts: UNBOUND,
    language: 'en',
    timeZone: 'UTC',
    sessionId: null,
  }
  const made = await createApiKey(world.kernel, actor, { name: role })
  return world.holder(made.key)
}
