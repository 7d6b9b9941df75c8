import { KPIS } from '#contract/strategy.ts'
import { endOfDay, startOfDay, type Calendar } from '../calendar.ts'
import { plusDays } from '../domain/days.ts'
import { fromUnits, toUnits } from '../domain/decimal.ts'
import { edgesOf, stretchAt, type Edges, type FactsByKey } from '../domain/facts.ts'
import { factsOfGoal, goalSeries } from '../domain/goal-series.ts'
import { isCountedByPlatforms } from '../domain/kpi-value.ts'
import { neededOn, shareOf, standingOf } from '../domain/progress.ts'
import type { GoalRow } from './store-goals.ts'

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
export function goalEdges(goals: readonly GoalRow[], { today, zone, now }: Calendar): GoalEdges {
  const weeks = Array.from({ length: WEEKS }, (_, week) => plusDays(today, -7 * (WEEKS - week)))
  const starts = new Map([...new Set(goals.map((goal) => goal.startsOn))].map((day) => [day, startOfDay(day, zone)]))
  const ends = new Map(
    [...new Set([...goals.map((goal) => goal.dueOn), ...weeks])].map((day) => [day, endOfDay(day, zone)]),
  )
  const goalDays = [...starts.values(), ...goals.map((goal) => instantOf(ends, goal.dueOn))]
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

/** A goal against its path, as the contract shows it. Not measured: not begun, without a campaign, or nothing to divide by. */
export function measureGoal(goal: GoalRow, measuring: Measuring) {
  const { calendar, currency } = measuring
  const path = {
    baseline: toUnits(goal.baseline),
    target: toUnits(goal.target),
    startsOn: goal.startsOn,
    dueOn: goal.dueOn,
  }
  const series = valuesOf(goal, measuring)
  const last = series.at(-1)
  const now = last?.value ?? null
  const unit = KPIS.find((kpi) => kpi.id === goal.kpi)?.unit ?? 'count'
  const measuredAt =
    now === null
      ? null
      : isCountedByPlatforms(goal.kpi)
        ? latest(goal.campaignIds, measuring.collectedAt)
        : calendar.now
  return {
    id: goal.id,
    title: goal.title,
    kpi: goal.kpi,
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
    series: series.flatMap(({ on, value }) => (value === null ? [] : [{ on, value: fromUnits(value) }])),
    owner: goal.ownerId === null || goal.ownerName === null ? null : { id: goal.ownerId, name: goal.ownerName },
    objectiveIds: goal.objectiveIds,
  }
}

export type MeasuredGoal = ReturnType<typeof measureGoal>

function valuesOf(goal: GoalRow, { facts, edges, goalEdges: days, calendar, currency }: Measuring) {
  if (goal.campaignIds.length === 0 || goal.startsOn > calendar.today) return []
  const [start, end] = [instantOf(days.starts, goal.startsOn), instantOf(days.ends, goal.dueOn)]
  const counted = factsOfGoal(facts, {
    campaignIds: goal.campaignIds,
    published: { from: stretchAt(days.published, start), to: stretchAt(days.published, end) },
    until: end <= calendar.now ? stretchAt(edges, end) : Infinity,
  })
  const lastDay = goal.dueOn < calendar.today ? goal.dueOn : calendar.today
  const before = days.weeks.filter((day) => day >= goal.startsOn && day < lastDay)
  const points = before.map((on) => ({ on, until: stretchAt(edges, instantOf(days.ends, on)) }))
  const all = [...points, { on: lastDay, until: Infinity }]
  return goalSeries(counted, all, goal.kpi, currency).map((value, place) => ({ on: all[place]?.on ?? lastDay, value }))
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
