import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { demandCampaign } from '../demand-campaign.ts'
import { holdAnyCampaign } from './hold-campaign.ts'
import { campaignFacts, showCampaign } from './show-campaign.ts'
import { updateCampaign } from './store.ts'

/** Brings a removed campaign back as it was. One that is there stays as it is. */
export function restoreCampaign(kernel: Kernel, actor: Actor, id: string) {
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const row = await holdAnyCampaign(db, organisationId, id)
    await demandCampaign(db, actor, 'campaigns.change', id)
    if (row.removed_at === null) return showCampaign(row)
    await updateCampaign(db, organisationId, id, { removed_at: null })
    const campaign = showCampaign(await holdAnyCampaign(db, organisationId, id))
    record({
      verb: 'campaign.restored',
      subject: { type: 'campaign', id, title: campaign.title },
      before: null,
      after: campaignFacts(campaign),
    })
    return campaign
  })
}
