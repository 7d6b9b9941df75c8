import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { demandCampaign } from '../demand-campaign.ts'
import { holdAnyPiece, holdPiece } from './hold-piece.ts'
import { pieceFacts } from './show-piece.ts'
import { updatePiece } from './store.ts'

/** Brings a removed piece back as it was. One that is there stays as it is. */
export function restorePiece(kernel: Kernel, actor: Actor, id: string) {
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const held = await holdAnyPiece(db, organisationId, id)
    await demandCampaign(db, actor, 'pieces.change', pieceFacts(held.piece).campaignId)
    if (!held.removed) return held.piece
    await updatePiece(db, organisationId, id, { removed_at: null })
    const piece = await holdPiece(db, organisationId, id)
    record({
      verb: 'piece.restored',
      subject: { type: 'piece', id, title: piece.title },
      before: null,
      after: pieceFacts(piece),
    })
    return piece
  })
}
