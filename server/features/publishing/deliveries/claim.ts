import { sql } from 'kysely'
import { passGate, stopsFor } from '#server/features/governance/index.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { Account } from '#server/platforms/port.ts'
import { openAccountOrNull } from '../channels/credentials.ts'
import type { ChannelRow } from '../channels/store.ts'
import type { DeliveryRow } from '../posts/load-posts.ts'
import type { Waiting } from './find-waiting.ts'
import { holdBack, holdReason, isUnsent, type Held } from './hold-back.ts'

/** What carrying out needs to know of a channel. */
export type ClaimedChannel = Pick<
  ChannelRow,
  'organisation_id' | 'id' | 'platform' | 'name' | 'state' | 'settings' | 'credentials'
>

interface Taken {
  readonly delivery: DeliveryRow
  readonly channel: ClaimedChannel
  readonly leaseUntil: Date
}

/**
 * A delivery taken by this worker until its lease ends. The attempt is committed: from here on the request may leave. The
 * account is opened once for all deliveries of a channel that are claimed together; null where its secrets do not open.
 */
export type Claim = Taken &
  (
    | { readonly kind: 'send'; readonly account: Account }
    | { readonly kind: 'look-up'; readonly account: Account | null }
  )

export interface Claimed {
  readonly claims: readonly Claim[]
  /** How many were seen, with those that are held. */
  readonly seen: number
}

/**
 * Takes deliveries of one organisation, the longest waiting first. What another worker holds is skipped; what has lost its
 * worker becomes unknown and is looked up, never just sent again; what must not go out now is held.
 */
export function claim(
  kernel: Kernel,
  { organisationId, until }: Pick<Waiting, 'organisationId' | 'until'>,
  most: number,
  leaseMs: number,
): Promise<Claimed> {
  const now = kernel.clock.now()
  // The database knows microseconds, which `until` has lost.
  const latest = new Date(Math.min(now.getTime(), until.getTime() + 1))
  const leaseUntil = new Date(now.getTime() + leaseMs)
  return kernel.database.inOrganisation(organisationId, async (db) => {
    // A statement of its own: what stops were committed before it, the next ones see.
    await passGate(db, organisationId)
    const rows = await db
      .selectFrom('publishing_deliveries')
      .selectAll()
      .where('organisation_id', '=', organisationId)
      .where('next_at', '<=', latest)
      .where('state', 'in', ['planned', 'retry-at', 'sending', 'unknown'])
      .orderBy('next_at')
      .limit(most)
      .forUpdate()
      .skipLocked()
      .execute()
    if (rows.length === 0) return { claims: [], seen: 0 }
    const channels = await readChannels(db, organisationId, rows)
    const stopped = await stopsFor(
      db,
      organisationId,
      rows.filter(isUnsent).map(({ id }) => id),
    )
    const accounts = new Map<string, Account | null>()
    const claims: Claim[] = []
    const held: Held[] = []
    for (const delivery of rows) {
      const channel = channels.get(delivery.channel_id)
      if (channel === undefined) continue
      const sends = isUnsent(delivery)
      const stops = stopped.get(delivery.id)
      if (stops !== undefined) {
        held.push({ delivery, reason: 'stop', stops })
        continue
      }
      const reason = holdReason(delivery, channel, now)
      if (reason !== null) {
        held.push({ delivery, reason })
        continue
      }
      let account = accounts.get(channel.id)
      if (account === undefined) {
        account = await openAccountOrNull(kernel, db, channel)
        accounts.set(channel.id, account)
      }
      if (!sends) claims.push({ kind: 'look-up', delivery, channel, account, leaseUntil })
      else if (account !== null) claims.push({ kind: 'send', delivery, channel, account, leaseUntil })
      else held.push({ delivery, reason: 'channel-needs-reconnecting' })
    }
    const closed = [...channels.values()].filter(({ id }) => accounts.get(id) === null)
    await holdBack(kernel, db, organisationId, { held, closed })
    return { claims: await take(db, organisationId, claims, now), seen: rows.length }
  })
}

async function readChannels(
  db: Db,
  organisationId: string,
  rows: readonly DeliveryRow[],
): Promise<ReadonlyMap<string, ClaimedChannel>> {
  const ids = [...new Set(rows.map((row) => row.channel_id))]
  const channels = await db
    .selectFrom('publishing_channels')
    .select(['organisation_id', 'id', 'platform', 'name', 'state', 'settings', 'credentials'])
    .where('organisation_id', '=', organisationId)
    .where('id', 'in', ids)
    .execute()
  return new Map(channels.map((row) => [row.id, row]))
}

/** Writes lease, fence and attempt of all claims, in one statement. An attempt that lost its worker is closed as unknown. */
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
  const rows = JSON.stringify(
    taken.map(({ kind, delivery, leaseUntil }) => ({
      id: delivery.id,
      kind,
      fence: delivery.fence,
      state: delivery.state,
      lease: leaseUntil.toISOString(),
    })),
  )
  const ids = taken.map(({ delivery }) => delivery.id)
  await sql`
    with taken as (
      update publishing_deliveries d set state = r.state, fence = r.fence, lease_until = r.lease, next_at = r.lease, started_at = coalesce(d.started_at, ${now}),
        sends = d.sends + (r.kind = 'send')::int, look_ups = d.look_ups + (r.kind = 'look-up')::int
      from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, kind text, fence int, state text, lease timestamptz)
      where d.organisation_id = ${organisationId} and d.id = any(${ids}::uuid[]) and d.id = r.id
      returning d.organisation_id, d.id, r.kind, d.fence)
    insert into publishing_attempts (organisation_id, delivery_id, number, kind, fence, started_at)
    select organisation_id, id, fence, kind, fence, ${now} from taken`.execute(db)
  return taken
}
