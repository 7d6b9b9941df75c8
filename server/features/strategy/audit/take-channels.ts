import { ACCOUNT_PLATFORMS } from '#contract/audit-records.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { tidyHandle } from '../domain/audit/handle.ts'
import { addAccount } from './create-account.ts'
import { findAccount } from './hold-account.ts'
import { findByHandle, lockInventory, updateAccount } from './store-accounts.ts'

/**
 * Puts every connected channel on the list that is not there yet; one whose handle is there is linked with it. Again changes
 * nothing.
 */
export function takeChannels(kernel: Kernel, actor: Actor): Promise<{ created: number }> {
  const { organisationId } = actor
  return change(kernel, actor, async (work) => {
    await lockInventory(work.db, organisationId)
    const channels = await work.db
      .selectFrom('publishing_channels as c')
      .select(['c.id', 'c.platform', 'c.name', 'c.handle', 'c.url', 'c.unit_id'])
      .where('c.organisation_id', '=', organisationId)
      .where('c.state', '!=', 'disconnected')
      .where((is) =>
        is.not(
          is.exists(
            is
              .selectFrom('strategy_accounts as a')
              .select('a.id')
              .whereRef('a.organisation_id', '=', 'c.organisation_id')
              .whereRef('a.channel_id', '=', 'c.id')
              .where('a.removed_at', 'is', null),
          ),
        ),
      )
      .orderBy('c.id')
      .execute()
    let created = 0
    for (const channel of channels) {
      const platform = ACCOUNT_PLATFORMS.find((one) => one === channel.platform) ?? 'other'
      const { key } = tidyHandle(platform, channel.handle, channel.url)
      const known = await findByHandle(work.db, organisationId, { platform, key })
      if (known !== null) {
        // Two channels of one account, such as two newsrooms of one house: it stands on the list once.
        if ((await findAccount(work.db, organisationId, known)).channel_id !== null) continue
        await updateAccount(work.db, organisationId, known, { channel_id: channel.id })
        work.record({
          verb: 'account.changed',
          subject: { type: 'account', id: known, title: channel.handle },
          before: { channelId: null },
          after: { channelId: channel.id },
        })
        continue
      }
      await addAccount(kernel, actor, work, {
        platform,
        handle: channel.handle,
        url: /^https?:\/\//.test(channel.url) ? channel.url : '',
        name: channel.name,
        state: 'owned',
        unitId: channel.unit_id,
        holderWords: '',
        notes: '',
        source: 'channel',
        channelId: channel.id,
      })
      created += 1
    }
    return { created }
  })
}
