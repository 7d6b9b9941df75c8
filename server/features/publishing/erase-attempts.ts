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

/** Erases single steps of deliveries that have long ended, but for those of a post or from a period that is kept. Says how many. */
export async function eraseAttempts(db: Db, { organisationId, before, kept, most }: Erasure): Promise<number> {
  const { rows } = await sql`
    delete from publishing_attempts where organisation_id = ${organisationId} and (delivery_id, number) in (
      select a.delivery_id, a.number from publishing_attempts a join publishing_deliveries d on d.organisation_id = a.organisation_id and d.id = a.delivery_id
      where a.organisation_id = ${organisationId} and a.ended_at < ${before} and d.state in ('published', 'removed', 'cancelled', 'failed')
        and d.post_id <> all(${kept.records}::uuid[]) and d.id <> all(${kept.records}::uuid[]) and d.channel_id <> all(${kept.records}::uuid[])
        and not exists (select from jsonb_to_recordset(${JSON.stringify(kept.periods)}::jsonb) as h("from" timestamptz, until timestamptz) where (h."from" is null or a.ended_at >= h."from") and (h.until is null or a.ended_at < h.until))
      limit ${most}) returning delivery_id`.execute(db)
  return rows.length
}
