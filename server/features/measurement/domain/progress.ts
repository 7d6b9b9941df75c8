import type { STANDINGS } from '#contract/strategy.ts'
import { dayNumber } from './days.ts'
import { divide, type Units } from './decimal.ts'

export type GoalStanding = (typeof STANDINGS)[number]

/** A goal's straight way: from the baseline on its first day to the target on its last. Dates are the organisation's. */
export interface Path {
  readonly baseline: Units
  readonly target: Units
  readonly startsOn: string
  readonly dueOn: string
}

/** Where the straight path is on a day: the baseline before it starts, the target from its last day on. */
export function neededOn(path: Path, today: string): Units {
  const [start, due, day] = [dayNumber(path.startsOn), dayNumber(path.dueOn), dayNumber(today)]
  if (day >= due) return path.target
  if (day <= start) return path.baseline
  return path.baseline + divide((path.target - path.baseline) * BigInt(day - start), BigInt(due - start))
}

/** How much of the way from baseline to target is done: 1 at the target, below 0 behind the baseline. Null without a way. */
export function shareOf(path: Path, now: Units | null): number | null {
  const way = path.target - path.baseline
  if (now === null || way === 0n) return null
  return Number(divide((now - path.baseline) * 10_000n, way)) / 10_000
}

/**
 * How a goal stands today. Reached as soon as the target is met; missed once its last day has passed without that; else
 * on the path, at risk (at least 85 % of the way needed by today) or behind. Downward goals (target below baseline) alike.
 */
export function standingOf(path: Path, now: Units | null, today: string): GoalStanding {
  if (now === null) return 'not-measured'
  const upwards = path.target >= path.baseline
  const done = upwards ? now - path.baseline : path.baseline - now
  const way = upwards ? path.target - path.baseline : path.baseline - path.target
  if (done >= way) return 'reached'
  if (dayNumber(today) > dayNumber(path.dueOn)) return 'missed'
  const needed = neededOn(path, today)
  const wayNeeded = upwards ? needed - path.baseline : path.baseline - needed
  if (done >= wayNeeded) return 'on-path'
  return done * 100n >= wayNeeded * 85n ? 'at-risk' : 'behind'
}

const WORST_FIRST: readonly GoalStanding[] = ['missed', 'behind', 'at-risk', 'on-path', 'reached']

/** An objective stands as its worst measured goal does; without one it is not measured. */
export function worstStanding(standings: readonly GoalStanding[]): GoalStanding {
  const found = new Set(standings)
  return WORST_FIRST.find((standing) => found.has(standing)) ?? 'not-measured'
}

/** The worst first; what is not measured comes last. */
export function orderOfStanding(standing: GoalStanding): number {
  const place = WORST_FIRST.indexOf(standing)
  return place === -1 ? WORST_FIRST.length : place
}
