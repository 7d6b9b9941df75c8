import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { titleOfText } from '../domain/post-title.ts'
import { loadPost } from '../posts/load-posts.ts'
import { showPost } from '../posts/show-post.ts'
import type { PublishingPorts } from '../ports.ts'

interface Settlement {
  readonly id: string
  readonly outcome: 'published' | 'not-published'
  readonly url?: string | null | undefined
}

/**
 * A person decides what nobody could find out. Of two who decide at once the first counts and the second is told. A delivery
 * that is being looked up at this moment can be settled too: the look-up's result is dropped.
 */
export function settleDelivery(kernel: Kernel, ports: PublishingPorts, actor: Actor, { id, outcome, url }: Settlement) {
  const now = kernel.clock.now()
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const delivery = await db
      .selectFrom('publishing_deliveries')
      .selectAll()
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (delivery === undefined) throw new Refusal('record.not-found')
    if (delivery.state !== 'unknown' && delivery.state !== 'needs-person')
      throw new Refusal('delivery.wrong-state', { state: delivery.state })
    const post = await loadPost(db, organisationId, delivery.post_id)
    const published = outcome === 'published'
    await db
      .updateTable('publishing_deliveries')
      .set({
        state: published ? 'published' : 'failed',
        next_at: null,
        lease_until: null,
        settled_by: actor.personId,
        fence: delivery.fence + 1,
        reason: published ? null : 'settled-not-published',
        words: null,
        candidates: '[]',
        ...(published
          ? {
              published_at: now,
              url: url ?? delivery.url,
              remote_id: remoteIdOf(delivery.candidates, url) ?? delivery.remote_id,
            }
          : {}),
      })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .execute()
    const remoteId = remoteIdOf(delivery.candidates, url)
    if (published && remoteId !== null) {
      const measurable = ports.platforms.get(post.channel.platform)?.meter !== null
      await ports.published(db, [
        {
          organisationId,
          postId: delivery.post_id,
          channelId: delivery.channel_id,
          remoteId,
          publishedAt: now,
          measurable,
        },
      ])
    }
    record({
      verb: 'delivery.settled',
      subject: { type: 'delivery', id, title: post.post.title ?? titleOfText(post.post.text) },
      before: { state: delivery.state },
      after: { outcome, url: url ?? null },
    })
    return showPost(await loadPost(db, organisationId, delivery.post_id))
  })
}

/** The platform's own id of the candidate that the person chose. */
function remoteIdOf(candidates: unknown, url: string | null | undefined): string | null {
  if (!Array.isArray(candidates) || url == null) return null
  const found: unknown = candidates.find(
    (candidate: unknown) =>
      typeof candidate === 'object' && candidate !== null && 'url' in candidate && candidate.url === url,
  )
  return typeof found === 'object' && found !== null && 'remoteId' in found ? String(found.remoteId) : null
}
