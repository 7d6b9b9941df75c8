import { sql } from 'kysely'
import { titleOfText } from '#server/features/publishing/index.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { toUnits } from '../domain/decimal.ts'
import { addValue, emptySums, type Sums } from '../domain/result.ts'

export interface OverviewWanted {
  readonly organisationId: string
  readonly currency: string
  readonly from: Date
}

export interface PostResult {
  readonly id: string
  readonly title: string
  readonly channel: string
  readonly platform: string
  readonly publishedAt: Date
  readonly sums: Sums
}

interface PostRow {
  readonly id: string
  readonly title: string | null
  readonly text: string
  readonly channel: string
  readonly platform: string
  readonly publishedAt: Date
  readonly clicks: number
  readonly value: { readonly currency: string; readonly conversions: number; readonly amount: string }[] | null
}

const MOST_POSTS = 50

/** The posts that brought most since then: by value in the own currency, then clicks, then latest. */
export async function readBestPosts(db: Db, { organisationId, currency, from }: OverviewWanted): Promise<PostResult[]> {
  const { rows } = await sql<PostRow>`
    with clicked as (
      select post_id, count(*)::int as clicks from measurement_clicks
      where organisation_id = ${organisationId} and not robot and post_id is not null and at >= ${from} group by post_id
    ), converted as (
      select post_id, currency, count(*) filter (where value >= 0)::int as conversions, sum(value) as amount from measurement_conversions
      where organisation_id = ${organisationId} and post_id is not null and occurred_at >= ${from} group by post_id, currency
    ), own as (
      select post_id, amount from converted where currency = ${currency}
    ), chosen as materialized (
      select d.post_id, d.channel_id, d.published_at, coalesce(k.clicks, 0) as clicks, o.amount
      from publishing_deliveries d
      left join clicked k on k.post_id = d.post_id
      left join own o on o.post_id = d.post_id
      where d.organisation_id = ${organisationId} and d.state = 'published' and d.published_at is not null
        and (d.published_at >= ${from} or k.post_id is not null or d.post_id in (select post_id from converted))
      order by o.amount desc nulls last, clicks desc, d.published_at desc, d.post_id limit ${MOST_POSTS}
    )
    select b.post_id as id, p.title, left(p.text, 200) as text, c.name as channel, c.platform, b.published_at as "publishedAt", b.clicks,
      (select jsonb_agg(jsonb_build_object('currency', v.currency, 'conversions', v.conversions, 'amount', trim_scale(v.amount)::text)) from converted v where v.post_id = b.post_id) as value
    from chosen b
    join publishing_posts p on p.organisation_id = ${organisationId} and p.id = b.post_id
    join publishing_channels c on c.organisation_id = ${organisationId} and c.id = b.channel_id
    order by b.amount desc nulls last, b.clicks desc, b.published_at desc, b.post_id`.execute(db)
  return rows.map(({ title, text, clicks, value, ...row }) => ({
    ...row,
    title: title ?? titleOfText(text),
    sums: sumsOf(clicks, value ?? []),
  }))
}

function sumsOf(clicks: number, value: NonNullable<PostRow['value']>): Sums {
  const sums = emptySums()
  sums.posts = 1
  sums.clicks = clicks
  for (const { currency, conversions, amount } of value) {
    sums.conversions += conversions
    addValue(sums, currency, toUnits(amount))
  }
  return sums
}

export interface ChannelRow {
  readonly id: string
  readonly name: string
  readonly platform: string
}

/** All channels that ever were, by name. */
export async function readChannels(db: Db, organisationId: string): Promise<ChannelRow[]> {
  return db
    .selectFrom('publishing_channels')
    .select(['id', 'name', 'platform'])
    .where('organisation_id', '=', organisationId)
    .orderBy('name')
    .orderBy('id')
    .execute()
}
