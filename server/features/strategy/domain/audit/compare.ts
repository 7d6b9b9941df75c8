import { engagementRate, twoDecimals } from './rhythm.ts'

/** The newest reading of one account, and what it had four weeks before. */
export interface Figures {
  readonly read: boolean
  readonly followers: number | null
  readonly followersBefore: number | null
  readonly postsPerWeek: string | null
  readonly interactionsPerPost: string | null
}

export interface SideFigures {
  readonly accounts: number
  readonly read: number
  readonly followers: number | null
  readonly followersGained: number | null
  readonly postsPerWeek: string | null
  readonly interactionsPerPost: string | null
  readonly engagementRate: string | null
}

/**
 * One side of the comparison: followers and posts a week are sums over its accounts, interactions per post a mean weighted by
 * posts a week. What is not known of an account is left out, never taken for nothing; where nothing is known it is null.
 * The rate is over the accounts of which both interactions and followers are known.
 */
export function sideOf(accounts: readonly Figures[]): SideFigures {
  const gained = accounts.map(({ followers, followersBefore }) =>
    followers === null || followersBefore === null ? null : followers - followersBefore,
  )
  const rated = accounts.filter(
    ({ followers, interactionsPerPost }) => followers !== null && interactionsPerPost !== null,
  )
  return {
    accounts: accounts.length,
    read: accounts.filter(({ read }) => read).length,
    followers: sumOf(accounts.map(({ followers }) => followers)),
    followersGained: sumOf(gained),
    postsPerWeek: decimal(sumOf(accounts.map(({ postsPerWeek }) => numberOf(postsPerWeek)))),
    interactionsPerPost: decimal(meanInteractions(accounts)),
    engagementRate: engagementRate(decimal(meanInteractions(rated)), meanFollowers(rated)),
  }
}

function meanInteractions(accounts: readonly Figures[]): number | null {
  const told = accounts.filter(({ interactionsPerPost }) => interactionsPerPost !== null)
  return weighted(told, ({ interactionsPerPost }) => Number(interactionsPerPost))
}

/** Weighted as the interactions are, so that the rate of one account alone is its own rate. */
function meanFollowers(accounts: readonly Figures[]): number | null {
  return weighted(accounts, ({ followers }) => followers ?? 0)
}

/** By posts a week; accounts whose rhythm is not known, or who all rest, weigh the same. */
function weighted(accounts: readonly Figures[], of: (account: Figures) => number): number | null {
  if (accounts.length === 0) return null
  const rhythms = accounts.map(({ postsPerWeek }) => numberOf(postsPerWeek))
  const known = rhythms.every((rhythm) => rhythm !== null) && rhythms.some((rhythm) => rhythm !== 0)
  const weights = rhythms.map((rhythm) => (known ? (rhythm ?? 0) : 1))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return accounts.reduce((sum, account, place) => sum + of(account) * (weights[place] ?? 0), 0) / total
}

function sumOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0)
}

function numberOf(decimal: string | null): number | null {
  return decimal === null ? null : Number(decimal)
}

function decimal(value: number | null): string | null {
  return value === null ? null : twoDecimals(value)
}
