import { sql } from 'kysely'
import type { REVIEW_CAUSES } from '#contract/cascade.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Clock } from '#server/kernel/clock.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { notify } from '#server/features/organisation/index.ts'
import { rippling } from '../domain/ripple.ts'

export interface RippleCause {
  readonly type: (typeof REVIEW_CAUSES)[number]
  readonly id: string
  readonly title: string
}

export interface Rippling {
  readonly db: Db
  readonly clock: Clock
  readonly actor: Actor
}

/**
 * Puts everything below a changed objective, goal or plan up for review, in the transaction of the change: goals, plans,
 * campaigns and unfinished tasks. Who owns some of it is told, once. A second change adds to what still waits: what it was
 * before the first, and what it is now.
 */
export async function ripple(
  { db, clock, actor }: Rippling,
  cause: RippleCause,
  changed: { readonly before: Readonly<Record<string, unknown>>; readonly after: Readonly<Record<string, unknown>> },
): Promise<void> {
  const felt = rippling(changed)
  if (felt === null) return
  const { organisationId } = actor
  const { rows } = await sql<{ ownerId: string; count: number }>`
    with goals as materialized (
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
    ), marked as (
      insert into strategy_reviews as r (organisation_id, id, subject_type, subject_id, cause_type, cause_id, before, after, marked_by, marked_at)
      select ${organisationId}, ${newIds(clock)}, type, id, ${cause.type}, ${cause.id}, ${JSON.stringify(felt.before)}::jsonb, ${JSON.stringify(felt.after)}::jsonb, ${actor.name}, ${clock.now()} from below
      on conflict (organisation_id, subject_type, subject_id, cause_type, cause_id) where cleared_at is null
      do update set before = excluded.before || r.before, after = r.after || excluded.after, marked_by = excluded.marked_by, marked_at = excluded.marked_at, version = r.version + 1
      returning 1
    )
    select b.owner_id as "ownerId", count(*)::int as count from below b
    join organisation_people p on p.organisation_id = ${organisationId} and p.id = b.owner_id and p.active
    where (select count(*) from marked) >= 0 group by 1`.execute(db)
  await notify(
    db,
    clock,
    organisationId,
    rows
      .filter((row) => row.ownerId !== actor.personId)
      .map(({ ownerId, count }) => ({
        personId: ownerId,
        kind: 'review.asked',
        params: { by: actor.name, title: cause.title, count },
        subject: { type: cause.type, id: cause.id },
      })),
  )
}

/** Ids that sort by time, made where the rows are. */
export function newIds(clock: Clock) {
  const time = clock.now().getTime().toString(16).padStart(12, '0')
  return sql`(${`${time.slice(0, 8)}-${time.slice(8)}-7`} || substr(gen_random_uuid()::text, 16))::uuid`
}
