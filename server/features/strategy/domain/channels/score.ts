import { BURDENS, CRITERIA, MOST_POINTS, type Criterion } from '#contract/channel-criteria.ts'

export type Weights = Readonly<Record<Criterion, number>>
export type Points = Readonly<Partial<Record<Criterion, number>>>

export interface Candidate {
  readonly key: string
  readonly points: Points
}

export interface Scored {
  readonly key: string
  /** 0 to 100 with one decimal; null until every criterion that weighs anything has points. */
  readonly score: number | null
  /** From 1, the same for equals; null where it is not scored. */
  readonly place: number | null
  readonly adds: Partial<Record<Criterion, number>>
  readonly missing: Criterion[]
}

/** What points are worth: burdens (effort, cost, risk) count the other way round. */
export function worthOf(criterion: Criterion, points: number): number {
  return BURDENS.includes(criterion) ? MOST_POINTS - points : points
}

/**
 * The weighted sum of what a candidate's points are worth. Whole numbers in give a whole number out, so that two candidates can
 * be compared exactly; null where points are missing.
 */
export function sumOf(points: Points, weights: Weights): number | null {
  if (missingOf(points, weights).length > 0) return null
  return CRITERIA.reduce((sum, criterion) => sum + weights[criterion] * worthOf(criterion, points[criterion] ?? 0), 0)
}

/** The criteria that weigh something and have no points yet. */
export function missingOf(points: Points, weights: Weights): Criterion[] {
  return CRITERIA.filter((criterion) => weights[criterion] > 0 && points[criterion] === undefined)
}

/**
 * Candidates by score: the weighted mean of what their points are worth, as a share of the most there is. Those that are not
 * scored come last; of equals, the one that was named first stands first. Multiplying all weights by the same number changes nothing.
 */
export function rank(candidates: readonly Candidate[], weights: Weights): Scored[] {
  const total = CRITERIA.reduce((sum, criterion) => sum + weights[criterion], 0)
  const summed = candidates
    .map((candidate) => ({ ...candidate, sum: total === 0 ? null : sumOf(candidate.points, weights) }))
    .sort((one, other) => (other.sum ?? -1) - (one.sum ?? -1))
  return summed.map(({ key, points, sum }) => ({
    key,
    score: sum === null ? null : oneDecimal((100 * sum) / (MOST_POINTS * total)),
    place: sum === null ? null : 1 + summed.filter((other) => other.sum !== null && other.sum > sum).length,
    adds: addsOf(points, weights, total),
    missing: missingOf(points, weights),
  }))
}

function addsOf(points: Points, weights: Weights, total: number): Scored['adds'] {
  const adds: Scored['adds'] = {}
  if (total === 0) return adds
  for (const criterion of CRITERIA) {
    const given = points[criterion]
    if (given === undefined || weights[criterion] === 0) continue
    adds[criterion] = oneDecimal((100 * weights[criterion] * worthOf(criterion, given)) / (MOST_POINTS * total))
  }
  return adds
}

function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10
}
