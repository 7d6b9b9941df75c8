import { sql } from 'kysely'
import { systemActor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { appendEvents } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { CannotUnseal } from '#server/kernel/secrets/seal.ts'
import type { Account } from '#server/platforms/port.ts'
import { openAccount } from '../channels/credentials.ts'
import type { ChannelRow } from '../channels/store.ts'
import { LATE_AFTER_MS } from '../domain/delivery.ts'
import type { DeliveryRow } from '../posts/load-posts.ts'

/** A delivery taken by this worker until its lease ends. The attempt is committed: from here on the request may leave. */
export interface Claim {
  readonly kind: 'send' | 'look-up'
  readonly delivery: DeliveryRow
  readonly channel: ChannelRow
  /** Opened once for all deliveries of a channel that are claimed together; null where its secrets do not open. */
  readonly account: Account | null
  readonly leaseUntil: Date
}

export interface Waiting {
  readonly organisationId: string
  readonly id: string
}

/** Deliveries of all organisations that somebody has to look at now, the longest waiting first; and when the next one comes. */
export function findWaiting(kernel: Kernel, most: number): Promise<{ waiting: Waiting[]; next: Date | null }> {
  const now = kernel.clock.now()
  return kernel.database.dispatching(async (db) => {
    const waiting = await db
      .selectFrom('publishing_deliveries')
      .select(['organisation_id as organisationId', 'id'])
      .where('next_at', '<=', now)
      .orderBy('next_at')
      .limit(most)
      .execute()
    const next = await db
      .selectFrom('publishing_deliveries')
      .select('next_at')
      .where('next_at', '>', now)
      .orderBy('next_at')
      .limit(1)
      .executeTakeFirst()
    return { waiting, next: next?.next_at ?? null }
  })
}

/**
 * Takes deliveries of one organisation. What another worker holds is skipped; what has lost its worker becomes unknown and is
 * looked up, never just sent again; what must not go out now is held.
 */
export function claim(
  kernel: Kernel,
  organisationId: string,
  ids: readonly string[],
  leaseMs: number,
): Promise<Claim[]> {
  const now = kernel.clock.now()
  const leaseUntil = new Date(now.getTime() + leaseMs)
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const rows = await db
      .selectFrom('publishing_deliveries')
      .selectAll()
      .where('organisation_id', '=', organisationId)
      .where('id', 'in', ids)
      .where('next_at', '<=', now)
      .where('state', 'in', ['planned', 'retry-at', 'sending', 'unknown'])
      .forUpdate()
      .skipLocked()
      .execute()
    if (rows.length === 0) return []
    const channels = await readChannels(db, organisationId, rows)
    const accounts = new Map<string, Account | null>()
    const claims: Claim[] = []
    const held: { delivery: DeliveryRow; reason: string }[] = []
    for (const delivery of rows) {
      const channel = channels.get(delivery.channel_id)
      if (channel === undefined) continue
      const reason = holdReason(delivery, channel, now)
      if (reason !== null) {
        held.push({ delivery, reason })
        continue
      }
      let account = accounts.get(channel.id)
      if (account === undefined) {
        account = await openOrNull(kernel, db, channel)
        accounts.set(channel.id, account)
      }
      claims.push({
        kind: delivery.state === 'planned' || delivery.state === 'retry-at' ? 'send' : 'look-up',
        delivery,
        channel,
        account,
        leaseUntil,
      })
    }
    await hold(kernel, db, organisationId, held)
    return take(db, organisationId, claims, now)
  })
}

/** One channel whose secrets do not open must not keep the others from being served. */
async function openOrNull(kernel: Kernel, db: Db, channel: ChannelRow): Promise<Account | null> {
  try {
    return await openAccount(kernel, db, channel)
  } catch (error) {
    if (!(error instanceof CannotUnseal)) throw error
    kernel.log.error({ err: error, channel: channel.id }, 'the secrets of a channel do not open')
    return null
  }
}

