import { systemActor } from '#server/kernel/actor.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { PublishingPorts } from '../ports.ts'
import { inspectChannel } from './inspect-channel.ts'

/** Asks each platform whether its channels still work, so that a lost permission is seen before a post is due. One that fails does not keep the others from being asked. */
export async function inspectAllChannels(kernel: Kernel, ports: PublishingPorts): Promise<void> {
  const organisations = await kernel.database.dispatching((db) =>
    db.selectFrom('organisations').select('organisation_id').where('sample', '=', false).execute(),
  )
  for (const { organisation_id: organisationId } of organisations) {
    const channels = await kernel.database.inOrganisation(organisationId, (db) =>
      db
        .selectFrom('publishing_channels')
        .select('id')
        .where('organisation_id', '=', organisationId)
        .where('state', 'in', ['connected', 'needs-reconnecting'])
        .execute(),
    )
    for (const { id } of channels) {
      await inspectChannel(kernel, ports, systemActor(organisationId), id).catch((error: unknown) =>
        kernel.log.warn({ err: error, channel: id }, 'a channel could not be inspected'),
      )
    }
  }
}
