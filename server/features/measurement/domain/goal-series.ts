import type { Units } from './decimal.ts'
import { addFact, type Fact, type FactsByKey } from './facts.ts'
import { emptySums, type Sums } from './result.ts'

/** What counts for a goal: posts of its campaigns, published in its time, and what they brought in its time. */
export interface GoalWindow {
  readonly campaignIds: readonly string[]
  /** Stretches of publication, the end excluded. */
  readonly published: { readonly from: number; readonly to: number }
  /** The first stretch of time that lies after the goal's. */
  readonly until: number
}

/** The facts that count for a goal, in the order of time. */
export function factsOfGoal(facts: FactsByKey, goal: GoalWindow): Fact[] {
  const { published, until } = goal
  return goal.campaignIds
    .flatMap((id) => facts.get(id) ?? [])
    .filter((fact) => fact.published >= published.from && fact.published < published.to && fact.at < until)
    .sort((left, right) => left.at - right.at)
}

export interface SeriesPoint {
  readonly on: string
  /** The first stretch that lies after this day. */
  readonly until: number
}

/** A KPI's value at the end of each day of the series, over everything up to then. Points are in the order of time. */
export function goalSeries<Point extends SeriesPoint>(
  facts: readonly Fact[],
  points: readonly Point[],
  valueOf: (sums: Sums, point: Point) => Units | null,
): (Units | null)[] {
  const sums = emptySums()
  let next = 0
  return points.map((point) => {
    for (let fact = facts[next]; fact !== undefined && fact.at < point.until; fact = facts[next]) {
      addFact(sums, fact)
      next += 1
    }
    return valueOf(sums, point)
  })
}
