import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#server/kernel/database/database.ts'

export interface Span {
  readonly organisationId: string
  readonly from: string
  readonly to: string
  readonly fromInstant: Date
  readonly toInstant: Date
  readonly currency: string
}

export interface TaskWork {
  readonly planId: string | null
  readonly goalId: string | null
  /** Only of tasks that name neither goal nor plan. */
  readonly campaignId: string | null
  readonly hoursPlanned: string
  readonly hoursActual: string
}

/** Hours of tasks due in these days (without a day: set in them), by what they say that they are for. */
export async function readTaskWork(
  db: Db,
  { organisationId, from, to, fromInstant, toInstant }: Span,
): Promise<TaskWork[]> {
  const { rows } = await sql<TaskWork>`
    select t.plan_id as "planId", t.goal_id as "goalId", case when t.goal_id is null and t.plan_id is null then t.campaign_id end as "campaignId",
      sum(t.hours_planned)::text as "hoursPlanned", sum(t.hours_actual)::text as "hoursActual"
    from strategy_tasks t where t.organisation_id = ${organisationId} and t.removed_at is null and t.state <> 'dropped'
      and (t.due_on between ${from} and ${to} or (t.due_on is null and t.created_at >= ${fromInstant} and t.created_at < ${toInstant}))
      and (t.hours_planned > 0 or t.hours_actual > 0)
    group by 1, 2, 3`.execute(db)
  return rows
}

export interface PostWork {
  readonly campaignId: string | null
  readonly posts: string
  readonly value: string
}

/** Some campaigns, null among them for posts without any; null for everything. */
export type Campaigns = readonly (string | null)[] | null

/** Posts due in these days and not called off, and what conversions in these days brought, by campaign. */
export async function readPostWork(
  db: Db,
  { organisationId, fromInstant, toInstant, currency }: Span,
  campaigns: Campaigns,
): Promise<PostWork[]> {
  const chosen = campaigns === null ? sql`` : sql`and ${among(sql.ref('p.campaign_id'), campaigns)}`
  const { rows } = await sql<PostWork>`
    with sent as (
      select p.campaign_id, count(*) as posts from publishing_deliveries d
      join publishing_posts p on p.organisation_id = ${organisationId} and p.id = d.post_id
      where d.organisation_id = ${organisationId} and d.due_at >= ${fromInstant} and d.due_at < ${toInstant} and d.state not in ('cancelled', 'removed') ${chosen}
      group by 1
    ), brought as (
      select p.campaign_id, sum(v.value) as value from measurement_conversions v
      join publishing_posts p on p.organisation_id = ${organisationId} and p.id = v.post_id
      where v.organisation_id = ${organisationId} and v.occurred_at >= ${fromInstant} and v.occurred_at < ${toInstant} and v.currency = ${currency} ${chosen}
      group by 1
    )
    select campaign_id as "campaignId", sum(posts)::text as posts, sum(value)::text as value from (
      select campaign_id, posts, 0 as value from sent union all select campaign_id, 0, value from brought) parts group by 1`.execute(
    db,
  )
  return rows
}

/** Whether a column names one of these campaigns. */
export function among(column: RawBuilder<unknown>, campaigns: readonly (string | null)[]): RawBuilder<unknown> {
  const ids = sql`${column} = any(${campaigns.filter((id) => id !== null)}::uuid[])`
  return campaigns.includes(null) ? sql`(${ids} or ${column} is null)` : ids
}

/** What work can be for: its title and the objectives that it serves, each once. */
export interface Served {
  readonly title: string
  readonly objectiveIds: readonly string[]
}

export interface Lines {
  readonly plans: ReadonlyMap<string, Served>
  /** `goals`: whether it serves a goal. */
  readonly campaigns: ReadonlyMap<string, Served & { readonly goals: boolean }>
}

export interface LinesWanted {
  readonly plans: readonly string[]
  readonly campaigns: readonly string[]
}

/**
 * What plans and campaigns serve: all, or these with the plans that carry them out. A plan serves what it names, the objectives of
 * its goals, and what the plan that it carries out serves. Ids come as one text: a tenth of the time that lists take.
 */
