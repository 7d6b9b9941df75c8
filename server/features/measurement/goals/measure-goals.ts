import { endOfDay, startOfDay, type Calendar } from '../calendar.ts'
import { plusDays } from '../domain/days.ts'
import { fromUnits, toUnits, type Units } from '../domain/decimal.ts'
import { edgesOf, stretchAt, type Edges, type FactsByKey } from '../domain/facts.ts'
import { factsOfGoal, goalSeries } from '../domain/goal-series.ts'
import { figuresOf } from '../domain/figures.ts'
import { forecast } from '../domain/forecast.ts'
import { neededOn, shareOf, standingOf, type GoalStanding, type Path } from '../domain/progress.ts'
import type { CountedGoal } from './counted-goal.ts'

/** Weeks before today that a goal's series shows. */
const WEEKS = 7

/** The instants between which goals need their facts told apart. */
export interface GoalEdges {
  readonly published: Edges
  readonly points: Edges
  /** Instants of the days that goals begin and end on; each is looked up once. */
  readonly starts: ReadonlyMap<string, Date>
  readonly ends: ReadonlyMap<string, Date>
  /** The days of the series before today. */
  readonly weeks: readonly string[]
}

/**
 * Where time has to be cut for these goals: publication at their first and last days; what came back at last days that are over
 * and at the ends of the last weeks. Nothing comes back before it was published, so first days need no cut there.
 */
export function goalEdges(goals: readonly CountedGoal[], { today, zone, now }: Calendar): GoalEdges {
  const weeks = Array.from({ length: WEEKS }, (_, week) => plusDays(today, -7 * (WEEKS - week)))
  const starts = new Map([...new Set(goals.map((goal) => goal.startsOn))].map((day) => [day, startOfDay(day, zone)]))
  const ends = new Map(
    [...new Set([...goals.map((goal) => goal.lastOn), ...weeks])].map((day) => [day, endOfDay(day, zone)]),
  )
  const goalDays = [...starts.values(), ...goals.map((goal) => instantOf(ends, goal.lastOn))]
  const points = edgesOf([...ends.values()].filter((end) => end <= now))
  return { published: edgesOf(goalDays), points, starts, ends, weeks }
}

export interface Measuring {
  readonly facts: FactsByKey
  readonly edges: Edges
  readonly goalEdges: GoalEdges
  readonly calendar: Calendar
  readonly currency: string
  /** When platforms were last asked, by campaign. */
  readonly collectedAt: ReadonlyMap<string, Date>
}

/** How a goal stands, and how far it is: what can be told of thousands. */
export interface GoalStand {
  readonly standing: GoalStanding
  readonly share: number | null
}

/** Where a goal stands today, without its way there. */
export function standGoal(goal: CountedGoal, measuring: Measuring): GoalStand {
  const path = pathOf(goal)
  const now = valuesOf(goal, measuring, []).at(-1)?.value ?? null
  return { standing: standingOf(path, now, measuring.calendar.today), share: shareOf(path, now) }
}

function pathOf({ baseline, target, startsOn, dueOn }: CountedGoal): Path {
  return { baseline: toUnits(baseline), target: toUnits(target), startsOn, dueOn }
}

/** A goal against its path, as the contract shows it. Not measured: not begun, without a campaign, or nothing to divide by. */
export function measureGoal(goal: CountedGoal, measuring: Measuring) {
  const { calendar, currency } = measuring
  const path = pathOf(goal)
  const { definition } = goal
  const series = valuesOf(goal, measuring, measuring.goalEdges.weeks)
  const last = series.at(-1)
  const now = last?.value ?? null
  const unit = definition?.formula.unit ?? 'count'
  const source = definition?.formula.source
  const measuredAt =
    now === null ? null : source === 'platforms' ? latest(goal.campaignIds, measuring.collectedAt) : calendar.now
  return {
    id: goal.id,
    title: goal.title,
    kpi: goal.kpi,
    kpiEdition: goal.kpiEdition,
    kpiName: definition?.name ?? null,
    formula: definition?.formula.text ?? '',
    unit,
    currency: unit === 'money' ? currency : null,
    baseline: goal.baseline,
    target: goal.target,
    startsOn: goal.startsOn,
    dueOn: goal.dueOn,
    now: now === null ? null : fromUnits(now),
    neededToday: fromUnits(neededOn(path, calendar.today)),
    share: shareOf(path, now),
    standing: standingOf(path, now, calendar.today),
    measuredAt: measuredAt?.toISOString() ?? null,
    why: now === null ? whyNot(goal, last?.why ?? null, calendar) : null,
    forecast: expected(goal, series),
    series: series.flatMap(({ on, value }) => (value === null ? [] : [{ on, value: fromUnits(value) }])),
    owner: goal.ownerId === null || goal.ownerName === null ? null : { id: goal.ownerId, name: goal.ownerName },
    objectiveIds: goal.objectiveIds,
  }
}

