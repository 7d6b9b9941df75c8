/** What a platform is scored by. Of the last three more points are worse: they are burdens. */
export const CRITERIA = ['audience', 'purpose', 'format', 'effort', 'cost', 'risk'] as const
export type Criterion = (typeof CRITERIA)[number]
export const BURDENS: readonly Criterion[] = ['effort', 'cost', 'risk']
export const MOST_POINTS = 5
export const MOST_WEIGHT = 10

/** What each weighs where nobody has said otherwise: the audience first, for a channel without it serves nobody. */
export const USUAL_WEIGHTS: Readonly<Record<Criterion, number>> = {
  audience: 5,
  purpose: 4,
  format: 3,
  effort: 3,
  cost: 2,
  risk: 2,
}

export const DECISIONS = ['use', 'test', 'leave', 'close'] as const
export type ChannelDecision = (typeof DECISIONS)[number]
/** The decisions that a channel plan follows from. */
export const PLANNED_DECISIONS: readonly ChannelDecision[] = ['use', 'test']
