import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#server/kernel/database/database.ts'
import { toUnits } from '../domain/decimal.ts'
import type { Edges, Fact } from '../domain/facts.ts'

export interface FactsWanted {
  readonly organisationId: string
  /** What the facts are told apart by. */
  readonly by: 'campaign' | 'channel'
  /** Only posts of these campaigns; null: everything, also clicks that belong to no post. */
  readonly campaignIds: readonly string[] | null
  /** Nothing that happened before this. */
  readonly from: Date
  readonly publishedEdges: Edges
  readonly edges: Edges
}

interface FactRow {
  readonly key: string | null
  readonly published: number
  readonly at: number
  readonly posts: number
  readonly clicks: number
  readonly conversions: number
  readonly currency: string | null
  readonly value: string
}

/** Post, clicks and conversions (credited ones; refunds only lower the value), added up in the database by key and stretch of time. */
export async function readFacts(db: Db, wanted: FactsWanted): Promise<Fact[]> {
  const { organisationId: organisation, from, campaignIds } = wanted
  const edges = sql`${[...wanted.edges]}::timestamptz[]`
  const join = campaignIds === null ? sql`left join` : sql`join`
  const { rows } = await sql<FactRow>`
    with posts as materialized (${postsWithKey(wanted)})
    select p.key, coalesce(p.published, -1) as published, width_bucket(c.at, ${edges}) as at, 0 as posts, count(*)::int as clicks, 0 as conversions, null as currency, 0 as value
    from measurement_clicks c ${join} posts p on p.id = c.post_id
    where c.organisation_id = ${organisation} and not c.robot and c.at >= ${from} group by 1, 2, 3
    union all
    select p.key, coalesce(p.published, -1), width_bucket(c.occurred_at, ${edges}), 0, 0, count(*) filter (where c.value >= 0)::int, c.currency, trim_scale(sum(c.value))
    from measurement_conversions c ${join} posts p on p.id = c.post_id
    where c.organisation_id = ${organisation} and c.click_id is not null and c.occurred_at >= ${from} group by 1, 2, 3, c.currency
    union all
    select p.key, p.published, width_bucket(p.published_at, ${edges}), count(*)::int, 0, 0, null, 0
    from posts p where p.state = 'published' and p.published_at >= ${from} group by 1, 2, 3`.execute(db)
  return rows.map((row) => ({ ...row, counted: null, value: row.currency === null ? 0n : toUnits(row.value) }))
}

/** Posts that went out or may have gone out, with what they are told apart by. */
function postsWithKey({
  organisationId: organisation,
  by,
  campaignIds,
  publishedEdges,
}: FactsWanted): RawBuilder<unknown> {
  const chosen = campaignIds === null ? sql`` : sql`and p.campaign_id = any(${[...campaignIds]}::uuid[])`
  return sql`
    select p.id, ${sql.ref(by === 'campaign' ? 'p.campaign_id' : 'p.channel_id')} as key, d.published_at, d.state,
      coalesce(width_bucket(d.published_at, ${[...publishedEdges]}::timestamptz[]), -1) as published
    from publishing_deliveries d
    join publishing_posts p on p.organisation_id = d.organisation_id and p.id = d.post_id
    where d.organisation_id = ${organisation} and p.organisation_id = ${organisation}
      and d.state in ('published', 'removed', 'unknown', 'needs-person', 'sending', 'retry-at', 'failed') ${chosen}`
}
