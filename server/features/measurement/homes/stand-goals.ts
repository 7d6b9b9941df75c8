import type { MetricId } from '#contract/kpi-catalogue.ts'
import type { CostSight } from '#server/features/strategy/index.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { Calendar } from '../calendar.ts'
import { byKey, type Fact, type FactsByKey } from '../domain/facts.ts'
import type { CountedGoal } from '../goals/counted-goal.ts'
import { goalEdges, measureGoal, standGoal, type GoalStand, type Measuring } from '../goals/measure-goals.ts'
import { readCostFacts } from '../goals/read-cost-facts.ts'
import { metricsOf } from '../goals/read-measures.ts'
import { readCollectedAt, readEngagementFacts } from '../goals/store-engagements.ts'
import type { Recalled } from './recall.ts'

interface Standing {
  readonly organisationId: string
  readonly calendar: Calendar
  readonly currency: string
  readonly goals: readonly CountedGoal[]
  readonly recalled: Recalled
  /** What the reader may see of cost. */
  readonly costs: CostSight
}

export interface Stood {
  readonly standingOf: (goal: { readonly id: string }) => GoalStand | undefined
  /** Some of these goals with their whole way. */
  readonly measured: (goals: readonly CountedGoal[]) => ReturnType<typeof measureGoal>[]
}

/** What changes with an event or a click only, and is the same for everybody: what platforms count and time itself go on without. */
const LASTING: ReadonlySet<MetricId> = new Set(['posts', 'clicks', 'conversions', 'value'])

/** How goals stand today. Only those that may have moved since they were last looked at are counted again. */
export async function standGoals(
  db: Db,
  { organisationId, calendar, currency, goals, recalled, costs }: Standing,
): Promise<Stood> {
  const { standings, moving } = recalled
  const holds = ({ definition, campaignIds }: CountedGoal) =>
    (definition?.formula.metrics ?? []).every((metric) => LASTING.has(metric)) &&
    !campaignIds.some((id) => moving.has(id))
  const counted = goals.filter((goal) => metricsOf(goal).length > 0)
  const engaged = await withEngagements(db, { organisationId, calendar, goals: counted, recalled })
  const { collectedAt } = engaged
  const costed = goals.filter(({ definition }) => definition?.formula.metrics.includes('cost'))
  const booked = await readBooked(db, { organisationId, calendar, currency, goals: costed, recalled, costs })
  const facts = withMore(engaged.facts, booked)
  const place = { facts, edges: recalled.edges, calendar, currency, collectedAt }
  const measuringOf = (some: readonly CountedGoal[]): Measuring => ({
    ...place,
    goalEdges: { ...goalEdges(some, calendar), published: recalled.edges },
  })
  const open = goals.filter((goal) => !(holds(goal) && standings.has(goal.id)))
  const measuring = measuringOf(open)
  const moved = new Map<string, GoalStand>()
  for (const goal of open) {
    const standing = standGoal(goal, measuring)
    ;(holds(goal) ? standings : moved).set(goal.id, standing)
  }
  return {
    standingOf: ({ id }) => moved.get(id) ?? standings.get(id),
    measured: (some) => {
      const own = measuringOf(some)
      return some.map((goal) => measureGoal(goal, own))
    },
  }
}

/** Adds what platforms counted, which is read each time: they are asked at any moment. */
async function withEngagements(
  db: Db,
  { organisationId, calendar, goals, recalled }: Omit<Standing, 'currency' | 'costs'>,
): Promise<{ readonly facts: FactsByKey; readonly collectedAt: ReadonlyMap<string, Date> }> {
  const campaignIds = [...new Set(goals.flatMap((goal) => goal.campaignIds))]
  if (campaignIds.length === 0) return { facts: recalled.facts, collectedAt: new Map() }
  const cuts = goalEdges(goals, calendar)
  const engagements = byKey(
    await readEngagementFacts(db, {
      organisationId,
      by: 'campaign',
      campaignIds,
      metrics: [...new Set(goals.flatMap(metricsOf))],
      from: new Date(Math.min(...[...cuts.starts.values()].map(Number))),
      now: calendar.now,
      publishedEdges: recalled.edges,
      points: cuts.points,
      edges: recalled.edges,
    }),
  )
  return {
    facts: withMore(recalled.facts, engagements),
    collectedAt: await readCollectedAt(db, organisationId, campaignIds),
  }
}

/** What was booked for these goals' campaigns, which is read each time: it changes without an event when a rate does. */
async function readBooked(db: Db, { organisationId, calendar, currency, goals, recalled, costs }: Standing) {
  const campaignIds = [...new Set(goals.flatMap((goal) => goal.campaignIds))]
  if (campaignIds.length === 0) return new Map<string | null, Fact[]>()
  const from = new Date(Math.min(...[...goalEdges(goals, calendar).starts.values()].map(Number)))
  const { edges } = recalled
  const by = 'campaign'
  const wanted = {
    organisationId,
    currency,
    calendar,
    costs,
    by,
    campaignIds,
    from,
    publishedEdges: edges,
    edges,
  } as const
  return byKey(await readCostFacts(db, wanted))
}

function withMore(known: FactsByKey, more: FactsByKey): FactsByKey {
  const facts = new Map(known)
  for (const [id, own] of more) facts.set(id, [...(facts.get(id) ?? []), ...own])
  return facts
}
