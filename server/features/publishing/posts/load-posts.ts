import type { Selectable } from 'kysely'
import { Refusal } from '#contract/refusal.ts'
import type { Db, Tables } from '#server/kernel/database/database.ts'
import { loadAudiences, type PostAudience } from './post-audiences.ts'

export type PostRow = Selectable<Tables['publishing_posts']>
export type DeliveryRow = Selectable<Tables['publishing_deliveries']>
export type AttemptRow = Selectable<Tables['publishing_attempts']>

export interface PostMediaRow {
  readonly post_id: string
  readonly part: number
  readonly media_id: string
  readonly alt_text: string
  readonly width: number
  readonly height: number
}

export interface LoadedPost {
  readonly post: PostRow
  readonly delivery: DeliveryRow
  readonly channel: { readonly id: string; readonly name: string; readonly platform: string }
  readonly piece: { readonly id: string; readonly title: string } | null
  readonly campaign: { readonly id: string; readonly title: string } | null
  readonly audiences: readonly PostAudience[]
  readonly createdBy: { readonly id: string; readonly name: string } | null
  readonly settledBy: { readonly id: string; readonly name: string } | null
  readonly media: readonly PostMediaRow[]
  readonly attempts: readonly AttemptRow[]
}

/** Posts with all that is shown of them, in the order of `ids`; a few queries however many there are. */
export async function loadPosts(db: Db, organisationId: string, ids: readonly string[]): Promise<LoadedPost[]> {
  if (ids.length === 0) return []
  const posts = await db
    .selectFrom('publishing_posts')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('id', 'in', ids)
    .execute()
  const deliveries = await db
    .selectFrom('publishing_deliveries')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('post_id', 'in', ids)
    .execute()
  if (deliveries.length === 0) return []
  const attempts = await db
    .selectFrom('publishing_attempts')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where(
      'delivery_id',
      'in',
      deliveries.map((row) => row.id),
    )
    .orderBy('number')
    .execute()
  const media = await db
    .selectFrom('publishing_post_media as pm')
    .innerJoin('content_media as m', (join) =>
      join.onRef('m.organisation_id', '=', 'pm.organisation_id').onRef('m.id', '=', 'pm.media_id'),
    )
    .select(['pm.post_id', 'pm.part', 'pm.media_id', 'pm.alt_text', 'm.width', 'm.height'])
    .where('pm.organisation_id', '=', organisationId)
    .where('pm.post_id', 'in', ids)
    .orderBy('pm.part')
    .orderBy('pm.place')
    .execute()
  const audiences = await loadAudiences(db, organisationId, ids)
  const names = await loadNames(db, organisationId, posts, deliveries)
  return ids.flatMap((id) => {
    const post = posts.find((row) => row.id === id)
    const delivery = deliveries.find((row) => row.post_id === id)
    if (post === undefined || delivery === undefined) return []
    const channel = names.channels.get(post.channel_id)
    if (channel === undefined) return []
    return [
      {
        post,
        delivery,
        channel,
        piece: names.pieces.get(post.piece_id ?? '') ?? null,
        campaign: names.campaigns.get(post.campaign_id ?? '') ?? null,
        audiences: audiences.filter((row) => row.postId === id),
        createdBy: names.people.get(post.created_by ?? '') ?? null,
        settledBy: names.people.get(delivery.settled_by ?? '') ?? null,
        media: media.filter((row) => row.post_id === id),
        attempts: attempts.filter((row) => row.delivery_id === delivery.id),
      },
    ]
  })
}

async function loadNames(
  db: Db,
  organisationId: string,
  posts: readonly PostRow[],
  deliveries: readonly DeliveryRow[],
) {
  const ids = (values: readonly (string | null)[]) => [...new Set(values.filter((value) => value !== null))]
  const titled = async (table: 'content_pieces' | 'content_campaigns', wanted: readonly string[]) =>
    wanted.length === 0
      ? []
      : db
          .selectFrom(table)
          .select(['id', 'title'])
          .where('organisation_id', '=', organisationId)
          .where('id', 'in', wanted)
          .execute()
  const peopleIds = ids([...posts.map((row) => row.created_by), ...deliveries.map((row) => row.settled_by)])
  const channels = await db
    .selectFrom('publishing_channels')
    .select(['id', 'name', 'platform'])
    .where('organisation_id', '=', organisationId)
    .where('id', 'in', ids([...posts.map((row) => row.channel_id), null]))
    .execute()
  const pieces = await titled('content_pieces', ids(posts.map((row) => row.piece_id)))
  const campaigns = await titled('content_campaigns', ids(posts.map((row) => row.campaign_id)))
  const people =
    peopleIds.length === 0
      ? []
      : await db
          .selectFrom('organisation_people')
          .select(['id', 'name'])
          .where('organisation_id', '=', organisationId)
          .where('id', 'in', peopleIds)
          .execute()
  return {
    channels: new Map(channels.map((row) => [row.id, row])),
    pieces: new Map(pieces.map((row) => [row.id, row])),
    campaigns: new Map(campaigns.map((row) => [row.id, row])),
    people: new Map(people.map((row) => [row.id, row])),
  }
}

/** One post with all that is shown of it. */
export async function loadPost(db: Db, organisationId: string, id: string): Promise<LoadedPost> {
  const [post] = await loadPosts(db, organisationId, [id])
  if (post === undefined) throw new Refusal('record.not-found')
  return post
}

/** A post and its delivery, both held until the transaction ends: no worker takes the delivery meanwhile. */
export async function lockPost(
  db: Db,
  organisationId: string,
  id: string,
): Promise<{ post: PostRow; delivery: DeliveryRow }> {
  const delivery = await db
    .selectFrom('publishing_deliveries')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('post_id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  const post = await db
    .selectFrom('publishing_posts')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (post === undefined || delivery === undefined) throw new Refusal('record.not-found')
  return { post, delivery }
}
