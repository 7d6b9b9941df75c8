import { checkNamedAudiences } from '#server/features/strategy/index.ts'
import { change } from '#server/kernel/events/change.ts'
import { changedFields, withGiven } from '#server/kernel/events/changed-fields.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { demandCampaign } from '../demand-campaign.ts'
import type { Input } from '../input.ts'
import { checkCampaign } from './check-campaign.ts'
import { holdCampaign } from './hold-campaign.ts'
import { campaignFacts, showCampaign } from './show-campaign.ts'
import { replaceCampaignAudiences, replaceCampaignGoals, updateCampaign } from './store.ts'

/**
 * Changes the fields given. Refuses dates out of order, goals or an owner that are unknown, and a version that is no longer
 * the stored one.
 */
export function changeCampaign(kernel: Kernel, context: RequestContext, { id, ...fields }: Input<'changeCampaign'>) {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const before = showCampaign(await holdCampaign(db, organisationId, id))
    await demandCampaign(db, actor, 'campaigns.change', id)
    expectVersion(context, before.version)
    const facts = campaignFacts(before)
    const wished = withGiven(facts, fields)
    const next = {
      ...wished,
      goalIds: await checkCampaign(db, organisationId, wished),
      audienceIds: await checkNamedAudiences(db, organisationId, {
        wished: wished.audienceIds,
        named: facts.audienceIds,
      }),
    }
    const changed = changedFields(facts, next)
    if (changed === null) return before
    await updateCampaign(db, organisationId, id, {
      title: next.title,
      message: next.message,
      starts_on: next.startsOn,
      ends_on: next.endsOn,
      owner_id: next.ownerId,
      unit_id: next.unitId,
      risk: next.risk,
    })
    if (fields.goalIds !== undefined) await replaceCampaignGoals(db, { organisationId, id }, next.goalIds)
    if (fields.audienceIds !== undefined) await replaceCampaignAudiences(db, { organisationId, id }, next.audienceIds)
    record({ verb: 'campaign.changed', subject: { type: 'campaign', id, title: next.title }, ...changed })
    return showCampaign(await holdCampaign(db, organisationId, id))
  })
}
