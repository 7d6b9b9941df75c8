import { sql } from 'kysely'
import type { Db } from '#server/kernel/database/database.ts'
import { REACTIONS } from '../domain/figures.ts'
import { stretchAt, type Edges, type Fact } from '../domain/facts.ts'

/** A post is not measured any more when it is this old; its counts stay as they are. */
const MEASURED_DAYS = 92

export interface EngagementsWanted {
  readonly organisationId: string
  /** What the facts are told apart by. */
  readonly by: 'campaign' | 'channel'
  /** Only posts of these campaigns; null: all posts. */
  readonly campaignIds: readonly string[] | null
  /** What platforms counted: these metrics. */
  readonly metrics: readonly string[]
  readonly from: Date
  readonly now: Date
  readonly publishedEdges: Edges
  /** Edges until now at which values are needed: part of `edges`. */
  readonly points: Edges
  /** Edges by which the other facts are told apart. */
  readonly edges: Edges
}

/**
 * What platforms counted, by campaign or channel, as changes from one point to the next. Looks up the last count before each point instead of
 * reading all counts, so that the cost does not grow with how often a platform was asked.
 */
export async function readEngagementFacts(db: Db, wanted: EngagementsWanted): Promise<Fact[]> {
  if (wanted.campaignIds?.length === 0 || wanted.metrics.length === 0) return []
  const { organisationId: organisation, points, campaignIds } = wanted
  const chosen = campaignIds === null ? sql`` : sql`and p.campaign_id = any(${[...campaignIds]}::uuid[])`
  const key = sql.ref(wanted.by === 'campaign' ? 'p.campaign_id' : 'p.channel_id')
  const { rows } = await sql<{ key: string | null; published: number; place: number; metric: string; change: number }>`
    with posts as materialized (
      select p.id, ${key} as key, d.published_at, width_bucket(d.published_at, ${[...wanted.publishedEdges]}::timestamptz[]) as published
      from publishing_deliveries d
      join publishing_posts p on p.organisation_id = d.organisation_id and p.id = d.post_id
      where d.organisation_id = ${organisation} and p.organisation_id = ${organisation} and d.state in ('published', 'removed') and d.published_at >= ${wanted.from}
        ${chosen}
    ), points as (
      select edge, (place - 1)::int as place, lag(edge, 1, '-infinity') over (order by place) as previous
      from unnest(${[...points]}::timestamptz[] || array['infinity'::timestamptz]) with ordinality as edges(edge, place)
    ), changes as (
      select p.key, p.published, g.place, m.metric, v.value - lag(v.value, 1, 0::bigint) over (partition by p.id, m.metric order by g.place) as change
      from posts p
      join points g on g.edge > p.published_at and g.previous < p.published_at + make_interval(days => ${MEASURED_DAYS})
      cross join unnest(${[...wanted.metrics]}::text[]) as m(metric)
      cross join lateral (
        select value from measurement_points v
        where v.organisation_id = ${organisation} and v.post_id = p.id and v.metric = m.metric and v.at < g.edge
        order by v.at desc limit 1
      ) v
    )
    select key, published, place, metric, sum(change)::bigint as change from changes group by 1, 2, 3, 4`.execute(db)
  return rows.map(({ key: own, published, place, metric, change }) => {
    const edge = points[place]
    const at = edge === undefined ? stretchAt(wanted.edges, wanted.now) : stretchAt(wanted.edges, edge) - 1
    return {
      key: own,
      published,
      at,
      posts: 0,
      clicks: 0,
      conversions: 0,
      counted: { metric, change },
      currency: null,
      value: 0n,
    }
  })
}

/** When a platform was last asked about any post of each campaign. */
export async function readCollectedAt(
  db: Db,
  organisationId: string,
  campaignIds: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  if (campaignIds.length === 0) return new Map()
  const { rows } = await sql<{ id: string; at: Date }>`
    select p.campaign_id as id, max(s.collected_at) as at
    from measurement_schedules s
    join publishing_posts p on p.organisation_id = s.organisation_id and p.id = s.post_id
    where s.organisation_id = ${organisationId} and p.organisation_id = ${organisationId} and s.collected_at is not null
      and p.campaign_id = any(${[...campaignIds]}::uuid[])
    group by 1`.execute(db)
  return new Map(rows.map((row) => [row.id, row.at]))
}

/** Engagements, as counted last, of the posts published since then that are still out, by channel. */
export async function readEngagementsByChannel(
  db: Db,
  organisationId: string,
  from: Date,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; engagements: number }>`
    select d.channel_id as id, sum(v.value)::bigint as engagements
    from publishing_deliveries d
    cross join unnest(${[...REACTIONS]}::text[]) as m(metric)
    cross join lateral (
      select value from measurement_points v
      where v.organisation_id = ${organisationId} and v.post_id = d.post_id and v.metric = m.metric order by v.at desc limit 1
    ) v
    where d.organisation_id = ${organisationId} and d.state = 'published' and d.published_at >= ${from}
    group by d.channel_id`.execute(db)
  return new Map(rows.map((row) => [row.id, row.engagements]))
}

/** Engagements counted last on each of these posts; posts that no platform has counted are left out. */
export async function readLatestEngagements(
  db: Db,
  organisationId: string,
  postIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (postIds.length === 0) return new Map()
  const { rows } = await sql<{ id: string; engagements: number }>`
    select p.id, sum(v.value)::bigint as engagements
    from unnest(${[...postIds]}::uuid[]) as p(id)
    cross join unnest(${[...REACTIONS]}::text[]) as m(metric)
    cross join lateral (
      select value from measurement_points v
      where v.organisation_id = ${organisationId} and v.post_id = p.id and v.metric = m.metric order by v.at desc limit 1
    ) v
    group by p.id`.execute(db)
  return new Map(rows.map((row) => [row.id, row.engagements]))
}
