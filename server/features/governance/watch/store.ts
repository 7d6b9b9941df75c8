import { sql, type Updateable } from 'kysely'
import type { Db, Tables } from '#server/kernel/database/database.ts'

export type EntryRow = NonNullable<Awaited<ReturnType<typeof selectEntry>>>

function entries(db: Db, organisationId: string) {
  return db
    .selectFrom('governance_confidential_entries as e')
    .selectAll('e')
    .select([
      sql<number>`(select coalesce(sum(h.times), 0)::int from governance_confidential_hits h where h.organisation_id = e.organisation_id and h.entry_id = e.id)`.as(
        'hits',
      ),
      sql<Date | null>`(select max(h.last_at) from governance_confidential_hits h where h.organisation_id = e.organisation_id and h.entry_id = e.id)`.as(
        'last_hit_at',
      ),
      sql<number>`(select count(*)::int from governance_confidential_views v where v.organisation_id = e.organisation_id and v.entry_id = e.id)`.as(
        'views',
      ),
    ])
    .where('e.organisation_id', '=', organisationId)
}

/** One entry, removed ones too; null where there is none. */
export async function selectEntry(db: Db, organisationId: string, id: string) {
  return (await entries(db, organisationId).where('e.id', '=', id).executeTakeFirst()) ?? null
}

/** Entries, newest first: one more than the limit. */
export function selectEntries(db: Db, organisationId: string, page: { after: string | null; limit: number }) {
  return entries(db, organisationId)
    .where('e.removed_at', 'is', null)
    .$if(page.after !== null, (query) => query.where('e.id', '<', page.after))
    .orderBy('e.id', 'desc')
    .limit(page.limit + 1)
    .execute()
}

/** Holds an entry until the transaction ends, against other changes. */
export async function lockEntry(db: Db, organisationId: string, id: string): Promise<void> {
  await db
    .selectFrom('governance_confidential_entries')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
}

/** Writes the columns given and counts the version up. */
export async function updateEntry(
  db: Db,
  organisationId: string,
  id: string,
  columns: Updateable<Tables['governance_confidential_entries']>,
): Promise<void> {
  await db
    .updateTable('governance_confidential_entries')
    .set({ ...columns, version: sql`version + 1` })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute()
}
