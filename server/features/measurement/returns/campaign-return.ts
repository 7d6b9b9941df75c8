import { Refusal } from '#contract/refusal.ts'
import { readOrganisation, seeCampaign } from '#server/features/organisation/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { calendarOf, startOfDay } from '../calendar.ts'
import { plusDays } from '../domain/days.ts'
import { sumFacts } from '../domain/facts.ts'
import { showResult } from '../domain/result.ts'
import { readFacts } from '../goals/store-facts.ts'
import type { Needs } from '../needs.ts'
import { readReturns } from './read-returns.ts'

/** Longer than any campaign. */
const DAYS_BACK = 3660

/** What a campaign brought and cost up to today. Refuses `record.not-found`, also for one that was removed or that a guest was not given. */
export function showCampaignReturn(kernel: Needs, actor: Actor, id: string) {
  const { organisationId } = actor
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const campaign = await db
      .selectFrom('content_campaigns')
      .select('id')
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .where('removed_at', 'is', null)
      .executeTakeFirst()
    if (campaign === undefined) throw new Refusal('record.not-found')
    seeCampaign(actor, id)
    const { currency, time_zone: zone } = await readOrganisation(db, organisationId)
    const calendar = calendarOf(zone, kernel.clock.now())
    const from = plusDays(calendar.today, -DAYS_BACK)
    const campaignIds = [id]
    const facts = await readFacts(db, {
      organisationId,
      by: 'campaign',
      campaignIds,
      from: startOfDay(from, zone),
      publishedEdges: [],
      edges: [],
    })
    const returns = await readReturns(db, { actor, currency, calendar, from, campaignIds })
    const result = showResult(
      sumFacts(facts, () => true),
      currency,
    )
    return { result, return: returns?.total ?? null }
  })
}
