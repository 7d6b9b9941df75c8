import { Refusal } from '#contract/refusal.ts'
import { seeCampaign } from '#server/features/organisation/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { showCampaign } from './show-campaign.ts'
import { selectCampaign } from './store.ts'

/** One campaign. Refuses `record.not-found`, also for one that was removed. */
export function readCampaign(kernel: Kernel, actor: Actor, id: string) {
  const { organisationId } = actor
  seeCampaign(actor, id)
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const row = await selectCampaign(db, organisationId, id)
    if (row === null || row.removed_at !== null) throw new Refusal('record.not-found')
    return showCampaign(row)
  })
}
