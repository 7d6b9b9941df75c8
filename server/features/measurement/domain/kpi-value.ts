import { divide, unitsOf, type Units } from './decimal.ts'
import type { Sums } from './result.ts'

/**
 * The value of a KPI of the catalogue over sums, in millionths (percent as such: 2.5 is 2,500,000). Null where it cannot be
 * told: a rate without anything to divide by, engagements that no platform has counted, a KPI unknown to the catalogue.
 * Money counts in the organisation's currency only.
 */
export function kpiValue(kpi: string, sums: Sums, ownCurrency: string): Units | null {
  const per = (count: number, of: number, factor = 1n) =>
    of === 0 ? null : divide(unitsOf(count) * factor, BigInt(of))
  switch (kpi) {
    case 'clicks':
      return unitsOf(sums.clicks)
    case 'conversions':
      return unitsOf(sums.conversions)
    case 'conversion-value':
      return sums.value.get(ownCurrency) ?? 0n
    case 'conversion-rate':
      return per(sums.conversions, sums.clicks, 100n)
    case 'posts-published':
      return unitsOf(sums.posts)
    case 'engagements':
      return sums.engaged ? unitsOf(sums.engagements) : null
    case 'engagements-per-post':
      return sums.engaged ? per(sums.engagements, sums.posts) : null
    case 'clicks-per-post':
      return per(sums.clicks, sums.posts)
    default:
      return null
  }
}

/** Whether a KPI is counted by platforms, and therefore only as fresh as the last collection. */
export function isCountedByPlatforms(kpi: string): boolean {
  return kpi === 'engagements' || kpi === 'engagements-per-post'
}
