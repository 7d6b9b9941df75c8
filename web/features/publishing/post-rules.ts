import type { DeliveryState } from '#contract/publishing.ts'

/** Whether a post in this state may be changed or moved: nothing of it is out there and nobody is at it. */
export function isChangeable(state: DeliveryState): boolean {
  return state === 'planned' || state === 'held' || state === 'failed'
}

/** Whether a post may be taken back before it goes out. */
export function isCancellable(state: DeliveryState): boolean {
  return isChangeable(state) || state === 'retry-at'
}

/** Whether a post may be moved in the calendar by dragging: it waits for its time. */
export function isMovable(state: DeliveryState): boolean {
  return state === 'planned' || state === 'held'
}

/** Whether a person has to say if the post is out there. */
export function isUnsettled(state: DeliveryState): boolean {
  return state === 'unknown' || state === 'needs-person'
}

/** Whether something may happen to the delivery in the next seconds, so that looking again soon is worth it. */
export function isMoving(
  delivery: { readonly state: DeliveryState; readonly dueAt: string; readonly nextAt: string | null },
  now: Date,
): boolean {
  if (delivery.state === 'sending') return true
  const next = delivery.nextAt ?? delivery.dueAt
  const soon = Date.parse(next) - now.getTime() < 60_000
  return soon && (delivery.state === 'planned' || delivery.state === 'retry-at' || delivery.state === 'unknown')
}

/** Whether a post that is out or will be serves no goal: a gap in the trace. What was taken back leaves none. */
export function leadsNowhere({
  hasGoal,
  state,
}: {
  readonly hasGoal: boolean
  readonly state: DeliveryState
}): boolean {
  return !hasGoal && state !== 'cancelled' && state !== 'removed'
}