export type MeasuredGoal = ReturnType<typeof measureGoal>

interface Valued {
  readonly on: string
  readonly value: Units | null
  readonly why: string | null
}

/** The values at the ends of these days, as far as they are the goal's, and now. */
function valuesOf(
  goal: CountedGoal,
  { facts, edges, goalEdges: days, calendar, currency }: Measuring,
  weeks: readonly string[],
): Valued[] {
  const { definition } = goal
  if (definition === null || goal.campaignIds.length === 0 || goal.startsOn > calendar.today) return []
  const [start, end] = [instantOf(days.starts, goal.startsOn), instantOf(days.ends, goal.lastOn)]
  const counted = factsOfGoal(facts, {
    campaignIds: goal.campaignIds,
    published: { from: stretchAt(days.published, start), to: stretchAt(days.published, end) },
    until: end <= calendar.now ? stretchAt(edges, end) : Infinity,
  })
  const lastDay = goal.lastOn < calendar.today ? goal.lastOn : calendar.today
  const before = weeks.filter((day) => day >= goal.startsOn && day < lastDay)
  const points = before.map((on) => {
    const instant = instantOf(days.ends, on)
    return { on, until: stretchAt(edges, instant), instant }
  })
  const all = [...points, { on: lastDay, until: Infinity, instant: end <= calendar.now ? end : calendar.now }]
  const outcomes = new Map<string, string>()
  const values = goalSeries(counted, all, (sums, { on, instant }) => {
    const seconds = Math.max(0, Math.floor((instant.getTime() - start.getTime()) / 1000))
    const { value, none } = definition.formula.valueOf(figuresOf(sums, currency, seconds))
    if (none !== null) outcomes.set(on, none.code)
    return value
  })
  return all.map(({ on }, place) => ({ on, value: values[place] ?? null, why: outcomes.get(on) ?? null }))
}

const UNKNOWN = ['not-counted', 'no-cost', 'rate-missing', 'too-large'] as const
type WhyNot = 'no-kpi' | 'not-begun' | 'no-campaign' | 'zero-divisor' | (typeof UNKNOWN)[number]

/** Why there is no value: for a person to see what is missing. */
function whyNot(goal: CountedGoal, why: string | null, { today }: Calendar): WhyNot {
  if (goal.definition === null) return 'no-kpi'
  if (goal.startsOn > today) return 'not-begun'
  if (goal.campaignIds.length === 0) return 'no-campaign'
  return UNKNOWN.find((code) => code === why) ?? 'zero-divisor'
}

/** Where it will be on the due day if it goes on as in the last weeks. */
function expected(goal: CountedGoal, series: readonly Valued[]) {
  if (goal.definition === null) return null
  const points = series.flatMap(({ on, value }) => (value === null ? [] : [{ on, value: Number(fromUnits(value)) }]))
  const guess = forecast(points, goal.dueOn, goal.definition.formula)
  if (guess === null) return null
  const { method, weeks, path } = guess
  const text = (value: number) => fromUnits(BigInt(Math.round(value * 1e6)))
  return {
    method,
    weeks,
    path: path.map(({ on, value, low, high }) => ({ on, value: text(value), low: text(low), high: text(high) })),
  }
}

function instantOf(instants: ReadonlyMap<string, Date>, day: string): Date {
  const instant = instants.get(day)
  if (instant === undefined) throw new Error(`No edge was made for ${day}.`)
  return instant
}

function latest(campaignIds: readonly string[], collectedAt: ReadonlyMap<string, Date>): Date | null {
  const times = campaignIds.flatMap((id) => collectedAt.get(id) ?? [])
  return times.length === 0 ? null : new Date(Math.max(...times.map(Number)))
}
