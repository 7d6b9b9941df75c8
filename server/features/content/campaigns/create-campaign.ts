import { demand, unitPath } from '#server/features/organisation/index.ts'
import { checkNamedAudiences } from '#server/features/strategy/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { Input } from '../input.ts'
import { checkCampaign } from './check-campaign.ts'
import { holdCampaign } from './hold-campaign.ts'
import { campaignFacts, showCampaign } from './show-campaign.ts'
import { insertCampaign, replaceCampaignAudiences, replaceCampaignGoals } from './store.ts'

/** Plans a campaign that serves goals. Refuses dates out of order, and goals or an owner that are unknown. */
export function createCampaign(kernel: Kernel, actor: Actor, input: Input<'createCampaign'>) {
  const { organisationId } = actor
  const id = kernel.clock.newId()
  return change(kernel, actor, async ({ db, record }) => {
    demand(actor, 'campaigns.change', { unitPath: await unitPath(db, organisationId, input.unitId), campaignId: id })
    const goalIds = await checkCampaign(db, organisationId, input)
    const audienceIds = await checkNamedAudiences(db, organisationId, { wished: input.audienceIds, named: [] })
    await insertCampaign(db, {
      organisation_id: organisationId,
      id,
      title: input.title,
      message: input.message,
      starts_on: input.startsOn,
      ends_on: input.endsOn,
      owner_id: input.ownerId ?? null,
      unit_id: input.unitId ?? null,
      risk: input.risk ?? 'low',
      created_at: kernel.clock.now(),
    })
    await replaceCampaignGoals(db, { organisationId, id }, goalIds)
    await replaceCampaignAudiences(db, { organisationId, id }, audienceIds)
    const campaign = showCampaign(await holdCampaign(db, organisationId, id))
    record({
      verb: 'campaign.created',
      subject: { type: 'campaign', id, title: campaign.title },
      before: null,
      after: campaignFacts(campaign),
    })
    return campaign
  })
}
