import type { Clock } from '#server/kernel/clock.ts'
import type { Db } from '#server/kernel/database/database.ts'

/** Gives a new organisation its root, the company, and the model in which one place does everything. Returns the root's id. */
export async function foundStructure(
  db: Db,
  clock: Clock,
  { organisationId, name }: { readonly organisationId: string; readonly name: string },
): Promise<string> {
  const id = clock.newId()
  const now = clock.now()
  await db
    .insertInto('organisation_units')
    .values({ organisation_id: organisationId, id, kind: 'company', name, created_at: now })
    .execute()
  await db
    .insertInto('organisation_operating_models')
    .values({ organisation_id: organisationId, id: clock.newId(), model: 'centralised', since: now })
    .execute()
  return id
}
