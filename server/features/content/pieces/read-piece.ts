import type { Actor } from '#server/kernel/actor.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { seePiece } from './hold-piece.ts'

/** One piece. Refuses `record.not-found`, also for one that was removed. */
export function readPiece(kernel: Kernel, actor: Actor, id: string) {
  return kernel.database.inOrganisation(actor.organisationId, (db) => seePiece(db, actor, id))
}
