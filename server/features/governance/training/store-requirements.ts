import { sql, type Insertable } from 'kysely'
import type { Db, Tables } from '#server/kernel/database/database.ts'
import type { Translated } from '../domain/translated.ts'

export type RequirementRow = NonNullable<Awaited<ReturnType<typeof selectRequirement>>>

function requirements(db: Db, organisationId: string) {
  return db
    .selectFrom('governance_requirements as r')
    .leftJoin('governance_policies as p', (join) =>
      join.onRef('p.organisation_id', '=', 'r.organisation_id').onRef('p.id', '=', 'r.policy_id'),
    )
    .leftJoin('governance_policy_versions as v', (join) =>
      join
        .onRef('v.organisation_id', '=', 'p.organisation_id')
        .onRef('v.policy_id', '=', 'p.id')
        .onRef('v.number', '=', 'p.current'),
    )
    .leftJoin('governance_courses as c', (join) =>
      join.onRef('c.organisation_id', '=', 'r.organisation_id').onRef('c.id', '=', 'r.course_id'),
    )
    .leftJoin('organisation_units as u', (join) =>
      join.onRef('u.organisation_id', '=', 'r.organisation_id').onRef('u.id', '=', 'r.unit_id'),
    )
    .selectAll('r')
    .select(['u.name as unit_name'])
    .select(sql<Translated<string>>`coalesce(v.content, c.content)->'title'`.as('title'))
    .select(
      sql<boolean>`coalesce(p.current is not null and p.removed_at is null, c.published_at is not null and c.removed_at is null)`.as(
        'stands',
      ),
    )
    .where('r.organisation_id', '=', organisationId)
}

/** One requirement, removed ones too; null where there is none. */
export async function selectRequirement(db: Db, organisationId: string, id: string) {
  return (await requirements(db, organisationId).where('r.id', '=', id).executeTakeFirst()) ?? null
}

/** Requirements, newest first: one more than the limit. */
export function selectRequirements(
  db: Db,
  organisationId: string,
  { after, limit }: { readonly after: string | null; readonly limit: number },
) {
  return requirements(db, organisationId)
    .where('r.removed_at', 'is', null)
    .$if(after !== null, (query) => query.where('r.id', '<', after))
    .orderBy('r.id', 'desc')
    .limit(limit + 1)
    .execute()
}

/** Holds the row until the transaction ends. */
export async function lockRequirement(db: Db, organisationId: string, id: string): Promise<void> {
  await db
    .selectFrom('governance_requirements')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
}

/** Inserts a requirement; false where the same one stands already. */
export async function insertRequirement(db: Db, row: Insertable<Tables['governance_requirements']>): Promise<boolean> {
  const inserted = await db
    .insertInto('governance_requirements')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

/** Takes a requirement away, or brings it back, and counts the version up. */
export async function setRemoved(db: Db, organisationId: string, id: string, removedAt: Date | null): Promise<void> {
  await db
    .updateTable('governance_requirements')
    .set({ removed_at: removedAt, version: sql`version + 1` })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute()
}

/** Whether a requirement of the same kind stands beside this removed one. */
export async function hasTwin(db: Db, row: RequirementRow): Promise<boolean> {
  const twin = await db
    .selectFrom('governance_requirements')
    .select('id')
    .where('organisation_id', '=', row.organisation_id)
    .where('removed_at', 'is', null)
    .where('action', '=', row.action)
    .where('policy_id', 'is not distinct from', row.policy_id)
    .where('course_id', 'is not distinct from', row.course_id)
    .where('role', 'is not distinct from', row.role)
    .where('unit_id', 'is not distinct from', row.unit_id)
    .executeTakeFirst()
  return twin !== undefined
}
