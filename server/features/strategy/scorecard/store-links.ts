import { sql, type Insertable, type Updateable } from 'kysely'
import type { Db, Tables } from '#server/kernel/database/database.ts'

/** The arrows of these cards. */
export function selectCauses(db: Db, organisationId: string, unitIds: readonly string[]) {
  if (unitIds.length === 0) return Promise.resolve([])
  return db
    .selectFrom('strategy_scorecard_causes')
    .select(['unit_id as unitId', 'cause_id as causeId', 'effect_id as effectId'])
    .where('organisation_id', '=', organisationId)
    .where('unit_id', 'in', unitIds)
    .orderBy('created_at')
    .execute()
}

/** Draws an arrow; one that is there stays. */
export async function insertCause(db: Db, row: Insertable<Tables['strategy_scorecard_causes']>): Promise<void> {
  await db
    .insertInto('strategy_scorecard_causes')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Takes an arrow away. */
export async function deleteCause(
  db: Db,
  { organisationId, unitId }: { readonly organisationId: string; readonly unitId: string },
  { causeId, effectId }: { readonly causeId: string; readonly effectId: string },
): Promise<void> {
  await db
    .deleteFrom('strategy_scorecard_causes')
    .where('organisation_id', '=', organisationId)
    .where('unit_id', '=', unitId)
    .where('cause_id', '=', causeId)
    .where('effect_id', '=', effectId)
    .execute()
}

/** The measures of these cards, the oldest first. */
export function selectMeasures(db: Db, organisationId: string, unitIds: readonly string[]) {
  if (unitIds.length === 0) return Promise.resolve([])
  return db
    .selectFrom('strategy_scorecard_measures')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('unit_id', 'in', unitIds)
    .orderBy('id')
    .execute()
}

export type MeasureRow = Awaited<ReturnType<typeof selectMeasures>>[number]

/** One measure, held until the transaction ends; null where there is none. */
export async function holdMeasureRow(db: Db, organisationId: string, id: string): Promise<MeasureRow | null> {
  const row = await db
    .selectFrom('strategy_scorecard_measures')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
}

/** Inserts a measure. */
export async function insertMeasure(db: Db, row: Insertable<Tables['strategy_scorecard_measures']>): Promise<void> {
  await db.insertInto('strategy_scorecard_measures').values(row).execute()
}

/** Writes the columns given and counts the version up. */
export async function updateMeasure(
  db: Db,
  organisationId: string,
  id: string,
  columns: Updateable<Tables['strategy_scorecard_measures']>,
): Promise<void> {
  await db
    .updateTable('strategy_scorecard_measures')
    .set({ ...columns, version: sql`version + 1` })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute()
}

/** Deletes a measure. */
export async function deleteMeasure(db: Db, organisationId: string, id: string): Promise<void> {
  await db
    .deleteFrom('strategy_scorecard_measures')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute()
}

export interface InitiativeRow {
  readonly objectiveId: string
  readonly kind: 'campaign' | 'plan'
  readonly id: string
  readonly title: string
}

/** The campaigns and plans of a card with their titles; removed ones are left out. */
export async function selectInitiatives(db: Db, organisationId: string, unitId: string): Promise<InitiativeRow[]> {
  const { rows } = await sql<InitiativeRow>`
    select i.objective_id as "objectiveId", i.kind, i.record_id as id, c.title
    from strategy_scorecard_initiatives i
    join content_campaigns c on c.organisation_id = i.organisation_id and c.id = i.record_id and c.removed_at is null
    where i.organisation_id = ${organisationId} and i.unit_id = ${unitId} and i.kind = 'campaign'
    union all
    select i.objective_id, i.kind, i.record_id, p.title
    from strategy_scorecard_initiatives i
    join strategy_plans p on p.organisation_id = i.organisation_id and p.id = i.record_id and p.removed_at is null
    where i.organisation_id = ${organisationId} and i.unit_id = ${unitId} and i.kind = 'plan'
    order by 4, 3`.execute(db)
  return rows
}

/** The title of a campaign or plan that may be referred to; null where there is none. */
export async function findInitiative(
  db: Db,
  organisationId: string,
  { kind, id }: { readonly kind: 'campaign' | 'plan'; readonly id: string },
): Promise<string | null> {
  const row = await db
    .selectFrom(kind === 'plan' ? 'strategy_plans' : 'content_campaigns')
    .select('title')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return row?.title ?? null
}

interface Initiative {
  readonly organisation_id: string
  readonly unit_id: string
  readonly objective_id: string
  readonly kind: string
  readonly record_id: string
}

/** Links a campaign or plan to an objective; one that is linked stays. */
export async function insertInitiative(db: Db, initiative: Initiative, now: Date): Promise<void> {
  await db
    .insertInto('strategy_scorecard_initiatives')
    .values({ ...initiative, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Takes the link away. */
export async function deleteInitiative(db: Db, initiative: Initiative): Promise<void> {
  await db
    .deleteFrom('strategy_scorecard_initiatives')
    .where('organisation_id', '=', initiative.organisation_id)
    .where('unit_id', '=', initiative.unit_id)
    .where('objective_id', '=', initiative.objective_id)
    .where('kind', '=', initiative.kind)
    .where('record_id', '=', initiative.record_id)
    .execute()
}

/** The goals of each objective with their targets; removed ones are left out. */
export function selectGoalsOfObjectives(db: Db, organisationId: string) {
  return db
    .selectFrom('strategy_goal_objectives as s')
    .innerJoin('strategy_goals as g', (join) =>
      join.onRef('g.organisation_id', '=', 's.organisation_id').onRef('g.id', '=', 's.goal_id'),
    )
    .select(['s.objective_id as objectiveId', 'g.id', 'g.title', 'g.target'])
    .where('s.organisation_id', '=', organisationId)
    .where('g.removed_at', 'is', null)
    .orderBy('g.id')
    .execute()
}
