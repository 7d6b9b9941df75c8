import { sql } from 'kysely'
import type { z } from 'zod'
import type { Perspective } from '#contract/strategy.ts'
import type { Db } from '#server/kernel/database/database.ts'

/** Among so many best posts there is one that was not removed from its platform. */
const CANDIDATES = 20

export interface ObjectiveRow {
  readonly id: string
  readonly title: string
  readonly perspective: z.infer<typeof Perspective>
  readonly endsOn: string
}

/** Objectives that are not over before a day, by what ends first. */
export async function readObjectives(db: Db, organisationId: string, endingFrom: string): Promise<ObjectiveRow[]> {
  const { rows } = await sql<ObjectiveRow>`
    select o.id, o.title, o.perspective, o.ends_on as "endsOn" from strategy_objectives o
    where o.organisation_id = ${organisationId} and o.removed_at is null and o.ends_on >= ${endingFrom}
    order by o.ends_on, o.id`.execute(db)
  return rows
}

/** Who answers for these objectives and goals. */
export async function readOwners(
  db: Db,
  organisationId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly id: string; readonly name: string }>> {
  const { rows } = await sql<{ of: string; id: string; name: string }>`
    select r.id as of, who.id, who.name from (
      select id, owner_id from strategy_objectives where organisation_id = ${organisationId} and id = any(${[...ids]}::uuid[])
      union all select id, owner_id from strategy_goals where organisation_id = ${organisationId} and id = any(${[...ids]}::uuid[])
    ) r join organisation_people who on who.organisation_id = ${organisationId} and who.id = r.owner_id`.execute(db)
  return new Map(rows.map(({ of, id, name }) => [of, { id, name }]))
}

/** Titles of these campaigns. */
export async function readCampaignTitles(
  db: Db,
  organisationId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('content_campaigns')
    .select(['id', 'title'])
    .where('organisation_id', '=', organisationId)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row.title]))
}

/** The post still out there that brought the highest value in this currency since then; where none did, the most clicks. Null without either. */
export async function findBestPost(
  db: Db,
  organisationId: string,
  currency: string,
  from: Date,
): Promise<string | null> {
  return (await mostValue(db, organisationId, currency, from)) ?? (await mostClicks(db, organisationId, from))
}

async function mostValue(db: Db, organisationId: string, currency: string, from: Date): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select v.post_id as id from (
      select post_id, sum(value) as value from measurement_conversions
      where organisation_id = ${organisationId} and post_id is not null and currency = ${currency} and occurred_at >= ${from}
      group by post_id having sum(value) > 0 order by 2 desc, 1 limit ${CANDIDATES}
    ) v
    join publishing_deliveries d on d.organisation_id = ${organisationId} and d.post_id = v.post_id and d.state = 'published'
    order by v.value desc, v.post_id limit 1`.execute(db)
  return rows[0]?.id ?? null
}

async function mostClicks(db: Db, organisationId: string, from: Date): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select k.post_id as id from (
      select post_id, count(*) as clicks from measurement_clicks
      where organisation_id = ${organisationId} and not robot and post_id is not null and at >= ${from}
      group by post_id order by 2 desc, 1 limit ${CANDIDATES}
    ) k
    join publishing_deliveries d on d.organisation_id = ${organisationId} and d.post_id = k.post_id and d.state = 'published'
    order by k.clicks desc, k.post_id limit 1`.execute(db)
  return rows[0]?.id ?? null
}

export interface Orphans {
  readonly objectives: number
  readonly goals: number
  readonly campaigns: number
  readonly posts: number
}

/** Records that serve nothing above them (objectives: that nothing serves). */
export async function countOrphans(db: Db, organisationId: string): Promise<Omit<Orphans, 'posts'>> {
  const { rows } = await sql<Omit<Orphans, 'posts'>>`
    select
      (select count(*)::int from strategy_objectives o where o.organisation_id = ${organisationId} and o.removed_at is null and not exists (
        select from strategy_goal_objectives l join strategy_goals g on g.organisation_id = l.organisation_id and g.id = l.goal_id and g.removed_at is null
        where l.organisation_id = ${organisationId} and l.objective_id = o.id)) as objectives,
      (select count(*)::int from strategy_goals g where g.organisation_id = ${organisationId} and g.removed_at is null and not exists (
        select from strategy_goal_objectives l join strategy_objectives o on o.organisation_id = l.organisation_id and o.id = l.objective_id and o.removed_at is null
        where l.organisation_id = ${organisationId} and l.goal_id = g.id)) as goals,
      (select count(*)::int from content_campaigns c where c.organisation_id = ${organisationId} and c.removed_at is null and not exists (
        select from content_campaign_goals l join strategy_goals g on g.organisation_id = l.organisation_id and g.id = l.goal_id and g.removed_at is null
        where l.organisation_id = ${organisationId} and l.campaign_id = c.id)) as campaigns`.execute(db)
  return rows[0] ?? { objectives: 0, goals: 0, campaigns: 0 }
}

/** Posts due since then and not called off that belong to no campaign which serves a goal: found through those campaigns. */
export async function countOrphanPosts(db: Db, organisationId: string, from: Date): Promise<number> {
  const { rows } = await sql<{ posts: number }>`
    with unserved as materialized (
      select c.id from content_campaigns c where c.organisation_id = ${organisationId} and not exists (
        select from content_campaign_goals l join strategy_goals g on g.organisation_id = l.organisation_id and g.id = l.goal_id and g.removed_at is null
        where l.organisation_id = ${organisationId} and l.campaign_id = c.id)
    ), alone as (
      select p.id from publishing_posts p where p.organisation_id = ${organisationId} and p.campaign_id is null
      union all select p.id from publishing_posts p join unserved c on c.id = p.campaign_id where p.organisation_id = ${organisationId}
    )
    select count(*)::int as posts from alone join publishing_deliveries d on d.organisation_id = ${organisationId} and d.post_id = alone.id
      and d.due_at >= ${from} and d.state not in ('cancelled', 'removed')`.execute(db)
  return rows[0]?.posts ?? 0
}
