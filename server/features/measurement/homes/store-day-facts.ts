import { sql, type RawBuilder } from 'kysely'
import { among } from '#server/features/strategy/index.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { toUnits } from '../domain/decimal.ts'
import type { Edges, Fact } from '../domain/facts.ts'

export interface DayFactsWanted {
  readonly organisationId: string
  /** Nothing that happened before this. */
  readonly from: Date
  /** The instants at which days begin. */
  readonly edges: Edges
}

/** Some campaigns, null among them for what belongs to none; null for everything. */
export type Campaigns = readonly (string | null)[] | null

type Row = Omit<Fact, 'value' | 'counted'> & { readonly value: string }

/** Posts and credited conversions, by campaign, day of publication and day on which it happened. */
export async function readDayFacts(db: Db, wanted: DayFactsWanted, campaigns: Campaigns): Promise<Fact[]> {
  const { organisationId: organisation, from } = wanted
  const edges = sql`${[...wanted.edges]}::timestamptz[]`
  const chosen = campaigns === null ? sql`` : sql`and ${among(sql.ref('p.campaign_id'), campaigns)}`
  const { rows } = await sql<Row>`
    select p.campaign_id as key, width_bucket(d.published_at, ${edges}) as published, width_bucket(d.published_at, ${edges}) as at,
      count(*)::int as posts, 0 as clicks, 0 as conversions, null as currency, '0' as value
    from publishing_deliveries d join publishing_posts p on p.organisation_id = ${organisation} and p.id = d.post_id ${chosen}
    where d.organisation_id = ${organisation} and d.state = 'published' and d.published_at >= ${from} group by 1, 2, 3
    union all
    select p.campaign_id, coalesce(width_bucket(d.published_at, ${edges}), -1), width_bucket(c.occurred_at, ${edges}),
      0, 0, count(*) filter (where c.value >= 0)::int, c.currency, trim_scale(sum(c.value))::text
    from measurement_conversions c
    left join publishing_posts p on p.organisation_id = ${organisation} and p.id = c.post_id
    left join publishing_deliveries d on d.organisation_id = ${organisation} and d.post_id = c.post_id
    where c.organisation_id = ${organisation} and c.click_id is not null and c.occurred_at >= ${from} ${chosen} group by 1, 2, 3, c.currency`.execute(
    db,
  )
  return rows.map(factOf)
}

export interface Clicked {
  readonly since: Date
  /** Null: up to now. */
  readonly until: Date | null
}

/** People's clicks by campaign, day of the post's publication and day of the click. */
export async function readDayClicks(
  db: Db,
  { organisationId: organisation, edges: days }: DayFactsWanted,
  { since, until }: Clicked,
  campaigns: Campaigns,
): Promise<Fact[]> {
  const edges = sql`${[...days]}::timestamptz[]`
  const between = sql`c.organisation_id = ${organisation} and not c.robot and c.at >= ${since} ${until === null ? sql`` : sql`and c.at < ${until}`}`
  const { rows } = await sql<Row>`
    select p.campaign_id as key, coalesce(width_bucket(d.published_at, ${edges}), -1) as published, width_bucket(c.at, ${edges}) as at,
      0 as posts, count(*)::int as clicks, 0 as conversions, null as currency, '0' as value
    from ${clicksOf(organisation, between, campaigns)} c
    left join publishing_posts p on p.organisation_id = ${organisation} and p.id = c.post_id
    left join publishing_deliveries d on d.organisation_id = ${organisation} and d.post_id = c.post_id
    group by 1, 2, 3`.execute(db)
  return rows.map(factOf)
}

/** Clicks of chosen campaigns are found through their posts, so that a busy year of others is not read for them. */
function clicksOf(organisation: string, between: RawBuilder<unknown>, campaigns: Campaigns): RawBuilder<unknown> {
  if (campaigns === null) return sql`(select c.at, c.post_id from measurement_clicks c where ${between})`
  const posts = sql`select p.id from publishing_posts p where p.organisation_id = ${organisation} and ${among(sql.ref('p.campaign_id'), campaigns)}`
  const ofPosts = sql`select c.at, c.post_id from (${posts}) p join measurement_clicks c on c.post_id = p.id and ${between}`
  if (!campaigns.includes(null)) return sql`(${ofPosts})`
  return sql`(${ofPosts} union all select c.at, null::uuid from measurement_clicks c where c.post_id is null and ${between})`
}

const factOf = ({ value, ...row }: Row): Fact => ({
  ...row,
  counted: null,
  value: row.currency === null ? 0n : toUnits(value),
})
