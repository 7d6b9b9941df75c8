import { change } from '#server/kernel/events/change.ts'
import { changedFields, withGiven } from '#server/kernel/events/changed-fields.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { demandCampaign } from '../demand-campaign.ts'
import type { Input } from '../input.ts'
import { checkCampaignOfPiece, checkPictures } from './check-piece.ts'
import { holdPiece } from './hold-piece.ts'
import { pieceFacts } from './show-piece.ts'
import { replacePieceMedia, updatePiece } from './store.ts'

/**
 * Changes the fields given; stored variants and planned posts keep what they say. Refuses a campaign or pictures that are
 * unknown, and a version that is no longer the stored one.
 */
export function changePiece(kernel: Kernel, context: RequestContext, { id, ...fields }: Input<'changePiece'>) {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const before = await holdPiece(db, organisationId, id)
    await demandCampaign(db, actor, 'pieces.change', pieceFacts(before).campaignId)
    expectVersion(context, before.version)
    const wished = withGiven(pieceFacts(before), fields)
    const next = {
      ...wished,
      mediaIds: await checkPictures(db, organisationId, { mediaIds: wished.mediaIds, path: 'mediaIds' }),
    }
    const changed = changedFields(pieceFacts(before), next)
    if (changed === null) return before
    await checkCampaignOfPiece(db, organisationId, next.campaignId)
    await demandCampaign(db, actor, 'pieces.change', next.campaignId)
    await updatePiece(db, organisationId, id, {
      title: next.title,
      body: next.body,
      language: next.language,
      campaign_id: next.campaignId,
      changed_at: kernel.clock.now(),
    })
    if (fields.mediaIds !== undefined) await replacePieceMedia(db, { organisationId, id }, next.mediaIds)
    record({ verb: 'piece.changed', subject: { type: 'piece', id, title: next.title }, ...changed })
    return holdPiece(db, organisationId, id)
  })
}