async function readChannels(
  db: Db,
  organisationId: string,
  rows: readonly DeliveryRow[],
): Promise<ReadonlyMap<string, ChannelRow>> {
  const ids = [...new Set(rows.map((row) => row.channel_id))]
  const channels = await db
    .selectFrom('publishing_channels')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('id', 'in', ids)
    .execute()
  return new Map(channels.map((row) => [row.id, row]))
}

/** Only what has certainly not been sent can be held back; what may be out there is looked up first. */
function holdReason(delivery: DeliveryRow, channel: ChannelRow, now: Date): string | null {
  if (delivery.state !== 'planned' && delivery.state !== 'retry-at') return null
  if (channel.state === 'paused') return 'channel-paused'
  if (channel.state !== 'connected') return 'channel-needs-reconnecting'
  return delivery.state === 'planned' && now.getTime() - delivery.due_at.getTime() > LATE_AFTER_MS ? 'too-late' : null
}

async function hold(
  kernel: Kernel,
  db: Db,
  organisationId: string,
  held: readonly { delivery: DeliveryRow; reason: string }[],
): Promise<void> {
  for (const { delivery, reason } of held) {
    await db
      .updateTable('publishing_deliveries')
      .set({ state: 'held', next_at: null, reason, fence: delivery.fence + 1 })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', delivery.id)
      .execute()
  }
  const actor = systemActor(organisationId)
  await appendEvents(
    db,
    kernel.clock,
    held.map(({ delivery, reason }) => ({
      actor,
      event: {
        verb: 'delivery.held' as const,
        subject: { type: 'delivery' as const, id: delivery.id },
        before: { state: delivery.state },
        after: { state: 'held', reason },
      },
    })),
  )
}

/** Writes lease, fence and attempt of all claims, in two statements. An attempt that lost its worker is closed as unknown. */
async function take(db: Db, organisationId: string, claims: readonly Claim[], now: Date): Promise<Claim[]> {
  if (claims.length === 0) return []
  const taken = claims.map((one) => ({
    ...one,
    delivery: {
      ...one.delivery,
      fence: one.delivery.fence + 1,
      state: one.kind === 'send' ? 'sending' : 'unknown',
      started_at: one.delivery.started_at ?? now,
      sends: one.delivery.sends + (one.kind === 'send' ? 1 : 0),
      look_ups: one.delivery.look_ups + (one.kind === 'look-up' ? 1 : 0),
    },
  }))
  const rows = JSON.stringify(
    taken.map(({ kind, delivery, leaseUntil }) => ({
      id: delivery.id,
      kind,
      fence: delivery.fence,
      state: delivery.state,
      lease: leaseUntil.toISOString(),
    })),
  )
  await sql`
    update publishing_deliveries d set state = r.state, fence = r.fence, lease_until = r.lease, next_at = r.lease, started_at = coalesce(d.started_at, ${now}),
      sends = d.sends + (r.kind = 'send')::int, look_ups = d.look_ups + (r.kind = 'look-up')::int
    from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, kind text, fence int, state text, lease timestamptz)
    where d.organisation_id = ${organisationId} and d.id = r.id`.execute(db)
  const lookedUp = taken.filter(({ kind }) => kind === 'look-up').map(({ delivery }) => delivery.id)
  if (lookedUp.length > 0) {
    await db
      .updateTable('publishing_attempts')
      .set({ ended_at: now, outcome: 'unknown', reason: 'answer-lost' })
      .where('organisation_id', '=', organisationId)
      .where('delivery_id', 'in', lookedUp)
      .where('ended_at', 'is', null)
      .execute()
  }
  await db
    .insertInto('publishing_attempts')
    .values(
      taken.map(({ kind, delivery }) => ({
        organisation_id: organisationId,
        delivery_id: delivery.id,
        number: delivery.fence,
        kind,
        fence: delivery.fence,
        started_at: now,
      })),
    )
    .execute()
  return taken
}
