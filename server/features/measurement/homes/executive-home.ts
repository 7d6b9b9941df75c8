import { readOrganisation } from '#server/features/organisation/index.ts'
import { costSight } from '#server/features/strategy/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { calendarOf, periodOf, type PeriodName } from '../calendar.ts'
import { addFact, stretchAt, sumFacts, type Edges, type Fact, type FactsByKey } from '../domain/facts.ts'
import { byReturn, emptySums, showResult, showValue } from '../domain/result.ts'
import { traceOf } from '../traces/show-trace.ts'
import type { Needs } from '../needs.ts'
import { goalsBehind } from './goals-behind.ts'
import { recall } from './recall.ts'
import { recallOrphans } from './recall-orphans.ts'
import { readReturns, type Returns } from '../returns/read-returns.ts'
import { seriesOf, type SeriesStep } from './series.ts'
import { showObjectives } from './show-objectives.ts'
import { standGoals } from './stand-goals.ts'
import { findBestPost, readCampaignTitles, readObjectives } from './store-executive.ts'
import { readRisks } from './store-risks.ts'

const MOST_CAMPAIGNS = 30

/**
 * The home of top management: objectives with the goals that decide about them, what came back since the period began, what is at
 * risk. Lists hold what one person reads; what is beyond is counted.
 */
export function executiveHome(kernel: Needs, actor: Actor, { period: name }: { readonly period: PeriodName }) {
  const { organisationId } = actor
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const { currency, time_zone: zone } = await readOrganisation(db, organisationId)
    const calendar = calendarOf(zone, kernel.clock.now())
    const period = periodOf(name, calendar)
    const { firstDay } = periodOf('year', calendar)
    const recalled = await recall(kernel.database, db, { organisationId, calendar, currency, firstDay })
    const { edges, facts } = recalled
    const goals = [...recalled.goals.values()].filter(({ dueOn }) => dueOn >= period.firstDay)
    const stood = await standGoals(db, {
      organisationId,
      calendar,
      currency,
      goals,
      recalled,
      costs: costSight(actor),
    })
    const objectives = await readObjectives(db, organisationId, period.firstDay)
    const view: View = { facts, edges, from: stretchAt(edges, period.from), currency }
    const returns = await readReturns(db, { actor, currency, calendar, from: period.firstDay, campaignIds: null })
    const best = await findBestPost(db, organisationId, currency, period.from)
    return {
      from: period.from.toISOString(),
      to: period.to.toISOString(),
      ...(await showObjectives(db, { organisationId, objectives, goals, stood, view })),
      ...showWhole(seriesOf(name, period, calendar), view),
      return: returns?.total ?? null,
      campaigns: await campaignResults(db, organisationId, view, returns),
      best: best === null ? null : await traceOf(db, { organisationId, currency }, { type: 'post', id: best }),
      risks: [...(await readRisks(db, organisationId)), ...goalsBehind(goals, stood.standingOf)],
      orphans: await recallOrphans(kernel.database, db, organisationId, period.from),
    }
  })
}

export interface View {
  readonly facts: FactsByKey
  readonly edges: Edges
  /** The first stretch of the period. */
  readonly from: number
  readonly currency: string
}

/** What came back in the period, and step by step. */
function showWhole(steps: readonly SeriesStep[], { facts, edges, from, currency }: View) {
  const starts = steps.map((step) => stretchAt(edges, step.from))
  const sums = steps.map(() => emptySums())
  const total = emptySums()
  for (const own of facts.values())
    for (const fact of own) {
      if (fact.at < from) continue
      addFact(total, fact)
      const step = sums[starts.findLastIndex((start) => start <= fact.at)]
      if (step !== undefined) addFact(step, fact)
    }
  return {
    total: showResult(total, currency),
    series: steps.map(({ on }, place) => ({
      on,
      clicks: sums[place]?.clicks ?? 0,
      value: showValue(sums[place]?.value ?? new Map(), currency),
    })),
  }
}

async function campaignResults(
  db: Db,
  organisationId: string,
  { facts, from, currency }: View,
  returns: Returns | null,
) {
  const best = byReturn(currency)
  const within = (fact: Fact) => fact.at >= from
  const moved = [...facts].filter(([, own]) => own.some(within)).map(([id]) => id)
  // A campaign that has cost and has brought nothing yet is shown as well.
  const sums = [...new Set([...moved, ...(returns?.campaignIds ?? [])])]
    .map((id) => ({ id, sums: sumFacts(facts.get(id) ?? [], within) }))
    .sort((left, right) => Number(left.id === null) - Number(right.id === null) || best(left.sums, right.sums))
  // What belongs to no campaign comes last, and always shows.
  const shown = sums.filter(({ id }, place) => id === null || place < MOST_CAMPAIGNS)
  const titles = await readCampaignTitles(
    db,
    organisationId,
    shown.flatMap(({ id }) => id ?? []),
  )
  return shown.map(({ id, sums: result }) => ({
    id,
    title: id === null ? null : (titles.get(id) ?? null),
    result: showResult(result, currency),
    return: returns?.of(id) ?? null,
  }))
}
