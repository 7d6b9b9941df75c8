import type { Selectable } from 'kysely'
import { Refusal } from '#contract/refusal.ts'
import type { Db, Tables } from '#server/kernel/database/database.ts'

export type OrganisationRow = Selectable<Tables['organisations']>
export type PersonRow = Selectable<Tables['organisation_people']>

/** The organisation of the transaction. */
export async function readOrganisation(db: Db, organisationId: string): Promise<OrganisationRow> {
  const row = await db
    .selectFrom('organisations')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('record.not-found')
  return row
}

/** People's names for the records that name them; ids of nobody are left out. */
export async function findPeople(
  db: Db,
  organisationId: string,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, { id: string; name: string }>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await db
    .selectFrom('organisation_people')
    .select(['id', 'name'])
    .where('organisation_id', '=', organisationId)
    .where('id', 'in', wanted)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** One person, locked for the change that follows. */
export async function lockPerson(db: Db, organisationId: string, id: string): Promise<PersonRow> {
  const row = await db
    .selectFrom('organisation_people')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('record.not-found')
  return row
}

/** How many people could still administer the organisation. Locks them, so that two cannot step down at once. */
export async function countAdministrators(db: Db, organisationId: string): Promise<number> {
  const rows = await db
    .selectFrom('organisation_people')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('role', '=', 'administrator')
    .where('active', '=', true)
    .forUpdate()
    .execute()
  return rows.length
}
