import { sql } from 'kysely'
import type { Db } from '#server/kernel/database/database.ts'

export interface EffortRow {
  readonly type: 'plan' | 'campaign' | 'none'
  readonly id: string | null
  readonly title: string
  readonly objectiveIds: string[]
  readonly hoursPlanned: string
  readonly hoursActual: string
  readonly posts: string
  readonly value: string
}

export interface PostEffortRow extends EffortRow {
  /** Whether the campaign serves a goal. */
  readonly served: boolean
}

export interface Span {
  readonly organisationId: string
  readonly from: string
  readonly to: string
  readonly fromInstant: Date
  readonly toInstant: Date
  readonly currency: string
}

/**
 * Hours of tasks due in these days (without a day: set in them), by plan. What a task serves is said by its goal; else by its plan
 * and the plan that one carries out; else by its campaign.
 */
export async function readTaskEffort(
  db: Db,
  { organisationId, from, to, fromInstant, toInstant }: Span,
): Promise<EffortRow[]> {
  const { rows } = await sql<EffortRow>`
    with work as materialized (
      select t.plan_id, t.goal_id, case when t.goal_id is null and t.plan_id is null then t.campaign_id end as campaign_id,
        sum(t.hours_planned) as planned, sum(t.hours_actual) as actual
      from strategy_tasks t where t.organisation_id = ${organisationId} and t.removed_at is null and t.state <> 'dropped'
        and (t.due_on between ${from} and ${to} or (t.due_on is null and t.created_at >= ${fromInstant} and t.created_at < ${toInstant}))
        and (t.hours_planned > 0 or t.hours_actual > 0)
      group by 1, 2, 3
    ), goal_aims as materialized (
      select l.goal_id, array_agg(l.objective_id order by l.objective_id) as ids from strategy_goal_objectives l
      join strategy_objectives o on o.organisation_id = ${organisationId} and o.id = l.objective_id and o.removed_at is null
      where l.organisation_id = ${organisationId} group by 1
    ), lines as materialized (
      select p.id as plan_id, p.id as of from strategy_plans p where p.organisation_id = ${organisationId} and p.id in (select plan_id from work where goal_id is null)
      union all select p.id, p.parent_id from strategy_plans p where p.organisation_id = ${organisationId} and p.parent_id is not null and p.id in (select plan_id from work where goal_id is null)
    ), plan_aims as materialized (
      select plan_id, array_agg(distinct objective_id order by objective_id) as ids from (
        select n.plan_id, l.objective_id from lines n
        join strategy_plan_objectives l on l.organisation_id = ${organisationId} and l.plan_id = n.of
        join strategy_objectives o on o.organisation_id = ${organisationId} and o.id = l.objective_id and o.removed_at is null
        union all select n.plan_id, unnest(a.ids) from lines n
        join strategy_plan_goals l on l.organisation_id = ${organisationId} and l.plan_id = n.of join goal_aims a on a.goal_id = l.goal_id
      ) served group by 1
    ), campaign_aims as (
      select l.campaign_id, array_agg(distinct aim order by aim) as ids from content_campaign_goals l
      join goal_aims a on a.goal_id = l.goal_id cross join unnest(a.ids) aim
      where l.organisation_id = ${organisationId} and l.campaign_id in (select campaign_id from work) group by 1
    )
    select case when p.id is not null then 'plan' when c.id is not null then 'campaign' else 'none' end as type, coalesce(p.id, c.id) as id,
      coalesce(p.title, c.title, '') as title, coalesce(g.ids, s.ids, m.ids, '{}') as "objectiveIds",
      w.planned::text as "hoursPlanned", w.actual::text as "hoursActual", '0' as posts, '0' as value
    from work w
    left join strategy_plans p on p.organisation_id = ${organisationId} and p.id = w.plan_id
    left join content_campaigns c on c.organisation_id = ${organisationId} and c.id = w.campaign_id
    left join goal_aims g on g.goal_id = w.goal_id
    left join plan_aims s on w.goal_id is null and s.plan_id = w.plan_id
    left join campaign_aims m on w.goal_id is null and w.plan_id is null and m.campaign_id = w.campaign_id`.execute(db)
  return rows
}

/** Posts due in these days and not called off, and what conversions in these days brought, by campaign. */
export async function readPostEffort(
  db: Db,
  { organisationId, fromInstant, toInstant, currency }: Span,
): Promise<PostEffortRow[]> {
  const { rows } = await sql<PostEffortRow>`
    with sent as materialized (
      select p.campaign_id, count(*) as posts from publishing_deliveries d
      join publishing_posts p on p.organisation_id = ${organisationId} and p.id = d.post_id
      where d.organisation_id = ${organisationId} and d.due_at >= ${fromInstant} and d.due_at < ${toInstant} and d.state not in ('cancelled', 'removed')
      group by 1
    ), brought as materialized (
      select p.campaign_id, sum(v.value) as value from measurement_conversions v
      join publishing_posts p on p.organisation_id = ${organisationId} and p.id = v.post_id
      where v.organisation_id = ${organisationId} and v.occurred_at >= ${fromInstant} and v.occurred_at < ${toInstant} and v.currency = ${currency}
      group by 1
    ), both_sums as materialized (
      select campaign_id, sum(posts) as posts, sum(value) as value from (
        select campaign_id, posts, 0 as value from sent union all select campaign_id, 0, value from brought) parts group by 1
    ), aims as materialized (
      select l.campaign_id, array_agg(distinct s.objective_id order by s.objective_id) as ids from content_campaign_goals l
      join strategy_goal_objectives s on s.organisation_id = ${organisationId} and s.goal_id = l.goal_id
      join strategy_objectives o on o.organisation_id = ${organisationId} and o.id = s.objective_id and o.removed_at is null
      where l.organisation_id = ${organisationId} and l.campaign_id in (select campaign_id from both_sums) group by 1
    )
    select case when c.id is null then 'none' else 'campaign' end as type, c.id, coalesce(c.title, '') as title, coalesce(a.ids, '{}') as "objectiveIds",
      '0' as "hoursPlanned", '0' as "hoursActual", b.posts::text as posts, b.value::text as value,
      exists (select from content_campaign_goals l join strategy_goals g on g.organisation_id = ${organisationId} and g.id = l.goal_id and g.removed_at is null
        where l.organisation_id = ${organisationId} and l.campaign_id = b.campaign_id) as served
    from both_sums b
    left join content_campaigns c on c.organisation_id = ${organisationId} and c.id = b.campaign_id
    left join aims a on a.campaign_id = b.campaign_id`.execute(db)
  return rows
}
