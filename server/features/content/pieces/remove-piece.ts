import { Refusal } from '#contract/refusal.ts'
import { change } from '#server/kernel/events/change.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import { demandCampaign } from '../demand-campaign.ts'
import type { ContentNeeds } from '../ports.ts'
import { holdPiece } from './hold-piece.ts'
import { pieceFacts } from './show-piece.ts'
import { updatePiece } from './store.ts'

/** Takes a piece out of every list. Refuses `record.in-use` while it has posts. Undone by restorePiece, variants and all. */
export function removePiece(
  { kernel, ports }: ContentNeeds,
  context: RequestContext,
  id: string,
): Promise<{ id: string }> {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const piece = await holdPiece(db, organisationId, id)
    await demandCampaign(db, actor, 'pieces.change', pieceFacts(piece).campaignId)
    expectVersion(context, piece.version)
    if ((await ports.postsOf(db, { pieceId: id })) > 0) throw new Refusal('record.in-use')
    await updatePiece(db, organisationId, id, { removed_at: kernel.clock.now() })
    record({
      verb: 'piece.removed',
      subject: { type: 'piece', id, title: piece.title },
      before: pieceFacts(piece),
      after: null,
    })
    return { id }
  })
}
