import { sql } from 'kysely'
import type { STOP_SCOPES } from '#contract/stops.ts'
import { Refusal } from '#contract/refusal.ts'
import type { Db } from '#server/kernel/database/database.ts'

export interface StopRow {
  readonly id: string
  readonly scope_kind: (typeof STOP_SCOPES)[number]
  readonly scope_id: string | null
  readonly scope_name: string
  readonly drill: boolean
  readonly reason: string
  readonly started_by_name: string
  readonly started_at: Date
  readonly workers: readonly string[]
  readonly lifted_by_name: string | null
  readonly lifted_at: Date | null
  readonly lift_note: string | null
  readonly acknowledged: number
  readonly after_ms: number | null
  readonly held: number
  readonly waiting: number
  readonly on_its_way: number
}

interface Wanted {
  readonly id?: string
  readonly before?: readonly [at: Date, id: string] | null
  readonly limit?: number
}

/** Stops with what is counted of them, newest first. */
export async function readStops(
  db: Db,
  organisationId: string,
  { id, before = null, limit = 1 }: Wanted,
): Promise<StopRow[]> {
  const { rows } = await sql<StopRow>`
    select s.*, a.acknowledged, a.after_ms, i.held, i.waiting, i.on_its_way
    from (select * from governance_stops where organisation_id = ${organisationId} and ${id === undefined ? sql`true` : sql`id = ${id}`}
      and ${before === null ? sql`true` : sql`(started_at, id) < (${before[0]}, ${before[1]})`} order by started_at desc, id desc limit ${limit}) s
    cross join lateral (
      select count(*) as acknowledged, max(after_ms) as after_ms from governance_stop_acknowledgements a
      where a.organisation_id = s.organisation_id and a.stop_id = s.id and a.worker_id = any(s.workers)) a
    cross join lateral (
      select count(*) filter (where i.kind = 'held') as held, count(*) filter (where i.kind = 'on-its-way') as on_its_way,
        count(*) filter (where i.kind = 'held' and i.decision is null and d.state = 'held' and d.reason = 'stop') as waiting
      from governance_stop_items i join publishing_deliveries d on d.organisation_id = i.organisation_id and d.id = i.delivery_id
      where i.organisation_id = s.organisation_id and i.stop_id = s.id) i
    order by s.started_at desc, s.id desc`.execute(db)
  return rows
}

/** One stop; refuses where there is none. */
export async function readStop(db: Db, organisationId: string, id: string): Promise<StopRow> {
  const [row] = await readStops(db, organisationId, { id })
  if (row === undefined) throw new Refusal('record.not-found')
  return row
}

/** A stop as the contract has it. */
export function showStop(row: StopRow) {
  return {
    id: row.id,
    scope: scopeOf(row),
    drill: row.drill,
    reason: row.reason,
    startedAt: row.started_at.toISOString(),
    startedBy: row.started_by_name,
    lifted:
      row.lifted_at === null
        ? null
        : { at: row.lifted_at.toISOString(), by: row.lifted_by_name ?? '', note: row.lift_note ?? '' },
    workers: { asked: row.workers.length, acknowledged: row.acknowledged, afterMs: row.after_ms },
    waiting: row.waiting,
    held: row.held,
    onItsWay: row.on_its_way,
  }
}

export function scopeOf(row: Pick<StopRow, 'scope_kind' | 'scope_id' | 'scope_name'>) {
  return { kind: row.scope_kind, id: row.scope_id, name: row.scope_name }
}
