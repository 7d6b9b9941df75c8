import { readOrganisation } from '#server/features/organisation/index.ts'
import { costSight } from '#server/features/strategy/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { calendarOf, periodOf, type PeriodName } from '../calendar.ts'
import { addFact, byKey, stretchAt, sumFacts } from '../domain/facts.ts'
import { worstStanding } from '../domain/progress.ts'
import { byReturn, emptySums, showResult, showValue } from '../domain/result.ts'
import type { MeasuredGoal } from '../goals/measure-goals.ts'
import { readMeasures, type Measures } from '../goals/read-measures.ts'
import { readGoals } from '../goals/store-goals.ts'
import { traceOf } from '../traces/show-trace.ts'
import type { Needs } from '../needs.ts'
import { readReturns, type Returns } from '../returns/read-returns.ts'
import { seriesOf, type SeriesStep } from './series.ts'
import { countOrphans, findBestPost, readCampaignTitles, readObjectives, type ObjectiveRow } from './store-executive.ts'
import { readRisks, type Risk } from './store-risks.ts'

const MOST_GOALS = 2000
const MOST_CAMPAIGNS = 30

/** The home of top management: objectives with their goals, what came back since the period began, what is at risk. */
export function executiveHome(kernel: Needs, actor: Actor, { period: name }: { readonly period: PeriodName }) {
  const { organisationId } = actor
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const { currency, time_zone: zone } = await readOrganisation(db, organisationId)
    const calendar = calendarOf(zone, kernel.clock.now())
    const period = periodOf(name, calendar)
    const steps = seriesOf(name, period, calendar)
    const objectives = await readObjectives(db, organisationId, period.firstDay)
    const rows = await readGoals(db, { organisationId, dueFrom: period.firstDay, limit: MOST_GOALS })
    const measures = await readMeasures(db, {
      organisationId,
      currency,
      calendar,
      goals: rows,
      period: { from: period.from, edges: steps.map((step) => step.from) },
      costs: costSight(actor),
    })
    const view: View = { measures, from: stretchAt(measures.edges, period.from), currency }
    const campaignsOf = new Map(rows.map((goal) => [goal.id, goal.campaignIds]))
    const returns = await readReturns(db, { actor, currency, calendar, from: period.firstDay, campaignIds: null })
    const best = await findBestPost(db, organisationId, currency, period.from)
    return {
      from: period.from.toISOString(),
      to: period.to.toISOString(),
      objectives: showObjectives(objectives, view, campaignsOf),
      total: showResult(
        sumFacts(measures.facts, (fact) => fact.at >= view.from),
        currency,
      ),
      return: returns?.total ?? null,
      series: showSeries(steps, view),
      campaigns: await campaignResults(db, organisationId, view, returns),
      best: best === null ? null : await traceOf(db, { organisationId, currency }, { type: 'post', id: best }),
      risks: [...(await readRisks(db, organisationId)), ...goalsBehind(measures.goals)],
      orphans: await countOrphans(db, organisationId, period.from),
    }
  })
}

interface View {
  readonly measures: Measures
  /** The first stretch of the period. */
  readonly from: number
  readonly currency: string
}

function showObjectives(
  objectives: readonly ObjectiveRow[],
  { measures, from, currency }: View,
  campaignsOf: ReadonlyMap<string, readonly string[]>,
) {
  const facts = byKey(measures.facts)
  const goalsOf = new Map<string, MeasuredGoal[]>()
  for (const goal of measures.goals)
    for (const id of goal.objectiveIds) goalsOf.set(id, [...(goalsOf.get(id) ?? []), goal])
  return objectives.map(({ id, title, perspective, endsOn, ownerId, ownerName }) => {
    const goals = goalsOf.get(id) ?? []
    // A campaign that serves several goals of the objective counts once.
    const campaigns = [...new Set(goals.flatMap((goal) => campaignsOf.get(goal.id) ?? []))]
    const result = sumFacts(
      campaigns.flatMap((campaign) => facts.get(campaign) ?? []),
      (fact) => fact.at >= from,
    )
    const owner = ownerId === null || ownerName === null ? null : { id: ownerId, name: ownerName }
    return {
      id,
      title,
      perspective,
      owner,
      endsOn,
      goals,
      standing: worstStanding(goals.map((goal) => goal.standing)),
      result: showResult(result, currency),
    }
  })
}

function showSeries(steps: readonly SeriesStep[], { measures, from, currency }: View) {
  const starts = steps.map((step) => stretchAt(measures.edges, step.from))
  const sums = steps.map(() => emptySums())
  for (const [stretch, facts] of Map.groupBy(measures.facts, (fact) => fact.at)) {
    const step = stretch < from ? undefined : sums[starts.findLastIndex((start) => start <= stretch)]
    if (step !== undefined) for (const fact of facts) addFact(step, fact)
  }
  return steps.map(({ on }, place) => ({
    on,
    clicks: sums[place]?.clicks ?? 0,
    value: showValue(sums[place]?.value ?? new Map(), currency),
  }))
}

async function campaignResults(
  db: Db,
  organisationId: string,
  { measures, from, currency }: View,
  returns: Returns | null,
) {
  const best = byReturn(currency)
  const facts = byKey(measures.facts.filter((fact) => fact.at >= from))
  // A campaign that has cost and has brought nothing yet is shown as well.
  const sums = [...new Set([...facts.keys(), ...(returns?.campaignIds ?? [])])]
    .map((id) => ({ id, sums: sumFacts(facts.get(id) ?? [], () => true) }))
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

/** The goal with the largest part of its way missing stands for all that are behind. */
function goalsBehind(goals: readonly MeasuredGoal[]): Risk[] {
  const behind = goals
    .filter((goal) => goal.standing === 'behind')
    .sort((left, right) => (left.share ?? 0) - (right.share ?? 0))
  const worst = behind[0]
  return worst === undefined ? [] : [{ code: 'goals-behind', count: behind.length, id: worst.id, title: worst.title }]
}
