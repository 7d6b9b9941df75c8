import { sql } from 'kysely'
import { spokenTo } from '#server/features/strategy/index.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { REACTIONS } from '../domain/figures.ts'

export interface BroughtRow {
  /** Null: posts that speak to no audience that is kept. */
  readonly audienceId: string | null
  readonly name: string | null
  /** Of posts that speak to this audience and to no other. */
  readonly alone: boolean
  readonly posts: number
  readonly clicks: number
  readonly engagements: number | null
}

export interface ResultsWanted {
  readonly organisationId: string
  /** Null: from the beginning. */
  readonly from: Date | null
  /** Only posts of this campaign; null: all. */
  readonly campaignId: string | null
}

/**
 * What came back by audience: posts published since then and still out with their engagements as counted last, and people’s
 * clicks since then on posts of any day. Audiences in the archive are left out; posts only for them speak to nobody.
 */
export async function readBrought(db: Db, wanted: ResultsWanted): Promise<BroughtRow[]> {
  const { organisationId: organisation, from, campaignId } = wanted
  const since = from ?? new Date(0)
  const { rows } = await sql<BroughtRow>`
    with posts as materialized (
      select d.post_id as id, d.state = 'published' and d.published_at >= ${since} as counts from publishing_deliveries d
      join publishing_posts p on p.organisation_id = ${organisation} and p.id = d.post_id
      where d.organisation_id = ${organisation} and d.published_at is not null ${campaignId === null ? sql`` : sql`and p.campaign_id = ${campaignId}`}
    ), clicked as (
      select post_id as id, count(*)::int as clicks from measurement_clicks
      where organisation_id = ${organisation} and not robot and post_id is not null and at >= ${since} group by 1
    ), engaged as (
      select p.id, sum(v.value)::bigint as engagements from posts p
      cross join unnest(${[...REACTIONS]}::text[]) as m(metric)
      cross join lateral (
        select value from measurement_points v
        where v.organisation_id = ${organisation} and v.post_id = p.id and v.metric = m.metric order by v.at desc limit 1
      ) v
      where p.counts group by 1
    ), named as (
      select s.post_id, a.id, a.name, count(*) over (partition by s.post_id) = 1 as alone from (${spokenTo(organisation)}) s
      join strategy_audiences a on a.organisation_id = ${organisation} and a.id = s.audience_id and a.archived_at is null
    )
    select n.id as "audienceId", n.name, coalesce(n.alone, true) as alone, count(*) filter (where p.counts)::int as posts,
      coalesce(sum(k.clicks), 0)::int as clicks, sum(e.engagements)::bigint as engagements
    from posts p left join named n on n.post_id = p.id left join clicked k on k.id = p.id left join engaged e on e.id = p.id
    group by 1, 2, 3`.execute(db)
  return rows
}

/** How many of the posts that count speak to more than one audience that is kept. */
export async function countShared(db: Db, { organisationId, from, campaignId }: ResultsWanted): Promise<number> {
  const { rows } = await sql<{ shared: number }>`
    select count(*)::int as shared from (
      select s.post_id from (${spokenTo(organisationId)}) s
      join strategy_audiences a on a.organisation_id = ${organisationId} and a.id = s.audience_id and a.archived_at is null
      join publishing_deliveries d on d.organisation_id = ${organisationId} and d.post_id = s.post_id and d.state = 'published' and d.published_at >= ${from ?? new Date(0)}
      join publishing_posts p on p.organisation_id = ${organisationId} and p.id = s.post_id ${campaignId === null ? sql`` : sql`and p.campaign_id = ${campaignId}`}
      group by 1 having count(*) > 1) several`.execute(db)
  return rows[0]?.shared ?? 0
}

/** The audiences to list: all that are kept, or those that a campaign or its posts name. */
export async function readListed(
  db: Db,
  organisationId: string,
  campaignId: string | null,
): Promise<{ readonly id: string; readonly name: string }[]> {
  const ofCampaign = sql`and (a.id in (select audience_id from content_campaign_audiences where organisation_id = ${organisationId} and campaign_id = ${campaignId})
    or a.id in (select o.audience_id from publishing_post_audiences o join publishing_posts p on p.organisation_id = ${organisationId} and p.id = o.post_id
      where o.organisation_id = ${organisationId} and p.campaign_id = ${campaignId}))`
  const { rows } = await sql<{ id: string; name: string }>`
    select a.id, a.name from strategy_audiences a where a.organisation_id = ${organisationId} and a.archived_at is null
      ${campaignId === null ? sql`` : ofCampaign} order by a.id`.execute(db)
  return rows
}
