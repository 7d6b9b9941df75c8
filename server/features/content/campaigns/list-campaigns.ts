import { campaignSeen } from '#server/features/organisation/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { readIdCursor } from '#server/kernel/http/id-cursor.ts'
import { pageOf } from '#server/kernel/http/page.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { Input } from '../input.ts'
import { showCampaign } from './show-campaign.ts'
import { selectCampaigns } from './store.ts'

/** The organisation's campaigns, newest first; where a goal or an audience is named, those that serve it or are for it. */
export function listCampaigns(kernel: Kernel, actor: Actor, request: Input<'campaigns'>) {
  const { organisationId } = actor
  const after = readIdCursor(request)
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const rows = await selectCampaigns(db, organisationId, {
      goalId: request.goalId,
      audienceId: request.audienceId,
      after,
      limit: request.limit,
      seen: campaignSeen(actor, 'c.id'),
    })
    return pageOf(rows, request, (row) => [row.id], showCampaign)
  })
}
