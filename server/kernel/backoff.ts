export interface BackOff {
  /** Which attempt has just failed, counted from 1. */
  readonly attempt: number
  /** At least 0 and below 1, from the caller's source of chance. */
  readonly random: number
  /** The longest wait after the first failure. */
  readonly baseMs: number
  /** No wait is longer than this. */
  readonly capMs: number
}

/**
 * Milliseconds to wait before the next attempt: a random part of a span that doubles with each failure until the cap
 * ("full jitter"), so that many who failed together do not come back together. Whole, between 0 and `capMs`.
 */
export function backOffMs({ attempt, random, baseMs, capMs }: BackOff): number {
  const span = Math.min(capMs, baseMs * 2 ** (Math.max(1, attempt) - 1))
  return Math.floor(span * random)
}
