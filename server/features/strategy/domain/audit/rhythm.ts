import { plainDecimal } from '../plain-decimal.ts'

/** A post as its platform shows it to anybody. */
export interface SeenPost {
  readonly at: Date
  /** Likes, answers and passings-on; null where the platform does not say. */
  readonly interactions: number | null
}

export interface Rhythm {
  readonly postsPerWeek: string
  readonly interactionsPerPost: string | null
  readonly postsSeen: number
  readonly daysSeen: number
  readonly lastPostAt: Date | null
}

const DAY_MS = 86_400_000
/** Four weeks: long enough for a rhythm, short enough to be today's. */
export const RHYTHM_DAYS = 28

/**
 * How often an account posts and what a post brings, over the four weeks before `now`. A list that ends earlier and is not
 * `complete` covers only the days since its oldest post, at least one. Two decimals, halves up. Posts of the future do not count.
 */
export function rhythmOf(listed: readonly SeenPost[], now: Date, complete: boolean): Rhythm {
  const posts = listed.filter(({ at }) => at <= now)
  const times = posts.map(({ at }) => at.getTime())
  const oldest = Math.min(now.getTime(), ...times)
  const covered = (now.getTime() - oldest) / DAY_MS
  const days = complete || covered >= RHYTHM_DAYS || posts.length === 0 ? RHYTHM_DAYS : Math.max(1, covered)
  const from = now.getTime() - days * DAY_MS
  const seen = posts.filter(({ at }) => at.getTime() >= from)
  const told = seen.map(({ interactions }) => interactions).filter((count) => count !== null)
  const sum = told.reduce((total, count) => total + count, 0)
  return {
    postsPerWeek: twoDecimals((seen.length * 7) / days),
    interactionsPerPost: told.length === 0 ? null : twoDecimals(sum / told.length),
    postsSeen: seen.length,
    daysSeen: Math.round(days),
    lastPostAt: times.length === 0 ? null : new Date(Math.max(...times)),
  }
}

/** Interactions per post as a share of followers, in percent with two decimals; null where either is not known or nobody follows. */
export function engagementRate(interactionsPerPost: string | null, followers: number | null): string | null {
  if (interactionsPerPost === null || followers === null || followers === 0) return null
  return twoDecimals((100 * Number(interactionsPerPost)) / followers)
}

/** A measure with two decimals and no superfluous zeros. */
export function twoDecimals(value: number): string {
  return plainDecimal((Math.round(value * 100) / 100).toFixed(2))
}
