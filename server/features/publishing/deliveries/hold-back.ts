import { sql } from 'kysely'
import { fileHeld, type CoveringStop } from '#server/features/governance/index.ts'
import { systemActor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { appendEvents, type NewEvent } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { markNeedsReconnecting, SECRETS_UNREADABLE } from '../channels/mark-needs-reconnecting.ts'
import type { ChannelRow } from '../channels/store.ts'
import { LATE_AFTER_MS } from '../domain/delivery.ts'
import type { DeliveryRow } from '../posts/load-posts.ts'

/** A delivery that has certainly not been sent and must not go out now. */
export interface Held {
  readonly delivery: DeliveryRow
  readonly reason: string
  /** The emergency stops that hold it, under which it is filed for the review after them. */
  readonly stops?: readonly CoveringStop[]
}

/** Certainly not sent yet: only such a delivery can be held back; what may be out there is looked up first. */
export function isUnsent({ state }: Pick<DeliveryRow, 'state'>): boolean {
  return state === 'planned' || state === 'retry-at'
}

/** Why a delivery must not go out now, apart from emergency stops; null: it may. */
export function holdReason(delivery: DeliveryRow, channel: Pick<ChannelRow, 'state'>, now: Date): string | null {
  if (!isUnsent(delivery)) return null
  if (channel.state === 'paused') return 'channel-paused'
  if (channel.state !== 'connected') return 'channel-needs-reconnecting'
  return delivery.state === 'planned' && now.getTime() - delivery.due_at.getTime() > LATE_AFTER_MS ? 'too-late' : null
}

/** Holds deliveries back until a person moves them to a new time, and marks the channels whose secrets do not open. */
export async function holdBack(
  kernel: Kernel,
  db: Db,
  organisationId: string,
  { held, closed }: { held: readonly Held[]; closed: readonly Pick<ChannelRow, 'organisation_id' | 'id' | 'name'>[] },
): Promise<void> {
  const events: NewEvent[] = []
  for (const channel of closed)
    events.push(...(await markNeedsReconnecting(db, channel, { code: SECRETS_UNREADABLE, words: null })))
  if (held.length > 0) {
    const rows = JSON.stringify(held.map(({ delivery, reason }) => ({ id: delivery.id, reason })))
    await sql`
      update publishing_deliveries d set state = 'held', next_at = null, reason = r.reason, fence = d.fence + 1
      from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, reason text)
      where d.organisation_id = ${organisationId} and d.id = r.id`.execute(db)
  }
  await fileHeld(
    db,
    organisationId,
    held.flatMap(({ delivery, stops }) =>
      stops === undefined ? [] : [{ deliveryId: delivery.id, postId: delivery.post_id, stops }],
    ),
    kernel.clock.now(),
  )
  for (const { delivery, reason } of held)
    events.push({
      verb: 'delivery.held',
      subject: { type: 'delivery', id: delivery.id },
      before: { state: delivery.state },
      after: { state: 'held', reason },
    })
  const actor = systemActor(organisationId)
  await appendEvents(
    db,
    kernel.clock,
    events.map((event) => ({ actor, event })),
  )
}
