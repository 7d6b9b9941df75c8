import { campaignSeen } from '#server/features/organisation/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { readIdCursor } from '#server/kernel/http/id-cursor.ts'
import { pageOf } from '#server/kernel/http/page.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { Input } from '../input.ts'
import { selectMediaOfPieces } from '../media/store.ts'
import { showPiece } from './show-piece.ts'
import { selectPieces } from './store.ts'

/** The organisation's pieces, newest first; where a campaign is named, those of it. */
export function listPieces(kernel: Kernel, actor: Actor, request: Input<'pieces'>) {
  const { organisationId } = actor
  const after = readIdCursor(request)
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const rows = await selectPieces(db, organisationId, {
      campaignId: request.campaignId,
      after,
      limit: request.limit,
      seen: campaignSeen(actor, 'p.campaign_id'),
    })
    const media = await selectMediaOfPieces(
      db,
      organisationId,
      rows.map((row) => row.id),
    )
    return pageOf(
      rows,
      request,
      (row) => [row.id],
      (row) => showPiece(row, media.get(row.id) ?? []),
    )
  })
}
