import type { z } from 'zod'
import type { Campaign } from '#contract/content.ts'
import type { CampaignRow } from './store.ts'

export type ShownCampaign = z.infer<typeof Campaign>

/** A campaign as the contract describes it. */
export function showCampaign(row: CampaignRow): ShownCampaign {
  return {
    id: row.id,
    title: row.title,
    message: row.message,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    owner: row.owner_id !== null && row.owner_name !== null ? { id: row.owner_id, name: row.owner_name } : null,
    unitId: row.unit_id,
    risk: row.risk as ShownCampaign['risk'],
    goals: row.goals,
    audiences: row.audiences,
    pieces: row.pieces,
    createdAt: row.created_at.toISOString(),
    version: row.version,
  }
}

/** What an event says of a campaign. */
export function campaignFacts(campaign: ShownCampaign) {
  const { title, message, startsOn, endsOn, owner, goals, audiences, unitId, risk } = campaign
  const goalIds = goals.map((goal) => goal.id)
  const audienceIds = audiences.map((audience) => audience.id)
  return { title, message, startsOn, endsOn, ownerId: owner?.id ?? null, goalIds, audienceIds, unitId, risk }
}
