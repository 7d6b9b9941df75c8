import type { Role, UnitKind } from '#contract/actions.ts'
import { createApiKey } from './api-keys.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { UNBOUND } from '#server/kernel/facts.ts'

interface Place {
  readonly kernel: Kernel
  readonly organisationId: string
}

/** A unit, by default a region below the company. */
export function plantUnit(
  { kernel, organisationId }: Place,
  {
    name,
    kind = 'region',
    parentId,
    centre = false,
  }: { name: string; kind?: UnitKind; parentId?: string; centre?: boolean },
): Promise<string> {
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const root = await db
      .selectFrom('organisation_units')
      .select('id')
      .where('parent_id', 'is', null)
      .executeTakeFirstOrThrow()
    const id = kernel.clock.newId()
    await db
      .insertInto('organisation_units')
      .values({
        organisation_id: organisationId,
        id,
        parent_id: parentId ?? root.id,
        kind,
        name,
        centre,
        created_at: kernel.clock.now(),
      })
      .execute()
    return id
  })
}

/** The unit at the top. */
export function rootUnit({ kernel, organisationId }: Place): Promise<string> {
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const row = await db
      .selectFrom('organisation_units')
      .select('id')
      .where('organisation_id', '=', organisationId)
      .where('parent_id', 'is', null)
      .executeTakeFirstOrThrow()
    return row.id
  })
}

export interface Planted {
  readonly personId: string
  readonly positionId: string
  /** A key of this person, who could sign in as well. */
  readonly key: string
}

/** A person of this name and role, who holds a position in a unit. */
export async function plantPerson(
  { kernel, organisationId }: Place,
  { name, role = 'officer', unitId }: { name: string; role?: Role; unitId: string },
): Promise<Planted> {
  const personId = kernel.clock.newId()
  await kernel.database.inOrganisation(organisationId, async (db) => {
    const userId = kernel.clock.newId()
    const email = `${personId}@example.org`
    await db.insertInto('identity.user').values({ id: userId, name, email }).execute()
    await db
      .insertInto('organisation_people')
      .values({
        organisation_id: organisationId,
        id: personId,
        user_id: userId,
        name,
        email,
        role,
        created_at: kernel.clock.now(),
      })
      .execute()
  })
  const { key } = await createApiKey(
    kernel,
    {
      kind: 'person',
      id: personId,
      personId,
      name,
      organisationId,
      role,
      scopes: null,
      facts: UNBOUND,
      language: 'en',
      timeZone: 'UTC',
      sessionId: null,
    },
    { name },
  )
  return {
    personId,
    positionId: await plantPosition({ kernel, organisationId }, { unitId, title: `${name}'s seat`, personId }),
    key,
  }
}

/** A position in a unit, filled or vacant. */
export function plantPosition(
  { kernel, organisationId }: Place,
  { unitId, title, personId = null }: { unitId: string; title: string; personId?: string | null },
): Promise<string> {
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const id = kernel.clock.newId()
    await db
      .insertInto('organisation_positions')
      .values({
        organisation_id: organisationId,
        id,
        unit_id: unitId,
        title,
        person_id: personId,
        vacant_since: personId === null ? kernel.clock.now() : null,
        created_at: kernel.clock.now(),
      })
      .execute()
    return id
  })
}
