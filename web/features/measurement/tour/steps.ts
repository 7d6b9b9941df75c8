import type { DeliveryState } from '#contract/publishing.ts'

export const TOUR_STEPS = ['objective', 'goal', 'campaign', 'publish', 'click'] as const
export type TourStep = (typeof TOUR_STEPS)[number]

/** What of the tour's chain exists already. */
export interface TourProgress {
  readonly objective: unknown
  readonly goal: unknown
  readonly piece: unknown
  readonly post: { readonly delivery: { readonly state: DeliveryState } } | null
  readonly clicks: number
}

/** The first step that is not done yet, by what exists; `finished` once a click has been counted. */
export function stepOf({ objective, goal, piece, post, clicks }: TourProgress): TourStep | 'finished' {
  if (objective === null) return 'objective'
  if (goal === null) return 'goal'
  if (piece === null) return 'campaign'
  if (post === null || post.delivery.state !== 'published') return 'publish'
  return clicks === 0 ? 'click' : 'finished'
}

/** Whether a delivery is still on its way, so that it is worth asking again soon. */
export function isUnderWay(state: DeliveryState): boolean {
  return state === 'planned' || state === 'sending' || state === 'retry-at'
}
