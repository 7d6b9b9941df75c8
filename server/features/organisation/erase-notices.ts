import { sql } from 'kysely'
import type { Db } from '#server/kernel/database/database.ts'

interface Erasure {
  readonly organisationId: string
  readonly before: Date
  readonly kept: {
    readonly records: readonly string[]
    readonly periods: readonly { readonly from: Date | null; readonly until: Date | null }[]
  }
  readonly most: number
}

/** Erases notices older than their period, but for those about a record or from a period that is kept. Says how many. */
export async function eraseNotices(db: Db, { organisationId, before, kept, most }: Erasure): Promise<number> {
  const { rows } = await sql`
    delete from organisation_notices where organisation_id = ${organisationId} and id in (
      select n.id from organisation_notices n where n.organisation_id = ${organisationId} and n.created_at < ${before} and n.subject_id <> all(${kept.records}::uuid[])
        and not exists (select from jsonb_to_recordset(${JSON.stringify(kept.periods)}::jsonb) as h("from" timestamptz, until timestamptz) where (h."from" is null or n.created_at >= h."from") and (h.until is null or n.created_at < h.until))
      limit ${most}) returning id`.execute(db)
  return rows.length
}
