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
  /** How many posts that count speak to more than one audience; the same in every row. */
  readonly shared: number
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
    with clicked as materialized (
      select post_id as id, count(*)::int as clicks from measurement_clicks
      where organisation_id = ${organisation} and not robot and post_id is not null and at >= ${since} group by 1
    ), posts as materialized (
      select p.id, p.campaign_id, d.state = 'published' and d.published_at >= ${since} as counts, k.clicks from publishing_deliveries d
      join publishing_posts p on p.organisation_id = ${organisation} and p.id = d.post_id ${campaignId === null ? sql`` : sql`and p.campaign_id = ${campaignId}`}
      left join clicked k on k.id = d.post_id
      where d.organisation_id = ${organisation} and d.published_at is not null and (d.published_at >= ${since} or k.id is not null)
    ), engaged as (
      select p.id, sum(v.value)::bigint as engagements from posts p
      cross join unnest(${[...REACTIONS]}::text[]) as m(metric)
      cross join lateral (
        select value from measurement_points v
        where v.organisation_id = ${organisation} and v.post_id = p.id and v.metric = m.metric order by v.at desc limit 1
      ) v
      where p.counts and exists (select from measurement_points v where v.organisation_id = ${organisation} and v.post_id = p.id) group by 1
    ), named as materialized (
      select s.post_id, a.id, a.name from (${spokenTo(organisation, sql`posts`)}) s
      join strategy_audiences a on a.organisation_id = ${organisation} and a.id = s.audience_id and a.archived_at is null
    ), counted as (
      select post_id, count(*) as audiences from named group by 1
    )
    select n.id as "audienceId", n.name, coalesce(c.audiences, 1) = 1 as alone, count(*) filter (where p.counts)::int as posts,
      coalesce(sum(p.clicks), 0)::int as clicks, sum(e.engagements)::bigint as engagements,
      (select count(*)::int from counted c join posts p on p.id = c.post_id and p.counts where c.audiences > 1) as shared
    from posts p left join named n on n.post_id = p.id left join counted c on c.post_id = p.id left join engaged e on e.id = p.id
    group by 1, 2, 3`.execute(db)
  return rows
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
