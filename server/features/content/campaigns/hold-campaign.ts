import { Refusal } from '#contract/refusal.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { lockCampaign, selectCampaign, type CampaignRow } from './store.ts'

/** One campaign, removed or not, held for the change that follows. Refuses `record.not-found`. */
export async function holdAnyCampaign(db: Db, organisationId: string, id: string): Promise<CampaignRow> {
  await lockCampaign(db, organisationId, id)
  const row = await selectCampaign(db, organisationId, id)
  if (row === null) throw new Refusal('record.not-found')
  return row
}

/** One campaign held for the change that follows. Refuses `record.not-found`, also for one that was removed. */
export async function holdCampaign(db: Db, organisationId: string, id: string): Promise<CampaignRow> {
  const row = await holdAnyCampaign(db, organisationId, id)
  if (row.removed_at !== null) throw new Refusal('record.not-found')
  return row
}
