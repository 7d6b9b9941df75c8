import { sql, type RawBuilder } from 'kysely'
import type { z } from 'zod'
import type { cascade } from '#contract/cascade.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { CascadeInput } from '../input.ts'

type Branch = z.output<NonNullable<(typeof cascade.branches)['~orpc']['outputSchema']>>['items'][number]
type BranchRow = Omit<Branch, 'owner'> & { readonly ownerId: string | null; readonly ownerName: string | null }

const MOST = 100

/** What stands directly below a record: each kind in its turn, newest first, as many as one can look through. */
export function listBranches(kernel: Kernel, { organisationId }: Actor, { type, id }: CascadeInput<'branches'>) {
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const { rows } = await sql<BranchRow>`
      select b.type, b.id, b.title, b.state, b."on", b.below, who.id as "ownerId", who.name as "ownerName",
        (select count(*)::int from strategy_reviews r where r.organisation_id = ${organisationId} and r.subject_type = b.type and r.subject_id = b.id and r.cleared_at is null) as reviews
      from (${below(organisationId, type, id)}) b
      left join organisation_people who on who.organisation_id = ${organisationId} and who.id = b.owner_id
      order by array_position(array['goal', 'plan', 'campaign', 'task', 'post'], b.type), b.id desc limit ${MOST + 1}`.execute(
      db,
    )
    const items = rows.slice(0, MOST).map(({ ownerId, ownerName, ...row }) => ({
      ...row,
      owner: ownerId !== null && ownerName !== null ? { id: ownerId, name: ownerName } : null,
    }))
    return { items, more: rows.length > MOST ? 1 : 0 }
  })
}

/** The rows below one record, all with the same columns. */
function below(org: string, type: CascadeInput<'branches'>['type'], id: string): RawBuilder<unknown> {
  switch (type) {
    case 'objective':
      return sql`${goals(org, id)} union all ${plans(org, sql`p.id in (select l.plan_id from strategy_plan_objectives l where l.organisation_id = ${org} and l.objective_id = ${id})`)}`
    case 'goal':
      return sql`${plans(org, sql`p.id in (select l.plan_id from strategy_plan_goals l where l.organisation_id = ${org} and l.goal_id = ${id})`)}
        union all ${campaigns(org, id)} union all ${tasks(org, sql`t.goal_id = ${id} and t.plan_id is null`)}`
    case 'plan':
      return sql`${plans(org, sql`p.parent_id = ${id}`)} union all ${tasks(org, sql`t.plan_id = ${id}`)}`
    case 'campaign':
      return sql`${tasks(org, sql`t.campaign_id = ${id} and t.plan_id is null and t.goal_id is null`)} union all ${posts(org, sql`x.campaign_id = ${id}`)}`
    case 'task':
      return posts(
        org,
        sql`x.id in (select l.post_id from strategy_task_posts l where l.organisation_id = ${org} and l.task_id = ${id})`,
      )
  }
}

const goals = (org: string, objectiveId: string) => sql`
  select 'goal' as type, g.id, g.title, g.owner_id, null as state, g.due_on as "on",
    ((select count(*) from strategy_plan_goals l where l.organisation_id = ${org} and l.goal_id = g.id)
      + (select count(*) from content_campaign_goals l where l.organisation_id = ${org} and l.goal_id = g.id)
      + (select count(*) from strategy_tasks t where t.organisation_id = ${org} and t.goal_id = g.id and t.plan_id is null and t.removed_at is null))::int as below
  from strategy_goals g where g.organisation_id = ${org} and g.removed_at is null and g.id in (
    select l.goal_id from strategy_goal_objectives l where l.organisation_id = ${org} and l.objective_id = ${objectiveId})`

const plans = (org: string, where: RawBuilder<unknown>) => sql`
  select 'plan' as type, p.id, p.title, p.owner_id, p.state, p.ends_on as "on",
    ((select count(*) from strategy_plans b where b.organisation_id = ${org} and b.parent_id = p.id and b.removed_at is null)
      + (select count(*) from strategy_tasks t where t.organisation_id = ${org} and t.plan_id = p.id and t.removed_at is null))::int as below
  from strategy_plans p where p.organisation_id = ${org} and p.removed_at is null and ${where}`

const campaigns = (org: string, goalId: string) => sql`
  select 'campaign' as type, c.id, c.title, c.owner_id, null as state, c.ends_on as "on",
    (select count(*)::int from publishing_posts x where x.organisation_id = ${org} and x.campaign_id = c.id) as below
  from content_campaigns c where c.organisation_id = ${org} and c.removed_at is null and c.id in (
    select l.campaign_id from content_campaign_goals l where l.organisation_id = ${org} and l.goal_id = ${goalId})`

const tasks = (org: string, where: RawBuilder<unknown>) => sql`
  select 'task' as type, t.id, t.title, t.owner_id, t.state, t.due_on as "on",
    (select count(*)::int from strategy_task_posts l where l.organisation_id = ${org} and l.task_id = t.id) as below
  from strategy_tasks t where t.organisation_id = ${org} and t.removed_at is null and ${where}`

const posts = (org: string, where: RawBuilder<unknown>) => sql`
  select 'post' as type, x.id, coalesce(nullif(x.title, ''), left(x.text, 80)) as title, x.created_by as owner_id, null as state, x.planned_at::date as "on", 0 as below
  from publishing_posts x where x.organisation_id = ${org} and ${where}`
