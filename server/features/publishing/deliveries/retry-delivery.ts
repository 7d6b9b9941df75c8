import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { titleOfText } from '../domain/post-title.ts'
import { loadPost, lockPost } from '../posts/load-posts.ts'
import { wakeWorkers } from '../posts/save-post.ts'
import { showPost } from '../posts/show-post.ts'

/**
 * Sends again what failed, or what a person settled as not published. Token and progress stay, so a platform that can tell a
 * repeat from a new post still can. From any other state it is refused.
 */
export function retryDelivery(kernel: Kernel, actor: Actor, postId: string) {
  const now = kernel.clock.now()
  return change(kernel, actor, async ({ db, record }) => {
    const { post, delivery } = await lockPost(db, actor.organisationId, postId)
    if (delivery.state !== 'failed') throw new Refusal('delivery.wrong-state', { state: delivery.state })
    await db
      .updateTable('publishing_deliveries')
      .set({
        state: 'retry-at',
        next_at: now,
        sends: 0,
        look_ups: 0,
        reason: null,
        words: null,
        settled_by: null,
        fence: delivery.fence + 1,
      })
      .where('organisation_id', '=', actor.organisationId)
      .where('id', '=', delivery.id)
      .execute()
    await wakeWorkers(db, now)
    record({
      verb: 'delivery.retried',
      subject: { type: 'delivery', id: delivery.id, title: post.title ?? titleOfText(post.text) },
      before: { state: delivery.state, reason: delivery.reason },
      after: { state: 'retry-at', reason: null },
    })
    return showPost(await loadPost(db, actor.organisationId, postId))
  })
}
