import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { publishing } from '#contract/publishing.ts'
import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { change } from '#server/kernel/events/change.ts'
import { changedFields, withGiven } from '#server/kernel/events/changed-fields.ts'
import { expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { findChannel } from '../channels/store.ts'
import { planTime } from '../domain/planned-time.ts'
import { titleOfText } from '../domain/post-title.ts'
import type { PublishingPorts } from '../ports.ts'
import { composeMessage, type PostContent } from './compose-message.ts'
import { findOrigin } from './create-post.ts'
import { loadPost, lockPost, type DeliveryRow, type PostRow } from './load-posts.ts'
import { contentColumns, messageColumns, savePostMedia, timeColumns, wakeWorkers } from './save-post.ts'
import { showPost } from './show-post.ts'

export type ChangePost = NonNullable<z.output<NonNullable<(typeof publishing.changePost)['~orpc']['inputSchema']>>>

const CHANGEABLE = ['planned', 'held', 'failed', 'cancelled']
const Thread = z.array(z.object({ text: z.string() }))

/**
 * Changes or moves a post that has not gone out. One that failed or was held is planned again, with a token of its own: what
 * the platform may remember belongs to the old text.
 */
export function changePost(
  kernel: Kernel,
  ports: PublishingPorts,
  actor: Actor,
  context: RequestContext,
  input: ChangePost,
) {
  const now = kernel.clock.now()
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const { post, delivery } = await lockPost(db, organisationId, input.id)
    expectVersion(context, post.version)
    if (!CHANGEABLE.includes(delivery.state)) throw new Refusal('delivery.wrong-state', { state: delivery.state })
    const channel = await findChannel(db, organisationId, post.channel_id)
    const platform = ports.platforms.get(channel?.platform ?? '')
    if (channel === null || platform === undefined) throw new Refusal('channel.needs-reconnecting')
    const time = nextTime(post, delivery, input, now)
    const origin = await findOrigin(db, organisationId, {
      pieceId: input.pieceId === undefined ? post.piece_id : input.pieceId,
      campaignId: input.campaignId === undefined ? post.campaign_id : input.campaignId,
    })
    const stored = await storedContent(db, post)
    const content = nextContent(stored, input)
    const message = await composeMessage(
      db,
      ports,
      {
        organisationId,
        postId: post.id,
        channelId: channel.id,
        campaignId: origin.campaignId,
        description: channel.description,
      },
      content,
    )
    await db
      .updateTable('publishing_posts')
      .set({
        ...contentColumns(content),
        ...timeColumns(time),
        piece_id: origin.pieceId,
        campaign_id: origin.campaignId,
        version: post.version + 1,
      })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', post.id)
      .execute()
    await replan(db, delivery, {
      ...messageColumns(message, channel.id),
      due_at: time.instant,
      token: delivery.state === 'planned' && delivery.sends === 0 ? delivery.token : platform.publisher.mint(now),
    })
    await savePostMedia(db, organisationId, post.id, message)
    await wakeWorkers(db, time.instant)
    record({
      verb: time.wallClock === wallClockOf(post) && input.timeZone === undefined ? 'post.changed' : 'post.moved',
      subject: { type: 'post', id: post.id, title: content.title ?? titleOfText(content.text) },
      ...changedFields(
        {
          ...stored,
          pieceId: post.piece_id,
          campaignId: post.campaign_id,
          plannedAt: wallClockOf(post),
          timeZone: post.time_zone,
        },
        {
          ...content,
          pieceId: origin.pieceId,
          campaignId: origin.campaignId,
          plannedAt: time.wallClock,
          timeZone: time.timeZone,
        },
      ),
    })
    return showPost(await loadPost(db, organisationId, post.id))
  })
}

function wallClockOf(post: PostRow): string {
  return post.planned_at.replace(' ', 'T')
}

/** An untouched time stays as it is, also when it has passed: the correction of a typing error goes out at once. */
function nextTime(post: PostRow, delivery: DeliveryRow, input: ChangePost, now: Date) {
  if (
    input.plannedAt === undefined &&
    input.timeZone === undefined &&
    (delivery.state === 'planned' || delivery.due_at > now)
  )
    return { wallClock: wallClockOf(post), timeZone: post.time_zone, instant: delivery.due_at }
  if (input.plannedAt === undefined && input.timeZone === undefined) {
    const zoned = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(post.time_zone)
    return {
      wallClock: zoned.toPlainDateTime().toString({ smallestUnit: 'second' }),
      timeZone: post.time_zone,
      instant: now,
    }
  }
  return planTime(input.plannedAt ?? wallClockOf(post), input.timeZone ?? post.time_zone, now)
}

async function storedContent(db: Db, post: PostRow): Promise<PostContent> {
  const rows = await db
    .selectFrom('publishing_post_media')
    .selectAll()
    .where('organisation_id', '=', post.organisation_id)
    .where('post_id', '=', post.id)
    .orderBy('part')
    .orderBy('place')
    .execute()
  const mediaOf = (part: number) => rows.filter((row) => row.part === part)
  return {
    title: post.title,
    text: post.text,
    thread: Thread.parse(post.thread).map(({ text }, index) => ({
      text,
      mediaIds: mediaOf(index + 1).map((row) => row.media_id),
    })),
    media: mediaOf(0).map((row) => ({ id: row.media_id, altText: row.alt_text })),
    contentWarning: post.content_warning,
    visibility: post.visibility,
    language: post.language,
    trackLinks: post.track_links,
  }
}

function nextContent(
  stored: PostContent,
  { title, text, thread, media, contentWarning, visibility, language, trackLinks }: ChangePost,
): PostContent {
  return withGiven(stored, { title, text, thread, media, contentWarning, visibility, language, trackLinks })
}

interface Replanned {
  readonly message: string
  readonly content_hash: string
  readonly due_at: Date
  readonly token: string
}

/** Puts a delivery back to its beginning. The fence is raised, so that whoever still holds it can write nothing. */
export async function replan(
  db: Db,
  delivery: DeliveryRow,
  columns: Partial<Replanned> & { due_at: Date },
): Promise<void> {
  const fresh = delivery.state === 'planned' ? {} : { progress: '{}', sends: 0, look_ups: 0, started_at: null }
  await db
    .updateTable('publishing_deliveries')
    .set({
      ...columns,
      ...fresh,
      state: 'planned',
      next_at: columns.due_at,
      reason: null,
      words: null,
      settled_by: null,
      candidates: '[]',
      lease_until: null,
      fence: delivery.fence + 1,
    })
    .where('organisation_id', '=', delivery.organisation_id)
    .where('id', '=', delivery.id)
    .execute()
}
