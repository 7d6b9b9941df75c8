import { sql } from 'kysely'
import type { Db } from '#server/kernel/database/database.ts'

/** A unit and all above it, itself first; null for no unit. What `may` compares a person's reach with. */
export async function unitPath(
  db: Db,
  organisationId: string,
  unitId: string | null | undefined,
): Promise<readonly string[] | null> {
  if (unitId === null || unitId === undefined) return null
  const { rows } = await sql<{ id: string }>`
    with recursive path as (
      select id, parent_id, 0 as depth from organisation_units where organisation_id = ${organisationId} and id = ${unitId}
      union all
      select u.id, u.parent_id, p.depth + 1 from organisation_units u join path p on u.organisation_id = ${organisationId} and u.id = p.parent_id
    ) select id from path order by depth`.execute(db)
  return rows.map((row) => row.id)
}
