import { v7 } from 'uuid'

/** Where time and identity come from; tests pass their own. */
export interface Clock {
  readonly now: () => Date
  /** A UUID version 7: sorts by the time it was made. */
  readonly newId: () => string
}

export const systemClock: Clock = { now: () => new Date(), newId: () => v7() }
