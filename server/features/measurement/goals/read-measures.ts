import type { CostSight } from '#server/features/strategy/index.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { Calendar } from '../calendar.ts'
import { byKey, edgesOf, type Edges, type Fact } from '../domain/facts.ts'
import { platformMetricsOf } from '../domain/figures.ts'
import { countGoals, type CountedGoal } from './counted-goal.ts'
import { goalEdges, measureGoal, type MeasuredGoal } from './measure-goals.ts'
import { readCollectedAt, readEngagementFacts } from './store-engagements.ts'
import { readCostFacts } from './read-cost-facts.ts'
import { readFacts } from './store-facts.ts'
import type { GoalRow } from './store-goals.ts'

export interface MeasuresWanted {
  readonly organisationId: string
  readonly currency: string
  readonly calendar: Calendar
  readonly goals: readonly GoalRow[]
  /** A period that is looked at beside the goals, and further edges in it; null: only the goals' own campaigns are read. */
  readonly period: { readonly from: Date; readonly edges: readonly Date[] } | null
  /** What the reader may see of cost. */
  readonly costs: CostSight
}

export interface Measures {
  /** Goals with their progress, in the order asked for. */
  readonly goals: readonly MeasuredGoal[]
  readonly facts: readonly Fact[]
  readonly edges: Edges
}

/** Reads what happened once, and measures any number of goals by it. */
export async function readMeasures(db: Db, wanted: MeasuresWanted): Promise<Measures> {
  const { organisationId, calendar, currency, period } = wanted
  const goals = await countGoals(db, organisationId, wanted.goals)
  const cuts = goalEdges(goals, calendar)
  const edges = edgesOf([...cuts.points, ...(period === null ? [] : [period.from, ...period.edges])])
  const earliest = [...cuts.starts.values(), ...(period === null ? [] : [period.from])].map(Number)
  const from = new Date(earliest.length === 0 ? calendar.now.getTime() : Math.min(...earliest))
  const campaignIds = period === null ? campaignsOf(goals) : null
  const facts =
    campaignIds?.length === 0
      ? []
      : await readFacts(db, {
          organisationId,
          by: 'campaign',
          campaignIds,
          from,
          publishedEdges: cuts.published,
          edges,
        })
  const counted = goals.filter((goal) => metricsOf(goal).length > 0)
  const engaged = campaignsOf(counted)
  const engagements = await readEngagementFacts(db, {
    organisationId,
    by: 'campaign',
    campaignIds: engaged,
    metrics: [...new Set(counted.flatMap(metricsOf))],
    from,
    now: calendar.now,
    publishedEdges: cuts.published,
    points: cuts.points,
    edges,
  })
  const costed = goals.some(({ definition }) => definition?.formula.metrics.includes('cost'))
  const booked = await readCostFacts(db, {
    organisationId,
    currency,
    calendar,
    costs: costed ? wanted.costs : 'none',
    by: 'campaign',
    campaignIds: campaignsOf(goals),
    from,
    publishedEdges: cuts.published,
    edges,
  })
  const collectedAt = await readCollectedAt(db, organisationId, engaged)
  const measuring = {
    facts: byKey([...facts, ...engagements, ...booked]),
    edges,
    goalEdges: cuts,
    calendar,
    currency,
    collectedAt,
  }
  return { goals: goals.map((goal) => measureGoal(goal, measuring)), facts, edges }
}

/** Which counts of platforms a goal is measured by. */
export function metricsOf({ definition }: CountedGoal): readonly string[] {
  return platformMetricsOf(definition?.formula.metrics ?? [])
}

function campaignsOf(goals: readonly GoalRow[]): string[] {
  return [...new Set(goals.flatMap((goal) => goal.campaignIds))]
}
