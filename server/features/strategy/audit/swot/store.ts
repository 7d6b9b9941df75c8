import { sql, type RawBuilder, type Updateable } from 'kysely'
import type { z } from 'zod'
import { Refusal } from '#contract/refusal.ts'
import type { EVIDENCE_KINDS, QUADRANTS, SwotLine } from '#contract/swot.ts'
import type { Db, Tables } from '#server/kernel/database/database.ts'

export type ShownSwot = z.infer<typeof SwotLine>

/** What a line rests on, as it is kept. */
export interface KeptEvidence {
  readonly kind: (typeof EVIDENCE_KINDS)[number]
  readonly id: string | null
  readonly url: string | null
}

export interface SwotRow {
  readonly id: string
  readonly quadrant: (typeof QUADRANTS)[number]
  readonly text: string
  readonly evidence: KeptEvidence[]
  readonly shown_evidence: (KeptEvidence & { readonly title: string | null })[]
  readonly tasks: { id: string; title: string; state: string }[]
  readonly created_at: Date
  readonly removed_at: Date | null
  readonly version: number
}

/** Lines of the SWOT with the names of what they rest on and the tasks that they became, oldest first. */
export async function selectSwot(
  db: Db,
  organisationId: string,
  { where, limit }: { readonly where: RawBuilder<unknown>; readonly limit: number },
): Promise<SwotRow[]> {
  const { rows } = await sql<SwotRow>`
    select s.*,
      (select coalesce(json_agg(json_build_object('kind', e.value->>'kind', 'id', e.value->>'id', 'url', e.value->>'url',
          'title', coalesce(a.handle, k.name, e.value->>'url')) order by e.ordinality), '[]')
        from jsonb_array_elements(s.evidence) with ordinality e
        left join strategy_accounts a on a.organisation_id = ${organisationId} and e.value->>'kind' = 'account' and a.id::text = e.value->>'id' and a.removed_at is null
        left join strategy_competitors k on k.organisation_id = ${organisationId} and e.value->>'kind' = 'competitor' and k.id::text = e.value->>'id' and k.removed_at is null) as shown_evidence,
      (select coalesce(json_agg(json_build_object('id', t.id, 'title', t.title, 'state', t.state) order by t.id), '[]')
        from strategy_audit_tasks l join strategy_tasks t on t.organisation_id = ${organisationId} and t.id = l.task_id and t.removed_at is null
        where l.organisation_id = ${organisationId} and l.swot_id = s.id) as tasks
    from strategy_swot s where s.organisation_id = ${organisationId} and ${where} order by s.id limit ${limit}`.execute(
    db,
  )
  return rows
}

/** One line held for the change that follows, removed or not. Refuses `record.not-found`. */
export async function holdAnySwot(db: Db, organisationId: string, id: string): Promise<SwotRow> {
  await db
    .selectFrom('strategy_swot')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
  const [row] = await selectSwot(db, organisationId, { where: sql`s.id = ${id}`, limit: 1 })
  if (row === undefined) throw new Refusal('record.not-found')
  return row
}

/** One line held. Refuses `record.not-found`, also for one that was removed. */
export async function holdSwot(db: Db, organisationId: string, id: string): Promise<SwotRow> {
  const row = await holdAnySwot(db, organisationId, id)
  if (row.removed_at !== null) throw new Refusal('record.not-found')
  return row
}

/** Writes the columns given and counts the version up. */
export async function updateSwot(
  db: Db,
  organisationId: string,
  id: string,
  columns: Updateable<Tables['strategy_swot']>,
): Promise<void> {
  await db
    .updateTable('strategy_swot')
    .set({ ...columns, version: sql`version + 1` })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute()
}

/** A line as the contract describes it. */
export function showSwot(row: SwotRow): ShownSwot {
  const { id, quadrant, text, tasks, version } = row
  return {
    id,
    quadrant,
    text,
    evidence: row.shown_evidence,
    tasks,
    createdAt: row.created_at.toISOString(),
    version,
  }
}

/** What an event says of a line. */
export function swotFacts({ quadrant, text, evidence }: SwotRow) {
  return { quadrant, text, evidence }
}
