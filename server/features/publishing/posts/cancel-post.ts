import { Refusal } from '#contract/refusal.ts'
import { withdrawApproval } from '#server/features/governance/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import { expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { StoredMessage } from '../domain/message.ts'
import { planTime } from '../domain/planned-time.ts'
import { titleOfText } from '../domain/post-title.ts'
import { replan } from './change-post.ts'
import { demandPost, governPost } from './govern-post.ts'
import { loadPost, lockPost } from './load-posts.ts'
import { wakeWorkers } from './save-post.ts'
import { showPost } from './show-post.ts'
import { storedContent } from './stored-content.ts'

/** Takes a post back before it goes out. Its text stays, and it can be planned again. */
export function cancelPost(kernel: Kernel, actor: Actor, context: RequestContext, id: string) {
  return change(kernel, actor, async (running) => {
    const { db, record } = running
    const { post, delivery } = await lockPost(db, actor.organisationId, id)
    expectVersion(context, post.version)
    await demandPost(db, actor, 'posts.change', { channelId: post.channel_id, campaignId: post.campaign_id })
    if (!['planned', 'held', 'failed', 'retry-at'].includes(delivery.state))
      throw new Refusal(delivery.state === 'sending' ? 'delivery.in-flight' : 'delivery.wrong-state', {
        state: delivery.state,
      })
    await withdrawApproval(kernel, running, actor.organisationId, id)
    await db
      .updateTable('publishing_deliveries')
      .set({ state: 'cancelled', next_at: null, fence: delivery.fence + 1 })
      .where('organisation_id', '=', actor.organisationId)
      .where('id', '=', delivery.id)
      .execute()
    record({
      verb: 'post.cancelled',
      subject: { type: 'post', id, title: post.title ?? titleOfText(post.text) },
      before: { state: delivery.state },
      after: { state: 'cancelled' },
    })
    return showPost(await loadPost(db, actor.organisationId, id))
  })
}

/** Plans a cancelled post again for its old time, if that is still to come, and asks again for the approval it needs. */
export function restorePost(kernel: Kernel, actor: Actor, id: string) {
  return change(kernel, actor, async (running) => {
    const { db, record } = running
    const { post, delivery } = await lockPost(db, actor.organisationId, id)
    if (delivery.state !== 'cancelled') throw new Refusal('delivery.wrong-state', { state: delivery.state })
    await demandPost(db, actor, 'posts.change', { channelId: post.channel_id, campaignId: post.campaign_id })
    const time = planTime(post.planned_at.replace(' ', 'T'), post.time_zone, kernel.clock.now())
    const governed = await governPost(kernel, running, actor, {
      postId: id,
      channelId: post.channel_id,
      campaignId: post.campaign_id,
      authorId: post.created_by,
      content: await storedContent(db, post),
      message: StoredMessage.parse(delivery.message),
      contentHash: delivery.content_hash,
      time,
    })
    await replan(db, delivery, { ...governed, due_at: time.instant })
    if (governed.state === 'planned') await wakeWorkers(db, time.instant)
    record({
      verb: 'post.restored',
      subject: { type: 'post', id, title: post.title ?? titleOfText(post.text) },
      before: { state: delivery.state },
      after: { state: governed.state },
    })
    return showPost(await loadPost(db, actor.organisationId, id))
  })
}
