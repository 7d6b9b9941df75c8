import type { z } from 'zod'
import type { publishing } from '#contract/publishing.ts'
import { Refusal, unknownReference } from '#contract/refusal.ts'
import { findCampaign, findPiece } from '#server/features/content/index.ts'
import { checkNamedAudiences } from '#server/features/strategy/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { findChannel } from '../channels/store.ts'
import { planTime } from '../domain/planned-time.ts'
import { titleOfText } from '../domain/post-title.ts'
import type { PublishingPorts } from '../ports.ts'
import { composeMessage, type PostContent } from './compose-message.ts'
import { demandPost, governPost } from './govern-post.ts'
import { loadPost } from './load-posts.ts'
import { savePostAudiences } from './post-audiences.ts'
import { contentColumns, messageColumns, savePostMedia, timeColumns, wakeWorkers } from './save-post.ts'
import { showPost } from './show-post.ts'

export type CreatePost = NonNullable<z.output<NonNullable<(typeof publishing.createPost)['~orpc']['inputSchema']>>>

/** Plans a post: from this moment a delivery stands for it, which the workers carry out at its time, once it has the approval it needs. */
export function createPost(kernel: Kernel, ports: PublishingPorts, actor: Actor, input: CreatePost) {
  const now = kernel.clock.now()
  const time = planTime(input.plannedAt, input.timeZone, now)
  const { organisationId } = actor
  return change(kernel, actor, async (running) => {
    const { db, record } = running
    const channel = await findChannel(db, organisationId, input.channelId)
    if (channel === null) throw unknownReference('channelId')
    const platform = ports.platforms.get(channel.platform)
    if (platform === undefined || channel.state === 'disconnected') throw new Refusal('channel.needs-reconnecting')
    const { pieceId, campaignId } = await findOrigin(db, organisationId, input)
    await demandPost(db, actor, 'posts.change', { channelId: channel.id, campaignId })
    const audienceIds = await checkNamedAudiences(db, organisationId, { wished: input.audienceIds ?? [], named: [] })
    const id = kernel.clock.newId()
    const content = contentOf(input)
    const message = await composeMessage(
      db,
      ports,
      { organisationId, postId: id, channelId: channel.id, campaignId, description: channel.description },
      content,
    )
    await db
      .insertInto('publishing_posts')
      .values({
        organisation_id: organisationId,
        id,
        channel_id: channel.id,
        piece_id: pieceId,
        campaign_id: campaignId,
        ...contentColumns(content),
        ...timeColumns(time),
        created_by: actor.personId,
        created_at: now,
      })
      .execute()
    await savePostAudiences(db, { organisationId, id }, audienceIds)
    const columns = messageColumns(message, channel.id, audienceIds)
    record({
      verb: 'post.planned',
      subject: { type: 'post', id, title: input.title ?? titleOfText(input.text) },
      after: { channel: channel.name, text: input.text, plannedAt: time.wallClock, timeZone: time.timeZone },
    })
    const governed = await governPost(kernel, running, actor, {
      postId: id,
      channelId: channel.id,
      campaignId,
      authorId: actor.personId,
      content,
      message,
      contentHash: columns.content_hash,
      time,
    })
    await db
      .insertInto('publishing_deliveries')
      .values({
        organisation_id: organisationId,
        id: kernel.clock.newId(),
        post_id: id,
        channel_id: channel.id,
        due_at: time.instant,
        token: platform.publisher.mint(now),
        ...columns,
        ...governed,
      })
      .execute()
    await savePostMedia(db, organisationId, id, message)
    if (governed.state === 'planned') await wakeWorkers(db, time.instant)
    return showPost(await loadPost(db, organisationId, id))
  })
}

function contentOf(input: CreatePost): PostContent {
  return {
    title: input.title ?? null,
    text: input.text,
    thread: input.thread ?? [],
    media: input.media ?? [],
    contentWarning: input.contentWarning ?? null,
    visibility: input.visibility ?? null,
    language: input.language ?? null,
    trackLinks: input.trackLinks ?? true,
  }
}

/** The piece and campaign a post comes from; a piece brings its campaign along. */
export async function findOrigin(
  db: Db,
  organisationId: string,
  input: { pieceId?: string | null | undefined; campaignId?: string | null | undefined },
) {
  const piece = input.pieceId == null ? null : await findPiece(db, organisationId, input.pieceId)
  if (input.pieceId != null && piece === null) throw unknownReference('pieceId')
  if (input.campaignId != null && (await findCampaign(db, organisationId, input.campaignId)) === null)
    throw unknownReference('campaignId')
  return {
    pieceId: piece?.id ?? null,
    campaignId: input.campaignId === undefined ? (piece?.campaignId ?? null) : input.campaignId,
  }
}
