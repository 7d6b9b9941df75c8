import { sql } from 'kysely'
import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { Input } from '../input.ts'
import { stopsFor } from './covered.ts'
import { passGate } from './gate.ts'
import type { Decision, StopPorts } from './ports.ts'
import { readStop, type StopRow } from './store.ts'

/** So many are decided in one transaction: it passes the gate, and a new stop has to wait for it. */
const BATCH = 20
/** After so long whoever decides on all is told how many are left, and goes on. */
const LONGEST_MS = 20_000

/**
 * Decides what becomes of deliveries that a stop held: sent now (one after the other), moved or dropped. Refused while any stop
 * still covers one of them. Those that somebody has decided on or planned anew meanwhile are left as they are.
 */
export async function decideHeld(kernel: Kernel, ports: StopPorts, actor: Actor, input: Input<'stops', 'decide'>) {
  const { organisationId } = actor
  const now = kernel.clock.now()
  const began = performance.now()
  const { stop, asked } = await kernel.database.inOrganisation(organisationId, async (db) => {
    const found = await readStop(db, organisationId, input.id)
    const wish = decisionOf(input, now)
    const waiting = await waitingOf(db, organisationId, found.id, input.items)
    const covering = await stopsFor(db, organisationId, waiting)
    const [first] = covering.values()
    // A choice of single ones is refused as a whole; of all, those that are free are decided.
    if (first?.[0] !== undefined && (input.items !== 'all' || covering.size === waiting.length))
      throw new Refusal('stop.running', { scope: first[0].scopeName })
    return { stop: { ...found, wish }, asked: waiting.filter((id) => !covering.has(id)) }
  })
  let decided = 0
  for (let start = 0; start < asked.length && performance.now() - began < LONGEST_MS; start += BATCH)
    decided += await decideBatch(kernel, ports, actor, {
      stop,
      wish: stop.wish,
      ids: asked.slice(start, start + BATCH),
      since: now,
    })
  const left = await kernel.database.inOrganisation(organisationId, (db) => readStop(db, organisationId, input.id))
  return { decided, left: left.waiting }
}

interface Batch {
  readonly stop: Pick<StopRow, 'id' | 'scope_name'>
  readonly wish: Decision
  readonly ids: readonly string[]
  /** When this decision began. */
  readonly since: Date
}

function decideBatch(
  kernel: Kernel,
  ports: StopPorts,
  actor: Actor,
  { stop, wish, ids, since }: Batch,
): Promise<number> {
  const { organisationId } = actor
  return change(kernel, actor, async (running) => {
    const { db, record } = running
    await passGate(db, organisationId)
    // A stop may have begun since: what it covers goes on waiting.
    const covering = await stopsFor(db, organisationId, ids)
    const decided = await ports.decide(running, actor, {
      deliveryIds: ids.filter((id) => !covering.has(id)),
      decision: wish,
      lastAt: await lastTimes(db, organisationId, { stopId: stop.id, wish, since }),
    })
    await mark(db, organisationId, { decided, decision: wish.kind, by: actor.name, at: kernel.clock.now() })
    if (decided.length > 0)
      record({
        verb: 'stop.decided',
        subject: { type: 'stop', id: stop.id, title: stop.scope_name },
        after: { decision: wish.kind, count: decided.length, at: wish.at.toISOString() },
      })
    return decided.length
  })
}

/**
 * When the last one of each channel goes out, so that the next one keeps its distance: of what was decided on in the same breath
 * and, for sending now, of what is still to be sent after earlier decisions.
 */
async function lastTimes(
  db: Db,
  organisationId: string,
  { stopId, wish, since }: { readonly stopId: string; readonly wish: Decision; readonly since: Date },
): Promise<ReadonlyMap<string, Date>> {
  const { rows } = await sql<{ channelId: string; last: Date }>`
    select d.channel_id as "channelId", max(d.due_at) as last from governance_stop_items i
    join publishing_deliveries d on d.organisation_id = i.organisation_id and d.id = i.delivery_id
    where i.organisation_id = ${organisationId} and i.stop_id = ${stopId} and i.decision = ${wish.kind} and d.due_at >= ${wish.at}
      and (i.decision = 'send-now' or i.decided_at >= ${since}) group by 1`.execute(db)
  return new Map(rows.map((row) => [row.channelId, row.last]))
}

function decisionOf(input: Input<'stops', 'decide'>, now: Date): Decision {
  if (input.items.length === 0) throw new Refusal('request.invalid', {}, [{ path: 'items', code: 'field.missing' }])
  const { decision: kind, spacingMinutes, timeZone = null } = input
  if (kind !== 'move') return { kind, at: now, timeZone: null, spacingMinutes }
  if (input.at === null) throw new Refusal('request.invalid', {}, [{ path: 'at', code: 'field.missing' }])
  const at = new Date(input.at)
  if (at < now) throw new Refusal('time.past', {}, [{ path: 'at', code: 'time.past' }])
  return { kind, at, timeZone, spacingMinutes }
}

/** Of what was asked for, what still waits; those longest due first. */
async function waitingOf(
  db: Db,
  organisationId: string,
  stopId: string,
  items: readonly string[] | 'all',
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select d.id from governance_stop_items i join publishing_deliveries d on d.organisation_id = i.organisation_id and d.id = i.delivery_id
    where i.organisation_id = ${organisationId} and i.stop_id = ${stopId} and i.kind = 'held' and i.decision is null and d.state = 'held' and d.reason = 'stop'
      and ${items === 'all' ? sql`true` : sql`d.id = any(${[...items]}::uuid[])`}
    order by d.due_at, d.id`.execute(db)
  return rows.map((row) => row.id)
}

/** Under every stop that held them: nobody has to decide twice. */
async function mark(
  db: Db,
  organisationId: string,
  { decided, decision, by, at }: { decided: readonly string[]; decision: string; by: string; at: Date },
): Promise<void> {
  if (decided.length === 0) return
  await db
    .updateTable('governance_stop_items')
    .set({ decision, decided_by_name: by, decided_at: at })
    .where('organisation_id', '=', organisationId)
    .where('delivery_id', 'in', decided)
    .where('decision', 'is', null)
    .execute()
}
