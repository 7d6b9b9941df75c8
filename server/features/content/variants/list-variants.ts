import type { Actor } from '#server/kernel/actor.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { showOnePiece } from '../pieces/hold-piece.ts'
import { showVariant, type ShownVariant } from './show-variant.ts'
import { selectVariants } from './store.ts'

/** The forms that were set for single channels; every other channel follows the piece. */
export function listVariants(
  kernel: Kernel,
  { organisationId }: Actor,
  pieceId: string,
): Promise<{ items: ShownVariant[] }> {
  return kernel.database.inOrganisation(organisationId, async (db) => {
    await showOnePiece(db, organisationId, pieceId)
    return { items: (await selectVariants(db, organisationId, pieceId)).map(showVariant) }
  })
}
