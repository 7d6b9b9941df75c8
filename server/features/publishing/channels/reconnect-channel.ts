import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { Connection } from '#server/platforms/port.ts'
import { connectionColumns } from './change-channel.ts'
import { showChannel } from './show-channel.ts'
import { countPlanned, lockChannel } from './store.ts'

/** Gives a channel a fresh connection to the same account. Another account is refused: the channel's posts are not there. */
export function changeChannelConnection(kernel: Kernel, actor: Actor, id: string, connection: Connection) {
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const before = await lockChannel(db, organisationId, id)
    if (connection.handle !== before.handle)
      throw new Refusal('channel.refused', { reason: 'wrong-credentials', words: connection.handle }, [
        { path: 'settings', code: 'channel.other-account' },
      ])
    const columns = await connectionColumns(kernel, db, { organisationId, channelId: id, connection })
    const after = await db
      .updateTable('publishing_channels')
      .set({ ...columns, state: 'connected', version: before.version + 1 })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
    record({
      verb: 'channel.reconnected',
      subject: { type: 'channel', id, title: after.name },
      before: { state: before.state },
      after: { state: 'connected' },
    })
    return showChannel(after, (await countPlanned(db, organisationId, [id])).get(id) ?? 0)
  })
}
