import type { Actor } from '#server/kernel/actor.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { seePiece } from '../pieces/hold-piece.ts'
import { showVariant, type ShownVariant } from './show-variant.ts'
import { selectVariants } from './store.ts'

/** The forms that were set for single channels; every other channel follows the piece. */
export function listVariants(kernel: Kernel, actor: Actor, pieceId: string): Promise<{ items: ShownVariant[] }> {
  const { organisationId } = actor
  return kernel.database.inOrganisation(organisationId, async (db) => {
    await seePiece(db, actor, pieceId)
    return { items: (await selectVariants(db, organisationId, pieceId)).map(showVariant) }
  })
}
