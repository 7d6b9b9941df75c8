import { sql, type RawBuilder } from 'kysely'
import type { ORPHAN_KINDS } from '#contract/cascade.ts'
import type { Db } from '#server/kernel/database/database.ts'

export type OrphanKind = (typeof ORPHAN_KINDS)[number]

/** Rows of one kind that stand alone, as a query of id, title and owner. */
export function orphansOf(organisationId: string, kind: OrphanKind): RawBuilder<unknown> {
  const org = organisationId
  switch (kind) {
    case 'objective':
      return sql`select x.id, x.title, x.owner_id from strategy_objectives x where x.organisation_id = ${org} and x.removed_at is null and x.id not in (
        select l.objective_id from strategy_goal_objectives l join strategy_goals g on g.organisation_id = ${org} and g.id = l.goal_id and g.removed_at is null where l.organisation_id = ${org}
        union select l.objective_id from strategy_plan_objectives l join strategy_plans p on p.organisation_id = ${org} and p.id = l.plan_id and p.removed_at is null where l.organisation_id = ${org})`
    case 'goal':
      return sql`select x.id, x.title, x.owner_id from strategy_goals x where x.organisation_id = ${org} and x.removed_at is null and x.id not in (
        select l.goal_id from strategy_goal_objectives l join strategy_objectives o on o.organisation_id = ${org} and o.id = l.objective_id and o.removed_at is null where l.organisation_id = ${org})`
    case 'plan':
      return sql`select x.id, x.title, x.owner_id from strategy_plans x where x.organisation_id = ${org} and x.removed_at is null
        and not exists (select from strategy_plans a where a.organisation_id = ${org} and a.id = x.parent_id and a.removed_at is null)
        and x.id not in (select l.plan_id from strategy_plan_goals l join strategy_goals g on g.organisation_id = ${org} and g.id = l.goal_id and g.removed_at is null where l.organisation_id = ${org}
        union select l.plan_id from strategy_plan_objectives l join strategy_objectives o on o.organisation_id = ${org} and o.id = l.objective_id and o.removed_at is null where l.organisation_id = ${org})`
    case 'task':
      return sql`select x.id, x.title, x.owner_id from strategy_tasks x where x.organisation_id = ${org} and x.removed_at is null and x.state <> 'dropped' and x.plan_id is null`
    case 'campaign':
      return sql`select x.id, x.title, x.owner_id from content_campaigns x where x.organisation_id = ${org} and x.removed_at is null and x.id not in (${servedCampaigns(org)})`
    case 'post':
      return sql`select x.id, coalesce(nullif(x.title, ''), left(x.text, 80)) as title, x.created_by as owner_id from publishing_posts x
        join publishing_deliveries d on d.organisation_id = ${org} and d.post_id = x.id and d.state not in ('cancelled', 'removed')
        where x.organisation_id = ${org} and (x.campaign_id is null or x.campaign_id not in (${servedCampaigns(org)}))`
  }
}

function servedCampaigns(organisationId: string): RawBuilder<unknown> {
  return sql`select l.campaign_id from content_campaign_goals l
    join strategy_goals g on g.organisation_id = ${organisationId} and g.id = l.goal_id and g.removed_at is null where l.organisation_id = ${organisationId}`
}

/** Posts are counted where they are counted by campaign. */
export const COUNTED_ORPHANS = ['objective', 'goal', 'plan', 'task', 'campaign'] as const
export type OrphanCounts = Record<(typeof COUNTED_ORPHANS)[number], number>

/** How many of these kinds stand alone. */
export async function countOrphans(
  db: Db,
  organisationId: string,
  kinds: readonly (keyof OrphanCounts)[],
): Promise<Partial<OrphanCounts>> {
  const counts = kinds.map(
    (kind) => sql`(select count(*)::int from (${orphansOf(organisationId, kind)}) orphans) as ${sql.ref(kind)}`,
  )
  const { rows } = await sql<Partial<OrphanCounts>>`select ${sql.join(counts)}`.execute(db)
  return rows[0] ?? {}
}

export interface OrphanRow {
  readonly id: string
  readonly title: string
  readonly ownerId: string | null
  readonly ownerName: string | null
}

/** One page of what stands alone, newest first. */
export async function selectOrphans(
  db: Db,
  organisationId: string,
  { kind, after, limit }: { readonly kind: OrphanKind; readonly after: string | null; readonly limit: number },
): Promise<OrphanRow[]> {
  const { rows } = await sql<OrphanRow>`
    select o.id, o.title, who.id as "ownerId", who.name as "ownerName" from (${orphansOf(organisationId, kind)}
      ${after === null ? sql`` : sql`and x.id < ${after}`} order by x.id desc limit ${limit}) o
    left join organisation_people who on who.organisation_id = ${organisationId} and who.id = o.owner_id
    order by o.id desc`.execute(db)
  return rows
}
