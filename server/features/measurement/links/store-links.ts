import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#server/kernel/database/database.ts'

export interface NewLink {
  readonly organisationId: string
  readonly id: string
  readonly code: string
  readonly target: string
  readonly postId: string
  readonly channelId: string
  readonly campaignId: string | null
  readonly createdAt: Date
}

export interface LinkRow {
  readonly organisationId: string
  readonly id: string
  readonly target: string
  readonly postId: string | null
}

/** Stores a link; false when another organisation's or our own link has this code already. */
export async function insertLink(db: Db, link: NewLink): Promise<boolean> {
  const row = await db
    .insertInto('measurement_links')
    .values({
      organisation_id: link.organisationId,
      id: link.id,
      code: link.code,
      target: link.target,
      post_id: link.postId,
      channel_id: link.channelId,
      campaign_id: link.campaignId,
      created_at: link.createdAt,
    })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** The links that a post has, codes by target. */
export async function readPostLinks(db: Db, organisationId: string, postId: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('measurement_links')
    .select(['target', 'code'])
    .where('organisation_id', '=', organisationId)
    .where('post_id', '=', postId)
    .orderBy('id', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.target, row.code]))
}

/** Removes those of a post's links that its texts no longer use and that nobody has followed, as long as no sending was begun. */
export async function deleteUnusedLinks(
  db: Db,
  organisationId: string,
  postId: string,
  used: readonly string[],
): Promise<void> {
  await sql`
    delete from measurement_links l
    where l.organisation_id = ${organisationId} and l.post_id = ${postId} and l.target <> all(${[...used]}::text[])
      and not exists (select from measurement_clicks c where c.organisation_id = ${organisationId} and c.link_id = l.id)
      and not exists (select from publishing_deliveries d where d.organisation_id = ${organisationId} and d.post_id = l.post_id and d.started_at is not null)`.execute(
    db,
  )
}

/** The link of a code, in a transaction that looks this code up or is the organisation's own. */
export async function findLink(db: Db, code: string): Promise<LinkRow | null> {
  const row = await db
    .selectFrom('measurement_links')
    .select(['organisation_id as organisationId', 'id', 'target', 'post_id as postId'])
    .where('code', '=', code)
    .executeTakeFirst()
  return row ?? null
}

export interface ListedLink {
  readonly id: string
  readonly code: string
  readonly target: string
  readonly postId: string | null
  readonly title: string | null
  readonly text: string | null
  readonly channel: string | null
  readonly createdAt: Date
  readonly clicks: number
  readonly robots: number
  readonly conversions: number
}

export interface LinksWanted {
  readonly organisationId: string
  readonly postId: string | null
  readonly before: string | null
  readonly limit: number
  /** Which of them somebody sees, by the columns of a link. */
  readonly seen: RawBuilder<boolean>
}

/** Links with their counts, newest first. Refunds do not count as conversions. */
export async function readLinks(db: Db, wanted: LinksWanted): Promise<ListedLink[]> {
  const organisation = wanted.organisationId
  const { rows } = await sql<ListedLink>`
    with listed as materialized (
      select * from measurement_links
      where organisation_id = ${organisation}
        and (${wanted.postId}::uuid is null or post_id = ${wanted.postId}::uuid)
        and (${wanted.before}::uuid is null or id < ${wanted.before}::uuid)
        and ${wanted.seen}
      order by id desc limit ${wanted.limit}
    ), clicked as (
      select link_id, count(*) filter (where not robot)::int as clicks, count(*) filter (where robot)::int as robots
      from measurement_clicks where organisation_id = ${organisation} and link_id in (select id from listed) group by link_id
    ), converted as (
      select link_id, count(*) filter (where value >= 0)::int as conversions
      from measurement_conversions where organisation_id = ${organisation} and link_id in (select id from listed) group by link_id
    )
    select l.id, l.code, l.target, l.post_id as "postId", p.title, left(p.text, 200) as text, c.name as channel, l.created_at as "createdAt",
      coalesce(k.clicks, 0) as clicks, coalesce(k.robots, 0) as robots, coalesce(v.conversions, 0) as conversions
    from listed l
    left join publishing_posts p on p.organisation_id = ${organisation} and p.id = l.post_id
    left join publishing_channels c on c.organisation_id = ${organisation} and c.id = l.channel_id
    left join clicked k on k.link_id = l.id
    left join converted v on v.link_id = l.id
    order by l.id desc`.execute(db)
  return rows
}
