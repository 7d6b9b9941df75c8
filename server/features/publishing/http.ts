import { implement } from '@orpc/server'
import { contract } from '#contract/index.ts'
import { seePost } from '#server/features/organisation/index.ts'
import { actorOf, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { authoriseChannel } from './channels/authorise-channel.ts'
import { changeChannel } from './channels/change-channel.ts'
import { connectChannel } from './channels/connect-channel.ts'
import { inspectChannel } from './channels/inspect-channel.ts'
import { listChannels, readChannel } from './channels/list-channels.ts'
import { removeChannel } from './channels/remove-channel.ts'
import { removePublished } from './deliveries/remove-published.ts'
import { retryDelivery } from './deliveries/retry-delivery.ts'
import { settleDelivery } from './deliveries/settle-delivery.ts'
import { calendarSeen } from './given.ts'
import type { PublishingPorts } from './ports.ts'
import { cancelPost, restorePost } from './posts/cancel-post.ts'
import { changePost } from './posts/change-post.ts'
import { checkDraft } from './posts/check-draft.ts'
import { createPost } from './posts/create-post.ts'
import { listDeliveries, listPosts } from './posts/list-posts.ts'
import { loadPost } from './posts/load-posts.ts'
import { readCalendar } from './posts/read-calendar.ts'
import { showPost } from './posts/show-post.ts'

/** Binds publishing's part of the contract. */
export function publishingRoutes(kernel: Kernel, ports: PublishingPorts) {
  const os = implement(contract.publishing).$context<RequestContext>()
  // Checking thousands of posts against the contract costs more than reading them: a test does it, not each answer.
  const unchecked = os.$config({ initialOutputValidationIndex: Number.NaN })
  return {
    platforms: os.platforms.handler(() => ({
      items: [...ports.platforms.values()].map((platform) => platform.description),
    })),
    channels: os.channels.handler(({ input, context }) => listChannels(kernel, actorOf(context), input)),
    channel: os.channel.handler(({ input, context }) => readChannel(kernel, actorOf(context), input.id)),
    createChannel: os.createChannel.handler(({ input, context }) =>
      connectChannel(kernel, ports, actorOf(context), input),
    ),
    changeChannel: os.changeChannel.handler(({ input, context }) =>
      changeChannel(kernel, ports, actorOf(context), context, input),
    ),
    removeChannel: os.removeChannel.handler(({ input, context }) => removeChannel(kernel, actorOf(context), input.id)),
    inspectChannel: os.inspectChannel.handler(({ input, context }) =>
      inspectChannel(kernel, ports, actorOf(context), input.id),
    ),
    authoriseChannel: os.authoriseChannel.handler(({ input, context }) =>
      authoriseChannel(kernel, ports, actorOf(context), input),
    ),
    posts: os.posts.handler(({ input, context }) => listPosts(kernel, actorOf(context), input)),
    post: os.post.handler(({ input, context }) => {
      const actor = actorOf(context)
      const { organisationId } = actor
      return kernel.database.inOrganisation(organisationId, async (db) => {
        const loaded = await loadPost(db, organisationId, input.id)
        seePost(actor, { channelId: loaded.post.channel_id, campaignId: loaded.post.campaign_id })
        return showPost(loaded)
      })
    }),
    createPost: os.createPost.handler(({ input, context }) => createPost(kernel, ports, actorOf(context), input)),
    changePost: os.changePost.handler(({ input, context }) =>
      changePost(kernel, ports, actorOf(context), context, input),
    ),
    cancelPost: os.cancelPost.handler(({ input, context }) => cancelPost(kernel, actorOf(context), context, input.id)),
    restorePost: os.restorePost.handler(({ input, context }) => restorePost(kernel, actorOf(context), input.id)),
    removePost: os.removePost.handler(({ input, context }) =>
      removePublished(kernel, ports, actorOf(context), input.id),
    ),
    retryDelivery: os.retryDelivery.handler(({ input, context }) => retryDelivery(kernel, actorOf(context), input.id)),
    deliveries: os.deliveries.handler(({ input, context }) => listDeliveries(kernel, actorOf(context), input)),
    settleDelivery: os.settleDelivery.handler(({ input, context }) =>
      settleDelivery(kernel, ports, actorOf(context), input),
    ),
    check: os.check.handler(({ input, context }) => checkDraft(kernel, ports, actorOf(context), input)),
    calendar: unchecked.calendar.handler(async ({ input, context }) => {
      const actor = actorOf(context)
      return calendarSeen(actor, await readCalendar(kernel, actor, input))
    }),
  }
}
