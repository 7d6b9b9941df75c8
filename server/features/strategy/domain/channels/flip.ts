import { CRITERIA, MOST_WEIGHT, type Criterion } from '#contract/channel-criteria.ts'
import { sumOf, worthOf, type Points, type Weights } from './score.ts'

export interface WeightFlip {
  readonly criterion: Criterion
  readonly from: number
  readonly to: number
}

/**
 * The smallest change of one weight, by whole steps from 0 to 10, that puts the lower of two candidates before the higher. With
 * D the sum over all criteria of weight times the difference in worth, changing the weight of a criterion with difference d by s
 * changes D by s times d: the order flips as soon as D is below zero. Of equally small changes the one of the criterion named first is
 * taken. Null where no single weight within its bounds can, or either is not scored.
 */
export function smallestFlip(higher: Points, lower: Points, weights: Weights): WeightFlip | null {
  const [above, below] = [sumOf(higher, weights), sumOf(lower, weights)]
  if (above === null || below === null) return null
  const lead = above - below
  const flips = CRITERIA.flatMap((criterion): WeightFlip[] => {
    const to = flippingWeight(criterion, { higher, lower, weights, lead })
    return to === null ? [] : [{ criterion, from: weights[criterion], to }]
  })
  return flips.sort((one, other) => stepsOf(one) - stepsOf(other))[0] ?? null
}

function stepsOf({ from, to }: WeightFlip): number {
  return Math.abs(to - from)
}

interface Pair {
  readonly higher: Points
  readonly lower: Points
  readonly weights: Weights
  readonly lead: number
}

/** The nearest whole weight of this criterion with which the lower one leads. */
function flippingWeight(criterion: Criterion, { higher, lower, weights, lead }: Pair): number | null {
  const [one, other] = [higher[criterion], lower[criterion]]
  if (one === undefined || other === undefined) return null
  const difference = worthOf(criterion, one) - worthOf(criterion, other)
  if (difference === 0) return null
  const now = weights[criterion]
  // Where D would be zero: both stand equal there, and one step further the order has changed.
  const equal = now - lead / difference
  const to = difference < 0 ? Math.floor(equal) + 1 : Math.ceil(equal) - 1
  return to >= 0 && to <= MOST_WEIGHT && to !== now ? to : null
}
