import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { lockChannel } from './store.ts'

/** Disconnects a channel: its secrets are erased and what was planned on it is cancelled. Its history stays. */
export function removeChannel(kernel: Kernel, actor: Actor, id: string) {
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const channel = await lockChannel(db, organisationId, id)
    await db
      .updateTable('publishing_channels')
      .set({ state: 'disconnected', credentials: null, version: channel.version + 1 })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .execute()
    const cancelled = await db
      .updateTable('publishing_deliveries')
      .set((the) => ({
        state: 'cancelled',
        next_at: null,
        reason: 'channel-disconnected',
        fence: the('fence', '+', 1),
      }))
      .where('organisation_id', '=', organisationId)
      .where('channel_id', '=', id)
      .where('state', 'in', ['planned', 'retry-at', 'held'])
      .returning('id')
      .execute()
    record({
      verb: 'channel.disconnected',
      subject: { type: 'channel', id, title: channel.name },
      before: { state: channel.state },
      after: { cancelledPosts: cancelled.length },
    })
    return { id }
  })
}
