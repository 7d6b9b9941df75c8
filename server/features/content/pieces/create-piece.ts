import { Language } from '#contract/kinds.ts'
import { readOrganisation } from '#server/features/organisation/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { demandCampaign } from '../demand-campaign.ts'
import type { Input } from '../input.ts'
import { checkCampaignOfPiece, checkPictures } from './check-piece.ts'
import { holdPiece } from './hold-piece.ts'
import { pieceFacts } from './show-piece.ts'
import { insertPiece, replacePieceMedia } from './store.ts'

/** Writes a piece, in the organisation's language where none is named. Refuses a campaign or pictures that are unknown. */
export function createPiece(kernel: Kernel, actor: Actor, input: Input<'createPiece'>) {
  const { organisationId } = actor
  const id = kernel.clock.newId()
  const now = kernel.clock.now()
  return change(kernel, actor, async ({ db, record }) => {
    await checkCampaignOfPiece(db, organisationId, input.campaignId)
    await demandCampaign(db, actor, 'pieces.change', input.campaignId)
    const mediaIds = await checkPictures(db, organisationId, { mediaIds: input.mediaIds, path: 'mediaIds' })
    await insertPiece(db, {
      organisation_id: organisationId,
      id,
      title: input.title,
      body: input.body,
      language: input.language ?? (await languageOf(db, organisationId)),
      campaign_id: input.campaignId ?? null,
      created_by: actor.personId,
      created_at: now,
      changed_at: now,
    })
    await replacePieceMedia(db, { organisationId, id }, mediaIds)
    const piece = await holdPiece(db, organisationId, id)
    record({
      verb: 'piece.created',
      subject: { type: 'piece', id, title: piece.title },
      before: null,
      after: pieceFacts(piece),
    })
    return piece
  })
}

async function languageOf(db: Db, organisationId: string): Promise<Language> {
  const { language } = await readOrganisation(db, organisationId)
  return Language.catch('en').parse(language)
}
