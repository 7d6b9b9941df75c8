import { readCosts, type CostSight } from '#server/features/strategy/index.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { calendarOf, startOfDay, type Calendar } from '../calendar.ts'
import { stretchAt, type Fact } from '../domain/facts.ts'
import type { FactsWanted } from './store-facts.ts'

export interface CostFactsWanted extends FactsWanted {
  readonly currency: string
  readonly calendar: Calendar
  readonly costs: CostSight
}

/**
 * What was booked, by campaign, at the beginning of its day where the organisation is. It counts for a goal as a post published on
 * that day would. What is charged to a campaign cannot be told apart by channel.
 */
export async function readCostFacts(db: Db, wanted: CostFactsWanted): Promise<Fact[]> {
  const { organisationId, currency, calendar, costs: sight, campaignIds, by, from, publishedEdges, edges } = wanted
  if (sight === 'none' || by === 'channel' || campaignIds?.length === 0) return []
  const { zone, today } = calendar
  const firstDay = calendarOf(zone, from).today
  if (firstDay > today) return []
  const read = await readCosts(db, { organisationId, currency, from: firstDay, to: today, today, sight, campaignIds })
  return read.costs.flatMap(({ campaignId, onDay, amount }) => {
    const at = startOfDay(onDay, zone)
    if (at < from) return []
    const fact: Fact = {
      key: campaignId,
      published: stretchAt(publishedEdges, at),
      at: stretchAt(edges, at),
      posts: 0,
      clicks: 0,
      conversions: 0,
      counted: null,
      currency: null,
      value: 0n,
      cost: amount,
    }
    return [fact]
  })
}
