import { sql, type RawBuilder } from 'kysely'
import type { DeliveryState } from '#contract/publishing.ts'
import { titleOfText } from '#server/features/publishing/index.ts'
import type { Db } from '#server/kernel/database/database.ts'

/** Whose posts, and which of them somebody sees, by the columns of a post `p`. */
export interface PostsSeen {
  readonly organisationId: string
  readonly seen: RawBuilder<boolean>
}

interface PostRow {
  readonly id: string
  readonly title: string | null
  readonly text: string
  readonly channel: string
  readonly platform: string
  readonly state: DeliveryState
  readonly dueAt: Date
  readonly deliveryId: string
  readonly url: string | null
  readonly reason: string | null
}

function showPost(row: PostRow) {
  const { text, title, dueAt, ...rest } = row
  return { ...rest, title: title ?? titleOfText(text), dueAt: dueAt.toISOString() }
}

export type ListedPost = ReturnType<typeof showPost>

/** Posts with their deliveries, where `condition` names columns of the delivery `d`. */
async function readPosts(
  db: Db,
  { organisationId, seen }: PostsSeen,
  condition: RawBuilder<unknown>,
): Promise<ListedPost[]> {
  const { rows } = await sql<PostRow>`
    select p.id, p.title, left(p.text, 200) as text, c.name as channel, c.platform, d.state, d.due_at as "dueAt", d.id as "deliveryId", d.url, d.reason
    from publishing_deliveries d
    join publishing_posts p on p.organisation_id = d.organisation_id and p.id = d.post_id
    join publishing_channels c on c.organisation_id = d.organisation_id and c.id = d.channel_id
    where d.organisation_id = ${organisationId} and ${seen} and ${condition}`.execute(db)
  return rows.map(showPost)
}

/** Posts due between two instants, in the order of time; what was cancelled or removed is left out. */
export function readDuePosts(db: Db, of: PostsSeen, from: Date, to: Date): Promise<ListedPost[]> {
  return readPosts(
    db,
    of,
    sql`d.due_at >= ${from} and d.due_at < ${to} and d.state not in ('cancelled', 'removed') order by d.due_at, d.id limit 100`,
  )
}

/** Posts that somebody has to look at: failed, unknown, waiting for a person, held; latest plan first. */
export function readTroubledPosts(db: Db, of: PostsSeen): Promise<ListedPost[]> {
  return readPosts(
    db,
    of,
    sql`d.state in ('failed', 'unknown', 'needs-person', 'held') order by d.due_at desc, d.id limit 50`,
  )
}

/** The posts that went out last, with people's clicks on them. */
export async function readRecentPosts(db: Db, of: PostsSeen): Promise<(ListedPost & { clicks: number })[]> {
  const posts = await readPosts(db, of, sql`d.state = 'published' order by d.due_at desc, d.id limit 10`)
  if (posts.length === 0) return []
  const counted = await db
    .selectFrom('measurement_clicks')
    .select(({ fn }) => ['post_id', fn.countAll<number>().as('clicks')])
    .where('organisation_id', '=', of.organisationId)
    .where('robot', '=', false)
    .where(
      'post_id',
      'in',
      posts.map((post) => post.id),
    )
    .groupBy('post_id')
    .execute()
  const clicks = new Map(counted.map((row) => [row.post_id, row.clicks]))
  return posts.map((post) => ({ ...post, clicks: clicks.get(post.id) ?? 0 }))
}
