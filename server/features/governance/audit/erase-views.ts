import { sql } from 'kysely'
import type { Db } from '#server/kernel/database/database.ts'
import type { Erasure } from './ports.ts'

/** Erases who looked at which confidential entry, once that is older than its period. */
export async function eraseViews(db: Db, { organisationId, before, kept, most }: Erasure): Promise<number> {
  const { rows } = await sql`
    delete from governance_confidential_views where organisation_id = ${organisationId} and id in (
      select v.id from governance_confidential_views v where v.organisation_id = ${organisationId} and v.at < ${before} and v.entry_id <> all(${kept.records}::uuid[])
        and not exists (select from jsonb_to_recordset(${JSON.stringify(kept.periods)}::jsonb) as h("from" timestamptz, until timestamptz) where (h."from" is null or v.at >= h."from") and (h.until is null or v.at < h.until))
      order by v.at limit ${most}) returning id`.execute(db)
  return rows.length
}
