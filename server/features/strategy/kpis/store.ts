import { sql, type Insertable, type Updateable } from 'kysely'
import type { Db, Tables } from '#server/kernel/database/database.ts'

export type KpiRow = NonNullable<Awaited<ReturnType<typeof selectKpi>>>

function kpis(db: Db, organisationId: string) {
  return db
    .selectFrom('strategy_kpis as k')
    .innerJoin('strategy_kpi_editions as e', (join) =>
      join
        .onRef('e.organisation_id', '=', 'k.organisation_id')
        .onRef('e.kpi_id', '=', 'k.id')
        .onRef('e.edition', '=', 'k.edition'),
    )
    .selectAll('k')
    .select('e.formula')
    .where('k.organisation_id', '=', organisationId)
}

/** The organisation's own KPIs with the formula of their newest edition, the oldest first. */
export function selectKpis(db: Db, organisationId: string) {
  return kpis(db, organisationId).where('k.removed_at', 'is', null).orderBy('k.id').execute()
}

/** One of them, removed ones too; null where there is none. */
export async function selectKpi(db: Db, organisationId: string, id: string) {
  return (await kpis(db, organisationId).where('k.id', '=', id).executeTakeFirst()) ?? null
}

/** Holds the row until the transaction ends, against other changes and against new references. */
export async function lockKpi(db: Db, organisationId: string, id: string): Promise<void> {
  await db
    .selectFrom('strategy_kpis')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
}

/** The newest edition of a KPI that may be referred to, held against removal until the transaction ends; null where there is none. */
export async function findKpiForReference(db: Db, organisationId: string, id: string) {
  const row = await db
    .selectFrom('strategy_kpis')
    .select(['edition', 'not_after'])
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .forKeyShare()
    .executeTakeFirst()
  return row ?? null
}

/** Inserts a KPI. */
export async function insertKpi(db: Db, row: Insertable<Tables['strategy_kpis']>): Promise<void> {
  await db.insertInto('strategy_kpis').values(row).execute()
}

/** Inserts an edition, which nothing changes afterwards. */
export async function insertEdition(db: Db, row: Insertable<Tables['strategy_kpi_editions']>): Promise<void> {
  await db.insertInto('strategy_kpi_editions').values(row).execute()
}

/** Writes the columns given and counts the version up. */
export async function updateKpi(
  db: Db,
  organisationId: string,
  id: string,
  columns: Updateable<Tables['strategy_kpis']>,
): Promise<void> {
  await db
    .updateTable('strategy_kpis')
    .set({ ...columns, version: sql`version + 1` })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute()
}

/** All editions of a KPI, the newest first. */
export function selectEditions(db: Db, organisationId: string, id: string) {
  return db
    .selectFrom('strategy_kpi_editions as e')
    .leftJoin('organisation_people as p', (join) =>
      join.onRef('p.organisation_id', '=', 'e.organisation_id').onRef('p.id', '=', 'e.changed_by'),
    )
    .selectAll('e')
    .select('p.name as by_name')
    .where('e.organisation_id', '=', organisationId)
    .where('e.kpi_id', '=', id)
    .orderBy('e.edition', 'desc')
    .execute()
}

/** These editions of the organisation's own KPIs, also of removed ones. */
export async function selectEditionsOf(db: Db, organisationId: string, ids: readonly string[]) {
  if (ids.length === 0) return []
  return db
    .selectFrom('strategy_kpi_editions as e')
    .innerJoin('strategy_kpis as k', (join) =>
      join.onRef('k.organisation_id', '=', 'e.organisation_id').onRef('k.id', '=', 'e.kpi_id'),
    )
    .select(['e.kpi_id', 'e.edition', 'e.formula', 'k.name', 'k.direction', 'k.not_after'])
    .where('e.organisation_id', '=', organisationId)
    .where('e.kpi_id', 'in', ids)
    .execute()
}

/** How many goals go by each KPI. */
export async function countGoalsByKpi(db: Db, organisationId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('strategy_goals')
    .select(['kpi', sql<number>`count(*)::int`.as('count')])
    .where('organisation_id', '=', organisationId)
    .where('removed_at', 'is', null)
    .groupBy('kpi')
    .execute()
  return new Map(rows.map((row) => [row.kpi, row.count]))
}

/** The goals that go by a KPI, each with its edition. */
export function selectGoalsOfKpi(db: Db, organisationId: string, kpi: string) {
  return db
    .selectFrom('strategy_goals')
    .select(['id', 'title', 'kpi_edition as edition'])
    .where('organisation_id', '=', organisationId)
    .where('kpi', '=', kpi)
    .where('removed_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
}

/** How many measures of scorecards go by a KPI. */
export async function countMeasuresOfKpi(db: Db, organisationId: string, kpi: string): Promise<number> {
  const row = await db
    .selectFrom('strategy_scorecard_measures')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('organisation_id', '=', organisationId)
    .where('kpi', '=', kpi)
    .executeTakeFirstOrThrow()
  return row.count
}

/** The starting set that was chosen; null for none. */
export async function selectSet(db: Db, organisationId: string): Promise<string | null> {
  const row = await db
    .selectFrom('strategy_kpi_sets')
    .select('kind')
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  return row?.kind ?? null
}

/** Writes the chosen set, or forgets it. */
export async function writeSet(
  db: Db,
  organisationId: string,
  set: { readonly kind: string; readonly at: Date } | null,
): Promise<void> {
  if (set === null) {
    await db.deleteFrom('strategy_kpi_sets').where('organisation_id', '=', organisationId).execute()
    return
  }
  const columns = { kind: set.kind, chosen_at: set.at }
  await db
    .insertInto('strategy_kpi_sets')
    .values({ organisation_id: organisationId, ...columns })
    .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(columns))
    .execute()
}
