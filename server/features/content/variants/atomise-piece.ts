import { unknownReference } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { atomise, type Proposal } from '../domain/atomise.ts'
import type { Input } from '../input.ts'
import { seePiece } from '../pieces/hold-piece.ts'
import type { ContentNeeds } from '../ports.ts'

export interface ChannelProposal extends Proposal {
  channelId: string
}

/** Proposes a form of the piece for each channel, in the order asked. Saves nothing. Refuses a channel that is unknown. */
export function atomisePiece(
  { kernel, ports }: ContentNeeds,
  actor: Actor,
  { id, channelIds }: Input<'atomise'>,
): Promise<{ items: ChannelProposal[] }> {
  const { organisationId } = actor
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const { title, body, language, media } = await seePiece(db, actor, id)
    const source = { title, body, language, mediaIds: media.map((one) => one.id) }
    const items: ChannelProposal[] = []
    for (const channelId of new Set(channelIds)) {
      const channel = await ports.channel(db, channelId)
      if (channel === null) throw unknownReference('channelIds')
      items.push({ ...atomise(source, channel.description), channelId })
    }
    return { items }
  })
}
