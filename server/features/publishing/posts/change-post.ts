import { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import type { publishing } from '#contract/publishing.ts'
import { Refusal } from '#contract/refusal.ts'
import { checkNamedAudiences } from '#server/features/strategy/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { change, type Change } from '#server/kernel/events/change.ts'
import { changedFields, withGiven } from '#server/kernel/events/changed-fields.ts'
import { expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { findChannel } from '../channels/store.ts'
import { planTime } from '../domain/planned-time.ts'
import { titleOfText } from '../domain/post-title.ts'
import type { PublishingPorts } from '../ports.ts'
import { composeMessage, type PostContent } from './compose-message.ts'
import { findOrigin } from './create-post.ts'
import { demandPost, governPost, type Governed } from './govern-post.ts'
import { loadPost, lockPost, type DeliveryRow, type PostRow } from './load-posts.ts'
import { ownAudiences, savePostAudiences } from './post-audiences.ts'
import { contentColumns, messageColumns, savePostMedia, timeColumns, wakeWorkers } from './save-post.ts'
import { showPost } from './show-post.ts'
import { storedContent } from './stored-content.ts'

export type ChangePost = NonNullable<z.output<NonNullable<(typeof publishing.changePost)['~orpc']['inputSchema']>>>

const CHANGEABLE = ['planned', 'held', 'failed', 'cancelled']

/**
 * Changes or moves a post that has not gone out. One that failed or was held is planned again, with a token of its own: what
 * the platform may remember belongs to the old text. What was approved lapses when the post says something else.
 */
export function changePost(
  kernel: Kernel,
  ports: PublishingPorts,
  actor: Actor,
  context: RequestContext,
  input: ChangePost,
) {
  return change(kernel, actor, (running) =>
    changePostWithin(kernel, ports, running, actor, { id: input.id, context, change: () => input }),
  )
}

interface Wish {
  readonly id: string
  /** Where somebody says which version they have seen. */
  readonly context?: RequestContext
  readonly change: (stored: PostContent) => Partial<ChangePost>
}

/** The same inside a change that is under way. */
export async function changePostWithin(
  kernel: Kernel,
  ports: PublishingPorts,
  running: Change,
  actor: Actor,
  wish: Wish,
) {
  const now = kernel.clock.now()
  const { organisationId } = actor
  const { db, record } = running
  const { post, delivery } = await lockPost(db, organisationId, wish.id)
  if (wish.context !== undefined) expectVersion(wish.context, post.version)
  if (!CHANGEABLE.includes(delivery.state)) throw new Refusal('delivery.wrong-state', { state: delivery.state })
  const channel = await findChannel(db, organisationId, post.channel_id)
  const platform = ports.platforms.get(channel?.platform ?? '')
  if (channel === null || platform === undefined) throw new Refusal('channel.needs-reconnecting')
  const stored = await storedContent(db, post)
  const input = wish.change(stored)
  const time = nextTime(post, delivery, input, now)
  const origin = await findOrigin(db, organisationId, {
    pieceId: input.pieceId === undefined ? post.piece_id : input.pieceId,
    campaignId: input.campaignId === undefined ? post.campaign_id : input.campaignId,
  })
  await demandPost(db, actor, 'posts.change', { channelId: channel.id, campaignId: post.campaign_id })
  await demandPost(db, actor, 'posts.change', { channelId: channel.id, campaignId: origin.campaignId })
  const named = await ownAudiences(db, organisationId, post.id)
  const audienceIds =
    input.audienceIds === undefined
      ? named
      : await checkNamedAudiences(db, organisationId, { wished: input.audienceIds, named })
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
  if (input.audienceIds !== undefined) await savePostAudiences(db, { organisationId, id: post.id }, audienceIds)
  const columns = messageColumns(message, channel.id, audienceIds)
  const governed = await governPost(kernel, running, actor, {
    postId: post.id,
    channelId: channel.id,
    campaignId: origin.campaignId,
    authorId: post.created_by,
    content,
    message,
    contentHash: columns.content_hash,
    time,
  })
  await replan(db, delivery, {
    ...columns,
    ...governed,
    due_at: time.instant,
    token: isUntried(delivery) ? delivery.token : platform.publisher.mint(now),
  })
  await savePostMedia(db, organisationId, post.id, message)
  if (governed.state === 'planned') await wakeWorkers(db, time.instant)
  record({
    verb: time.wallClock === wallClockOf(post) && input.timeZone === undefined ? 'post.changed' : 'post.moved',
    subject: { type: 'post', id: post.id, title: content.title ?? titleOfText(content.text) },
    ...changedFields(
      {
        ...stored,
        pieceId: post.piece_id,
        campaignId: post.campaign_id,
        audienceIds: named,
        plannedAt: wallClockOf(post),
        timeZone: post.time_zone,
      },
      {
        ...content,
        pieceId: origin.pieceId,
        campaignId: origin.campaignId,
        audienceIds,
        plannedAt: time.wallClock,
        timeZone: time.timeZone,
      },
    ),
  })
  return showPost(await loadPost(db, organisationId, post.id))
}

/** Nothing of it has ever left: the platform knows nothing under its token. */
function isUntried(delivery: DeliveryRow): boolean {
  const waits = delivery.state === 'planned' || delivery.reason?.startsWith('approval.') === true
  return waits && delivery.sends === 0
}

function wallClockOf(post: PostRow): string {
  return post.planned_at.replace(' ', 'T')
}

/** An untouched time stays as it is, also when it has passed: the correction of a typing error goes out at once. */
function nextTime(post: PostRow, delivery: DeliveryRow, input: Partial<ChangePost>, now: Date) {
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

function nextContent(
  stored: PostContent,
  { title, text, thread, media, contentWarning, visibility, language, trackLinks }: Partial<ChangePost>,
): PostContent {
  return withGiven(stored, { title, text, thread, media, contentWarning, visibility, language, trackLinks })
}

interface Replanned extends Governed {
  readonly message?: string
  readonly content_hash?: string
  readonly due_at: Date
  readonly token?: string
}

/** Puts a delivery back to its beginning, as its approval lets it stand. The fence is raised, so that whoever still holds it can write nothing. */
export async function replan(db: Db, delivery: DeliveryRow, columns: Replanned): Promise<void> {
  const fresh = delivery.state === 'planned' ? {} : { progress: '{}', sends: 0, look_ups: 0, started_at: null }
  await db
    .updateTable('publishing_deliveries')
    .set({
      ...columns,
      ...fresh,
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
