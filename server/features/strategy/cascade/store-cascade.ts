import { sql } from 'kysely'
import type { Db } from '#server/kernel/database/database.ts'
import type { Aim } from '../domain/effort.ts'
import type { Span } from './store-effort.ts'

/** All objectives by name: flows need to know where they end. */
export async function readAims(db: Db, organisationId: string): Promise<Aim[]> {
  return db
    .selectFrom('strategy_objectives')
    .select(['id', 'title', 'perspective'])
    .where('organisation_id', '=', organisationId)
    .where('removed_at', 'is', null)
    .execute()
}

export interface CascadeRow {
  readonly id: string
  readonly title: string
  readonly perspective: string
  readonly endsOn: string
  readonly ownerId: string | null
  readonly ownerName: string | null
  readonly goals: number
  readonly plans: number
  readonly reviews: number
}

/** Objectives by what ends first, with how many goals serve them and how many plans name them or one of their goals. */
export async function readRows(
  db: Db,
  organisationId: string,
  { search, limit }: { readonly search: string | undefined; readonly limit: number },
): Promise<CascadeRow[]> {
  const wanted = search?.trim() ?? ''
  const like = `%${wanted.replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`
  const { rows } = await sql<CascadeRow>`
    with chosen as materialized (
      select o.id, o.title, o.perspective, o.ends_on, o.owner_id from strategy_objectives o
      where o.organisation_id = ${organisationId} and o.removed_at is null ${wanted === '' ? sql`` : sql`and o.title ilike ${like}`}
      order by o.ends_on, o.id limit ${limit}
    )
    select c.id, c.title, c.perspective, c.ends_on as "endsOn", who.id as "ownerId", who.name as "ownerName",
      (select count(*)::int from strategy_goal_objectives l join strategy_goals g on g.organisation_id = ${organisationId} and g.id = l.goal_id and g.removed_at is null
        where l.organisation_id = ${organisationId} and l.objective_id = c.id) as goals,
      (select count(distinct p.id)::int from strategy_plans p where p.organisation_id = ${organisationId} and p.removed_at is null and p.id in (
        select l.plan_id from strategy_plan_objectives l where l.organisation_id = ${organisationId} and l.objective_id = c.id
        union all select l.plan_id from strategy_plan_goals l join strategy_goal_objectives s on s.organisation_id = ${organisationId} and s.goal_id = l.goal_id
          where l.organisation_id = ${organisationId} and s.objective_id = c.id)) as plans,
      (select count(*)::int from strategy_reviews r where r.organisation_id = ${organisationId} and r.subject_type = 'objective' and r.subject_id = c.id and r.cleared_at is null) as reviews
    from chosen c left join organisation_people who on who.organisation_id = ${organisationId} and who.id = c.owner_id
    order by c.ends_on, c.id`.execute(db)
  return rows
}

export interface CascadeCounts {
  readonly goals: number
  readonly plans: number
  readonly tasks: number
  readonly campaigns: number
  readonly proposals: number
  readonly reviews: number
  readonly asked: string
  readonly granted: string
}

/** How much of each kind there is, what waits, and the budgets of tactical plans that touch these days. */
export async function readCounts(db: Db, { organisationId, from, to, currency }: Span): Promise<CascadeCounts> {
  const { rows } = await sql<CascadeCounts>`
    select
      (select count(*)::int from strategy_goals g where g.organisation_id = ${organisationId} and g.removed_at is null) as goals,
      (select count(*)::int from strategy_plans p where p.organisation_id = ${organisationId} and p.removed_at is null) as plans,
      (select count(*)::int from strategy_tasks t where t.organisation_id = ${organisationId} and t.removed_at is null and t.state <> 'dropped') as tasks,
      (select count(*)::int from content_campaigns c where c.organisation_id = ${organisationId} and c.removed_at is null) as campaigns,
      (select count(*)::int from strategy_plans p where p.organisation_id = ${organisationId} and p.removed_at is null and p.state = 'proposed') as proposals,
      (select count(*)::int from strategy_reviews r where r.organisation_id = ${organisationId} and r.cleared_at is null) as reviews,
      coalesce(sum(p.asked_budget), 0)::text as asked, coalesce(sum(p.granted_budget), 0)::text as granted
    from strategy_plans p where p.organisation_id = ${organisationId} and p.removed_at is null and p.level = 'tactical'
      and p.currency = ${currency} and p.starts_on <= ${to} and p.ends_on >= ${from}`.execute(db)
  const [counts] = rows
  if (counts === undefined) throw new Error('A sum without rows is still a row')
  return counts
}
