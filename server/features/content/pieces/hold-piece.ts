import { Refusal } from '#contract/refusal.ts'
import { seeCampaign } from '#server/features/organisation/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { selectMediaOfPieces } from '../media/store.ts'
import { showPiece, type ShownPiece } from './show-piece.ts'
import { lockPiece, selectPiece } from './store.ts'

export interface HeldPiece {
  readonly piece: ShownPiece
  readonly removed: boolean
}

/** One piece, removed or not, held for the change that follows. Refuses `record.not-found`. */
export async function holdAnyPiece(db: Db, organisationId: string, id: string): Promise<HeldPiece> {
  await lockPiece(db, organisationId, id)
  return showAnyPiece(db, organisationId, id)
}

/** One piece held for the change that follows. Refuses `record.not-found`, also for one that was removed. */
export async function holdPiece(db: Db, organisationId: string, id: string): Promise<ShownPiece> {
  await lockPiece(db, organisationId, id)
  return showOnePiece(db, organisationId, id)
}

/** One piece as it is. Refuses `record.not-found`, also for one that was removed. */
export async function showOnePiece(db: Db, organisationId: string, id: string): Promise<ShownPiece> {
  const { piece, removed } = await showAnyPiece(db, organisationId, id)
  if (removed) throw new Refusal('record.not-found')
  return piece
}

/** The same as far as whoever asks may see it: a guest only what belongs to a campaign that their agency was given. */
export async function seePiece(db: Db, actor: Actor, id: string): Promise<ShownPiece> {
  const piece = await showOnePiece(db, actor.organisationId, id)
  seeCampaign(actor, piece.campaign?.id)
  return piece
}

async function showAnyPiece(db: Db, organisationId: string, id: string): Promise<HeldPiece> {
  const row = await selectPiece(db, organisationId, id)
  if (row === null) throw new Refusal('record.not-found')
  const media = await selectMediaOfPieces(db, organisationId, [id])
  return { piece: showPiece(row, media.get(id) ?? []), removed: row.removed_at !== null }
}