export async function readLines(db: Db, organisationId: string, only: LinesWanted | null): Promise<Lines> {
  const org = organisationId
  const { rows } = await sql<{
    type: 'plan' | 'campaign'
    id: string
    title: string
    ids: string | null
    goals: boolean
  }>`
    with plans as materialized (
      select p.id, p.title, p.parent_id from strategy_plans p where p.organisation_id = ${org}
        ${only === null ? sql`` : sql`and (p.id = any(${only.plans}::uuid[]) or p.parent_id = any(${only.plans}::uuid[]))`}
    ), campaigns as materialized (
      select c.id, c.title from content_campaigns c where c.organisation_id = ${org} ${only === null ? sql`` : sql`and c.id = any(${only.campaigns}::uuid[])`}
    ), named as (select id from plans union select parent_id from plans),
    plan_goals as materialized (select l.plan_id, l.goal_id from strategy_plan_goals l where l.organisation_id = ${org} and l.plan_id in (table named)),
    campaign_goals as materialized (
      select l.campaign_id, l.goal_id, g.removed_at is null as alive from content_campaign_goals l
      join strategy_goals g on g.organisation_id = ${org} and g.id = l.goal_id
      where l.organisation_id = ${org} and l.campaign_id in (select id from campaigns)
    ), goal_aims as materialized (
      select l.goal_id, l.objective_id from strategy_goal_objectives l
      join strategy_objectives o on o.organisation_id = ${org} and o.id = l.objective_id and o.removed_at is null
      where l.organisation_id = ${org} ${only === null ? sql`` : sql`and l.goal_id in (select goal_id from plan_goals union select goal_id from campaign_goals)`}
    ), own_aims as materialized (
      select l.plan_id, l.objective_id from strategy_plan_objectives l
      join strategy_objectives o on o.organisation_id = ${org} and o.id = l.objective_id and o.removed_at is null
      where l.organisation_id = ${org} and l.plan_id in (table named)
      union select l.plan_id, a.objective_id from plan_goals l join goal_aims a on a.goal_id = l.goal_id
    ), plan_aims as (
      select plan_id, string_agg(objective_id::text, ' ') as ids from (
        select * from own_aims union select p.id, a.objective_id from plans p join own_aims a on a.plan_id = p.parent_id) served group by 1
    ), campaign_aims as (
      select campaign_id, string_agg(objective_id::text, ' ') as ids from (
        select distinct l.campaign_id, a.objective_id from campaign_goals l join goal_aims a on a.goal_id = l.goal_id) served group by 1
    )
    select 'plan' as type, p.id, p.title, a.ids, false as goals from plans p left join plan_aims a on a.plan_id = p.id
    union all select 'campaign', c.id, c.title, a.ids, c.id in (select campaign_id from campaign_goals where alive) from campaigns c left join campaign_aims a on a.campaign_id = c.id`.execute(
    db,
  )
  const plans = new Map<string, Served>()
  const campaigns = new Map<string, Served & { goals: boolean }>()
  for (const { type, id, title, ids, goals } of rows) {
    const objectiveIds = idsOf(ids)
    if (type === 'plan') plans.set(id, { title, objectiveIds })
    else campaigns.set(id, { title, objectiveIds, goals })
  }
  return { plans, campaigns }
}

/** The objectives that these goals serve. */
export async function readGoalAims(
  db: Db,
  organisationId: string,
  goalIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (goalIds.length === 0) return new Map()
  const { rows } = await sql<{ id: string; ids: string }>`
    select l.goal_id as id, string_agg(l.objective_id::text, ' ') as ids from strategy_goal_objectives l
    join strategy_objectives o on o.organisation_id = ${organisationId} and o.id = l.objective_id and o.removed_at is null
    where l.organisation_id = ${organisationId} and l.goal_id = any(${[...goalIds]}::uuid[]) group by 1`.execute(db)
  return new Map(rows.map(({ id, ids }) => [id, idsOf(ids)]))
}

/** In an order of its own, so that what cannot be split evenly always goes to the same. */
function idsOf(ids: string | null): readonly string[] {
  return ids === null ? [] : ids.split(' ').sort()
}
