import { sql } from 'kysely'
import type { Db } from '#server/kernel/database/database.ts'
import type { Touch } from '#server/kernel/events/changes-since.ts'

/** Events of these are about one post, or about one conversion of one post. */
const OF_A_POST: ReadonlySet<string> = new Set(['post', 'delivery', 'conversion'])
/** Events of these may be about any number of posts. */
const OF_MANY: ReadonlySet<string> = new Set(['channel', 'stop', 'sample', 'organisation', 'retention'])
const MOVES: ReadonlySet<string> = new Set(['post.changed', 'post.moved'])

/**
 * The campaigns (null: none) whose posts, deliveries or conversions were touched: where those posts belong, and where they
 * belonged before. Null for the whole where that cannot be told.
 */
export async function touchedCampaigns(
  db: Db,
  organisationId: string,
  touched: readonly Touch[] | null,
): Promise<readonly (string | null)[] | null> {
  if (touched === null || touched.some(({ subject }) => OF_MANY.has(subject))) return null
  const own = touched.filter(({ subject }) => OF_A_POST.has(subject))
  if (own.length === 0) return []
  const former: (string | null)[] = []
  for (const { before } of own.filter((touch) => MOVES.has(touch.verb))) {
    // Without its contents, nobody knows where it was.
    if (before === null) return null
    if ('campaignId' in before) former.push(typeof before['campaignId'] === 'string' ? before['campaignId'] : null)
  }
  const ids = [...new Set(own.map(({ id }) => id))]
  const { rows } = await sql<{ id: string | null }>`
    with posts as (
      select unnest(${ids}::uuid[]) as id
      union select d.post_id from publishing_deliveries d where d.organisation_id = ${organisationId} and d.id = any(${ids}::uuid[])
      union select v.post_id from measurement_conversions v where v.organisation_id = ${organisationId} and v.id = any(${ids}::uuid[])
    )
    select distinct p.campaign_id as id from publishing_posts p join posts on posts.id = p.id where p.organisation_id = ${organisationId}
    union select null where exists (
      select from measurement_conversions v where v.organisation_id = ${organisationId} and v.id = any(${ids}::uuid[]) and v.post_id is null)`.execute(
    db,
  )
  return [...new Set([...former, ...rows.map((row) => row.id)])]
}
