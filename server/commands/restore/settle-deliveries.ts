import type pg from 'pg'
import { hasTable } from '../as-owner.ts'
import { recordEvents } from '../record-events.ts'

export interface SettledDeliveries {
  /** May be out there already: looked up before anything else. */
  readonly lookedUp: number
  /** Wait for a person. */
  readonly held: number
  /** Go out at their time. */
  readonly planned: number
}

interface Changed {
  readonly organisationId: string
  readonly id: string
  readonly from: string
}

/** As long as the worker still sends something late by itself. */
const LATE = `interval '1 hour'`

/**
 * Sees to it that a restored copy sends nothing twice. What was under way at the time of the back-up, and what came due since
 * and would still go out, may have been published by the original: it becomes unknown, so that a worker looks first. With
 * `hold` everything that waits to be sent is held for a person. Called in the transaction of the restore.
 */
export async function settleDeliveries(client: pg.Client, hold: boolean): Promise<SettledDeliveries> {
  if (!(await hasTable(client, 'public.publishing_deliveries'))) return { lookedUp: 0, held: 0, planned: 0 }
  const held = hold
    ? await change(
        client,
        `state in ('planned', 'retry-at')`,
        `state = 'held', next_at = null, lease_until = null, reason = 'restored'`,
      )
    : await change(
        client,
        `state = 'retry-at' and next_at <= now() and due_at <= now() - ${LATE}`,
        `state = 'held', next_at = null, lease_until = null, reason = 'too-late'`,
      )
  const lookedUp = await change(
    client,
    `state = 'sending' or (state in ('planned', 'retry-at') and next_at <= now() and due_at > now() - ${LATE})`,
    `state = 'unknown', next_at = now(), lease_until = null, reason = 'answer-lost', started_at = coalesce(d.started_at, d.due_at)`,
  )
  await record(client, held, { verb: 'delivery.held', state: 'held', reason: hold ? 'restored' : 'too-late' })
  await record(client, lookedUp, { verb: 'delivery.became-unknown', state: 'unknown', reason: 'answer-lost' })
  const { rows } = await client.query<{ planned: number }>(
    `select count(*)::int as planned from publishing_deliveries where state in ('planned', 'retry-at')`,
  )
  return { lookedUp: lookedUp.length, held: held.length, planned: rows[0]?.planned ?? 0 }
}

async function change(client: pg.Client, which: string, values: string): Promise<Changed[]> {
  const { rows } = await client.query<Changed>(`
    with before as (select organisation_id, id, state from publishing_deliveries where ${which})
    update publishing_deliveries d set ${values}, fence = d.fence + 1 from before
    where d.organisation_id = before.organisation_id and d.id = before.id
    returning d.organisation_id as "organisationId", d.id, before.state as "from"`)
  return rows
}

async function record(
  client: pg.Client,
  changed: readonly Changed[],
  { verb, state, reason }: { verb: 'delivery.held' | 'delivery.became-unknown'; state: string; reason: string },
): Promise<void> {
  for (const [organisationId, group] of Map.groupBy(changed, (one) => one.organisationId)) {
    const events = group.map(({ id, from }) => ({
      verb,
      subject: { type: 'delivery' as const, id },
      before: { state: from },
      after: { state, reason },
    }))
    await recordEvents(client, organisationId, events)
  }
}
