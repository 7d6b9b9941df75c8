import type { Actor } from '#server/kernel/actor.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { showOnePiece } from './hold-piece.ts'

/** One piece. Refuses `record.not-found`, also for one that was removed. */
export function readPiece(kernel: Kernel, { organisationId }: Actor, id: string) {
  return kernel.database.inOrganisation(organisationId, (db) => showOnePiece(db, organisationId, id))
}
