import { sql } from 'kysely'
import type { Change } from '#server/kernel/events/change.ts'

interface HeldRow {
  readonly deliveryId: string
  readonly postId: string
  readonly state: string
}

/** Holds deliveries that are due and that nobody has claimed, since a stop covers them. Says which. */
export async function holdDue(
  { db, record }: Change,
  organisationId: string,
  deliveryIds: readonly string[],
): Promise<readonly HeldRow[]> {
  if (deliveryIds.length === 0) return []
  const { rows } = await sql<HeldRow>`
    with due as (
      select id, state from publishing_deliveries where organisation_id = ${organisationId} and id = any(${[...deliveryIds]}::uuid[]) and state in ('planned', 'retry-at') order by due_at, id for update)
    update publishing_deliveries d set state = 'held', next_at = null, reason = 'stop', fence = d.fence + 1
    from due where d.organisation_id = ${organisationId} and d.id = due.id returning d.id as "deliveryId", d.post_id as "postId", due.state`.execute(
    db,
  )
  for (const { deliveryId, postId, state } of rows)
    record({
      verb: 'delivery.held',
      subject: { type: 'delivery', id: deliveryId },
      before: { state },
      after: { state: 'held', reason: 'stop', postId },
    })
  return rows
}
