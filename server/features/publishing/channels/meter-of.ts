import type { Kernel } from '#server/kernel/kernel.ts'
import type { Measured } from '#server/platforms/port.ts'
import type { PublishingPorts } from '../ports.ts'
import { openAccount } from './credentials.ts'

/** Finds the counter of a channel, with its account opened; null while the channel cannot be asked or its platform counts nothing. */
export function meterOf(kernel: Kernel, ports: PublishingPorts) {
  return async (
    organisationId: string,
    channelId: string,
  ): Promise<{ measure: (remoteIds: readonly string[]) => Promise<Measured> } | null> => {
    const found = await kernel.database.inOrganisation(organisationId, async (db) => {
      const channel = await db
        .selectFrom('publishing_channels')
        .selectAll()
        .where('organisation_id', '=', organisationId)
        .where('id', '=', channelId)
        .where('state', 'in', ['connected', 'paused'])
        .executeTakeFirst()
      return channel === undefined
        ? null
        : {
            account: await openAccount(kernel, db, channel),
            meter: ports.platforms.get(channel.platform)?.meter ?? null,
          }
    })
    if (found === null || found.meter === null) return null
    const { account, meter } = found
    return { measure: (remoteIds) => meter.measure(account, remoteIds) }
  }
}
