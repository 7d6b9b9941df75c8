import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { openAccountOrNull } from '../channels/credentials.ts'
import { storableWords } from '../domain/platform-words.ts'
import { titleOfText } from '../domain/post-title.ts'
import { loadPost, lockPost } from '../posts/load-posts.ts'
import { showPost } from '../posts/show-post.ts'
import type { PublishingPorts } from '../ports.ts'
import { keepProgress } from './build-job.ts'

/** Deletes a published post on its platform. Deleting what is gone already succeeds, so a second try does no harm. */
export async function removePublished(kernel: Kernel, ports: PublishingPorts, actor: Actor, postId: string) {
  const { organisationId } = actor
  const { delivery, account, platform } = await begin(kernel, ports, organisationId, postId)
  const removal = await platform.publisher.remove(
    account,
    { remoteId: delivery.remote_id ?? '', url: delivery.url ?? '' },
    keepProgress(kernel, delivery),
  )
  return change(kernel, actor, async ({ db, record }) => {
    const ended = {
      ended_at: kernel.clock.now(),
      outcome: removal.kind,
      reason: removal.kind === 'removed' ? null : removal.reason.code,
      words: removal.kind === 'removed' ? null : storableWords(removal.reason.words),
    }
    await db
      .updateTable('publishing_attempts')
      .set(ended)
      .where('organisation_id', '=', organisationId)
      .where('delivery_id', '=', delivery.id)
      .where('fence', '=', delivery.fence)
      .execute()
    if (removal.kind === 'removed') {
      await db
        .updateTable('publishing_deliveries')
        .set({ state: 'removed' })
        .where('organisation_id', '=', organisationId)
        .where('id', '=', delivery.id)
        .where('state', '=', 'published')
        .execute()
      await ports.removed(db, organisationId, postId)
    }
    const loaded = await loadPost(db, organisationId, postId)
    const title = loaded.post.title ?? titleOfText(loaded.post.text)
    record({
      verb: removal.kind === 'removed' ? 'post.removed' : 'post.removal-failed',
      subject: { type: 'post', id: postId, title },
      before: { url: delivery.url },
      after: { outcome: removal.kind },
    })
    return { shown: showPost(loaded), removal }
  }).then(({ shown, removal: result }) => {
    if (result.kind === 'removed') return shown
    throw new Refusal('channel.refused', { reason: result.reason.code, words: result.reason.words ?? '' })
  })
}

/** Checks that there is something to delete and writes the attempt before anything leaves. */
function begin(kernel: Kernel, ports: PublishingPorts, organisationId: string, postId: string) {
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const { delivery } = await lockPost(db, organisationId, postId)
    if (delivery.state !== 'published') throw new Refusal('delivery.wrong-state', { state: delivery.state })
    const channel = await db
      .selectFrom('publishing_channels')
      .selectAll()
      .where('organisation_id', '=', organisationId)
      .where('id', '=', delivery.channel_id)
      .executeTakeFirstOrThrow()
    const platform = ports.platforms.get(channel.platform)
    if (platform === undefined || channel.state === 'disconnected' || delivery.remote_id === null)
      throw new Refusal('channel.needs-reconnecting')
    const account = await openAccountOrNull(kernel, db, channel)
    if (account === null) throw new Refusal('channel.needs-reconnecting')
    const fence = delivery.fence + 1
    await db
      .updateTable('publishing_deliveries')
      .set({ fence })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', delivery.id)
      .execute()
    await db
      .insertInto('publishing_attempts')
      .values({
        organisation_id: organisationId,
        delivery_id: delivery.id,
        number: fence,
        kind: 'remove',
        fence,
        started_at: kernel.clock.now(),
      })
      .execute()
    return { delivery: { ...delivery, fence }, account, platform }
  })
}
