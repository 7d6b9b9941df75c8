import { sql } from 'kysely'
import type { Db } from '#server/kernel/database/database.ts'
import { MOST_CLICKS_A_DAY, type EarlierClick } from '../domain/repeated-click.ts'
import type { LinkRow } from './store-links.ts'

export interface ClickPlace {
  /** The organisation's date. */
  readonly day: string
  readonly platform: string | null
  readonly campaign: string | null
  /** The day's key, or null when nobody has clicked yet today. */
  readonly visitorKey: string | null
}

/**
 * Opens the organisation's rows to a transaction that knew only a link's code, and reads what a click on it needs. The code
 * has told which organisation it is; the caller learns nothing more than the redirect says.
 */
export async function enterLink(db: Db, link: LinkRow, now: Date): Promise<ClickPlace | null> {
  await sql`select set_config('app.organisation_id', ${link.organisationId}, true)`.execute(db)
  const { rows } = await sql<ClickPlace>`
    select t.day, c.platform, g.title as campaign, k.key as "visitorKey"
    from (select (${now}::timestamptz at time zone time_zone)::date as day from organisations where organisation_id = ${link.organisationId}) t
    join measurement_links l on l.organisation_id = ${link.organisationId} and l.id = ${link.id}
    left join publishing_posts p on p.organisation_id = l.organisation_id and p.id = l.post_id
    left join content_campaigns g on g.organisation_id = l.organisation_id and g.id = coalesce(p.campaign_id, l.campaign_id)
    left join publishing_channels c on c.organisation_id = l.organisation_id and c.id = l.channel_id
    left join measurement_visitor_keys k on k.organisation_id = l.organisation_id and k.day = t.day`.execute(db)
  return rows[0] ?? null
}

/** Makes the day's key unless another request was quicker, and forgets those of days before. */
export async function makeVisitorKey(db: Db, organisationId: string, day: string, fresh: string): Promise<string> {
  await db
    .insertInto('measurement_visitor_keys')
    .values({ organisation_id: organisationId, day, key: fresh })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await forgetVisitorKeys(db, organisationId, day)
  const row = await db
    .selectFrom('measurement_visitor_keys')
    .select('key')
    .where('organisation_id', '=', organisationId)
    .where('day', '=', day)
    .executeTakeFirstOrThrow()
  return row.key
}

/** Deletes the keys of earlier days: from then on nobody can tell whether two clicks were the same person's. */
export async function forgetVisitorKeys(db: Db, organisationId: string, today: string): Promise<void> {
  await db
    .deleteFrom('measurement_visitor_keys')
    .where('organisation_id', '=', organisationId)
    .where('day', '<', today)
    .execute()
}

export interface Visitor {
  readonly organisationId: string
  readonly linkId: string
  readonly visitor: string
  readonly robot: boolean
}

/** Today's earlier clicks of a visitor on a link, latest first; further ones of the same visitor wait until this transaction ends. */
export async function lockEarlierClicks(db: Db, who: Visitor): Promise<EarlierClick[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${who.linkId} ${who.visitor}`}, 0))`.execute(db)
  return db
    .selectFrom('measurement_clicks')
    .select(['id', 'at'])
    .where('organisation_id', '=', who.organisationId)
    .where('visitor', '=', who.visitor)
    .where('link_id', '=', who.linkId)
    .where('robot', '=', who.robot)
    .orderBy('at', 'desc')
    .limit(MOST_CLICKS_A_DAY)
    .execute()
}

export interface NewClick extends Visitor {
  readonly id: string
  readonly postId: string | null
  readonly at: Date
  readonly referrerHost: string | null
}

/** Stores a click. */
export async function insertClick(db: Db, click: NewClick): Promise<void> {
  await db
    .insertInto('measurement_clicks')
    .values({
      organisation_id: click.organisationId,
      id: click.id,
      link_id: click.linkId,
      post_id: click.postId,
      at: click.at,
      visitor: click.visitor,
      robot: click.robot,
      referrer_host: click.referrerHost,
    })
    .execute()
}
