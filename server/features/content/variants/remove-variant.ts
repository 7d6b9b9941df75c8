import { Refusal } from '#contract/refusal.ts'
import { seeCampaign } from '#server/features/organisation/index.ts'
import { change } from '#server/kernel/events/change.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { demandChannel } from '../demand-channel.ts'
import type { Input } from '../input.ts'
import { holdPiece } from '../pieces/hold-piece.ts'
import { showVariant, variantFacts } from './show-variant.ts'
import { deleteVariant, selectVariant } from './store.ts'

/** Lets a channel follow the piece again. Refuses `record.not-found` where it does already. */
export function removeVariant(
  kernel: Kernel,
  context: RequestContext,
  { id, channelId }: Input<'removeVariant'>,
): Promise<{ id: string }> {
  const actor = actorOf(context)
  const place = { organisationId: actor.organisationId, pieceId: id, channelId }
  return change(kernel, actor, async ({ db, record }) => {
    const piece = await holdPiece(db, place.organisationId, id)
    seeCampaign(actor, piece.campaign?.id)
    const stored = await selectVariant(db, place)
    if (stored === null) throw new Refusal('record.not-found')
    await demandChannel(db, actor, 'variants.change', channelId)
    expectVersion(context, stored.version)
    await deleteVariant(db, place)
    record({
      verb: 'piece.variant-removed',
      subject: { type: 'piece', id, title: piece.title },
      before: variantFacts(showVariant(stored)),
      after: null,
    })
    return { id: stored.id }
  })
}
