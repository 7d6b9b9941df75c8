import { sql } from 'kysely'
import type { Db } from '#server/kernel/database/database.ts'

export interface StopItem {
  readonly stopId: string
  readonly deliveryId: string
  readonly postId: string
}

/**
 * Writes what a stop held, or what was on its way when it came. What is held anew, having been moved into the stop or given
 * back by a worker, waits for a decision again.
 */
export async function saveItems(
  db: Db,
  organisationId: string,
  { items, kind, at }: { readonly items: readonly StopItem[]; readonly kind: 'held' | 'on-its-way'; readonly at: Date },
): Promise<void> {
  if (items.length === 0) return
  const rows = JSON.stringify(items)
  await sql`
    insert into governance_stop_items (organisation_id, stop_id, delivery_id, post_id, kind, at)
    select ${organisationId}, "stopId", "deliveryId", "postId", ${kind}, ${at} from jsonb_to_recordset(${rows}::jsonb) as r("stopId" uuid, "deliveryId" uuid, "postId" uuid)
    on conflict (organisation_id, stop_id, delivery_id) do update set kind = excluded.kind, at = excluded.at, decision = null, decided_by_name = null, decided_at = null`.execute(
    db,
  )
}
