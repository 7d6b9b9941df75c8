import { sql, type Insertable, type RawBuilder, type Updateable } from 'kysely'
import type { PLAN_LEVELS, PLAN_STATES } from '#contract/plans.ts'
import type { Db, Tables } from '#server/kernel/database/database.ts'

interface Titled {
  readonly id: string
  readonly title: string
}

export interface PlanRow {
  readonly id: string
  readonly level: (typeof PLAN_LEVELS)[number]
  readonly title: string
  readonly description: string
  readonly parent: (Titled & { readonly ownerId: string | null }) | null
  readonly unit_id: string | null
  readonly unit_name: string | null
  readonly owner_id: string | null
  readonly owner_name: string | null
  readonly starts_on: string
  readonly ends_on: string
  readonly state: (typeof PLAN_STATES)[number]
  readonly asked_budget: string | null
  readonly granted_budget: string | null
  readonly currency: string
  readonly words: string
  readonly proposed_at: Date | null
  readonly proposed_by: string | null
  readonly proposed_name: string | null
  readonly decided_at: Date | null
  readonly decided_by: string | null
  readonly decided_name: string | null
  readonly created_by: string | null
  readonly created_at: Date
  readonly removed_at: Date | null
  readonly version: number
  readonly objectives: Titled[]
  readonly goals: Titled[]
  readonly plans: number
  readonly reviews: number
  readonly tasks: { total: number; done: number; late: number; planned: string; actual: string }
}

/** Plans with everything that is shown of them. `where` narrows `p`; `today` decides what is late. */
export async function selectPlans(
  db: Db,
  organisationId: string,
  { where, today, limit }: { readonly where: RawBuilder<unknown>; readonly today: string; readonly limit: number },
): Promise<PlanRow[]> {
  const { rows } = await sql<PlanRow>`
    with chosen as materialized (
      select p.* from strategy_plans p where p.organisation_id = ${organisationId} and ${where} order by p.id desc limit ${limit}
    )
    select p.*, owner.name as owner_name, proposer.name as proposed_name, decider.name as decided_name, u.name as unit_name,
      (select json_build_object('id', a.id, 'title', a.title, 'ownerId', a.owner_id) from strategy_plans a
        where a.organisation_id = ${organisationId} and a.id = p.parent_id and a.removed_at is null) as parent,
      (select coalesce(json_agg(json_build_object('id', o.id, 'title', o.title) order by o.id), '[]') from strategy_plan_objectives l
        join strategy_objectives o on o.organisation_id = ${organisationId} and o.id = l.objective_id and o.removed_at is null
        where l.organisation_id = ${organisationId} and l.plan_id = p.id) as objectives,
      (select coalesce(json_agg(json_build_object('id', g.id, 'title', g.title) order by g.id), '[]') from strategy_plan_goals l
        join strategy_goals g on g.organisation_id = ${organisationId} and g.id = l.goal_id and g.removed_at is null
        where l.organisation_id = ${organisationId} and l.plan_id = p.id) as goals,
      (select count(*)::int from strategy_plans b where b.organisation_id = ${organisationId} and b.parent_id = p.id and b.removed_at is null) as plans,
      (select count(*)::int from strategy_reviews r where r.organisation_id = ${organisationId} and r.subject_type = 'plan' and r.subject_id = p.id and r.cleared_at is null) as reviews,
      (select json_build_object('total', count(*), 'done', count(*) filter (where t.state = 'done'),
          'late', count(*) filter (where t.state in ('open', 'doing') and t.due_on < ${today}),
          'planned', coalesce(sum(t.hours_planned), 0)::text, 'actual', coalesce(sum(t.hours_actual), 0)::text)
        from strategy_tasks t where t.organisation_id = ${organisationId} and t.removed_at is null and t.state <> 'dropped'
          and t.plan_id in (select p.id union all select b.id from strategy_plans b
            where b.organisation_id = ${organisationId} and b.parent_id = p.id and b.removed_at is null)) as tasks
    from chosen p
    left join organisation_people owner on owner.organisation_id = ${organisationId} and owner.id = p.owner_id
    left join organisation_people proposer on proposer.organisation_id = ${organisationId} and proposer.id = p.proposed_by
    left join organisation_people decider on decider.organisation_id = ${organisationId} and decider.id = p.decided_by
    left join organisation_units u on u.organisation_id = ${organisationId} and u.id = p.unit_id
    order by p.id desc`.execute(db)
  return rows
}

/** Holds the row until the transaction ends. */
export async function lockPlan(db: Db, organisationId: string, id: string): Promise<void> {
  await db
    .selectFrom('strategy_plans')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
}

/** Inserts a plan. */
export async function insertPlan(db: Db, row: Insertable<Tables['strategy_plans']>): Promise<void> {
  await db.insertInto('strategy_plans').values(row).execute()
}

/** Writes the columns given and counts the version up. */
export async function updatePlan(
  db: Db,
  organisationId: string,
  id: string,
  columns: Updateable<Tables['strategy_plans']>,
): Promise<void> {
  await db
    .updateTable('strategy_plans')
    .set({ ...columns, version: sql`version + 1` })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute()
}

/** Makes the plan serve these objectives and goals and no others. */
export async function replaceAims(
  db: Db,
  plan: { readonly organisationId: string; readonly id: string },
  aims: { readonly objectiveIds: readonly string[]; readonly goalIds: readonly string[] },
): Promise<void> {
  const { organisationId, id } = plan
  for (const table of ['strategy_plan_objectives', 'strategy_plan_goals'] as const)
    await db.deleteFrom(table).where('organisation_id', '=', organisationId).where('plan_id', '=', id).execute()
  const base = { organisation_id: organisationId, plan_id: id }
  if (aims.objectiveIds.length > 0)
    await db
      .insertInto('strategy_plan_objectives')
      .values(aims.objectiveIds.map((objectiveId) => ({ ...base, objective_id: objectiveId })))
      .execute()
  if (aims.goalIds.length > 0)
    await db
      .insertInto('strategy_plan_goals')
      .values(aims.goalIds.map((goalId) => ({ ...base, goal_id: goalId })))
      .execute()
}
