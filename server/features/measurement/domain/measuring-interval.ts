const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How often a post is measured while it is younger than this; posts older than the last are not measured any more. */
const RHYTHM: readonly (readonly [youngerThan: number, interval: number])[] = [
  [HOUR, 5 * MINUTE],
  [2 * DAY, HOUR],
  [14 * DAY, 6 * HOUR],
  [90 * DAY, DAY],
]

/** When a post is measured for the first time. */
export function firstMeasuring(publishedAt: Date): Date {
  return new Date(publishedAt.getTime() + 5 * MINUTE)
}

/** When a post is measured next after `now`; null when it is too old to be measured again. */
export function nextMeasuring(publishedAt: Date, now: Date): Date | null {
  const age = now.getTime() - publishedAt.getTime()
  const interval = RHYTHM.find(([youngerThan]) => age < youngerThan)?.[1]
  return interval === undefined ? null : new Date(now.getTime() + interval)
}

export interface Failure {
  readonly publishedAt: Date
  readonly now: Date
  /** What back-off says, in milliseconds. */
  readonly waitMs: number
  /** Not before this, says the platform. At most a day is believed. */
  readonly retryAt: Date | null
}

/** When to ask again after a failure: the usual interval, longer after repeated failures or when the platform says so. */
export function measuringAfterFailure({ publishedAt, now, waitMs, retryAt }: Failure): Date | null {
  const usual = nextMeasuring(publishedAt, now)
  if (usual === null) return null
  const asked = Math.min(retryAt?.getTime() ?? 0, now.getTime() + DAY)
  return new Date(Math.max(usual.getTime(), now.getTime() + waitMs, asked))
}
