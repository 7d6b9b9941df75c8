import { Refusal } from '#contract/refusal.ts'
import { change } from '#server/kernel/events/change.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import { demandCampaign } from '../demand-campaign.ts'
import type { ContentNeeds } from '../ports.ts'
import { holdCampaign } from './hold-campaign.ts'
import { campaignFacts, showCampaign } from './show-campaign.ts'
import { updateCampaign } from './store.ts'

/** Takes a campaign out of every list. Refuses `record.in-use` while it has pieces or posts. Undone by restoreCampaign. */
export function removeCampaign(
  { kernel, ports }: ContentNeeds,
  context: RequestContext,
  id: string,
): Promise<{ id: string }> {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const campaign = showCampaign(await holdCampaign(db, organisationId, id))
    await demandCampaign(db, actor, 'campaigns.change', id)
    expectVersion(context, campaign.version)
    if (campaign.pieces > 0 || (await ports.postsOf(db, { campaignId: id })) > 0) throw new Refusal('record.in-use')
    await updateCampaign(db, organisationId, id, { removed_at: kernel.clock.now() })
    record({
      verb: 'campaign.removed',
      subject: { type: 'campaign', id, title: campaign.title },
      before: campaignFacts(campaign),
      after: null,
    })
    return { id }
  })
}
