import { sql } from 'kysely'
import type { REVIEW_CAUSES } from '#contract/cascade.ts'
import { rippling } from '../domain/ripple.ts'
import { markBelow, type Rippling } from './mark-below.ts'

export interface RippleCause {
  readonly type: (typeof REVIEW_CAUSES)[number]
  readonly id: string
  readonly title: string
}

/**
 * Puts everything below a changed objective, goal or plan up for review, in the transaction of the change: goals, plans,
 * campaigns and unfinished tasks. Who owns some of it is told, once. A second change adds to what still waits: what it was
 * before the first, and what it is now.
 */
export async function ripple(
  work: Rippling,
  cause: RippleCause,
  changed: { readonly before: Readonly<Record<string, unknown>>; readonly after: Readonly<Record<string, unknown>> },
): Promise<void> {
  const felt = rippling(changed)
  if (felt === null) return
  const { organisationId } = work.actor
  const below = sql`
    goals as materialized (
      select g.id, g.owner_id from strategy_goals g where g.organisation_id = ${organisationId} and g.removed_at is null and g.id in (
        select l.goal_id from strategy_goal_objectives l where l.organisation_id = ${organisationId} and l.objective_id = ${cause.id})
    ), aims as materialized (select id from goals union select ${cause.id}::uuid),
    campaigns as materialized (
      select c.id, c.owner_id from content_campaigns c where c.organisation_id = ${organisationId} and c.removed_at is null and c.id in (
        select l.campaign_id from content_campaign_goals l where l.organisation_id = ${organisationId} and l.goal_id in (table aims))
    ), direct as materialized (
      select l.plan_id as id from strategy_plan_goals l where l.organisation_id = ${organisationId} and l.goal_id in (table aims)
      union select l.plan_id from strategy_plan_objectives l where l.organisation_id = ${organisationId} and l.objective_id = ${cause.id}
    ), plans as materialized (
      select p.id, p.owner_id from strategy_plans p where p.organisation_id = ${organisationId} and p.removed_at is null and p.id <> ${cause.id}
        and (p.id in (table direct) or p.parent_id in (table direct) or p.parent_id = ${cause.id})
    ), tasks as (
      select t.id, t.owner_id from strategy_tasks t where t.organisation_id = ${organisationId} and t.removed_at is null and t.state in ('open', 'doing')
        and (t.plan_id in (select id from plans) or t.plan_id = ${cause.id} or t.goal_id in (table aims) or t.campaign_id in (select id from campaigns))
    ), below as materialized (
      select 'goal' as type, id, owner_id from goals union all select 'plan', id, owner_id from plans
      union all select 'campaign', id, owner_id from campaigns union all select 'task', id, owner_id from tasks
    )`
  await markBelow(work, { below, cause, changed: felt, kind: 'review.asked', params: { title: cause.title } })
}
