import { readOrganisation } from '#server/features/organisation/index.ts'
import { costSight } from '#server/features/strategy/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { calendarOf, endOfDay, periodOf, startOfDay } from '../calendar.ts'
import { byKey, stretchAt, sumFacts } from '../domain/facts.ts'
import { daysFrom, plusDays } from '../domain/days.ts'
import { showResult } from '../domain/result.ts'
import { readMeasures } from '../goals/read-measures.ts'
import { readGoals } from '../goals/store-goals.ts'
import type { Needs } from '../needs.ts'
import { readCoverage } from './store-coverage.ts'
import { recallOrphans } from './recall-orphans.ts'
import { readCampaigns } from './store-campaigns.ts'

const MOST_GOALS = 200
const DAYS_AHEAD = 14

/** The home of middle management, for the running quarter: goals under way, plan against actual, two weeks of coverage from today. */
export function managerHome(kernel: Needs, actor: Actor) {
  const { organisationId } = actor
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const { currency, time_zone: zone } = await readOrganisation(db, organisationId)
    const calendar = calendarOf(zone, kernel.clock.now())
    const { today } = calendar
    const period = periodOf('quarter', calendar)
    const goals = await readGoals(db, { organisationId, dueFrom: period.firstDay, startedBy: today, limit: MOST_GOALS })
    const measures = await readMeasures(db, {
      organisationId,
      currency,
      calendar,
      goals,
      period: { from: period.from, edges: [] },
      costs: costSight(actor),
    })
    const since = stretchAt(measures.edges, period.from)
    const facts = byKey(measures.facts)
    const days = daysFrom(today, DAYS_AHEAD)
    const ahead = {
      organisationId,
      zone,
      from: startOfDay(today, zone),
      to: endOfDay(plusDays(today, DAYS_AHEAD - 1), zone),
    }
    return {
      from: period.from.toISOString(),
      to: period.to.toISOString(),
      goals: [...measures.goals],
      campaigns: (await readCampaigns(db, organisationId, period.firstDay, period.lastDay)).map((campaign) => ({
        ...campaign,
        result: showResult(
          sumFacts(facts.get(campaign.id) ?? [], (fact) => fact.at >= since),
          currency,
        ),
      })),
      coverage: (await readCoverage(db, ahead)).map(({ channelId, channel, platform, posts }) => ({
        channelId,
        channel,
        platform,
        days: days.map((on) => ({ on, posts: posts[on] ?? 0 })),
      })),
      orphans: await recallOrphans(kernel.database, db, organisationId, period.from),
    }
  })
}
