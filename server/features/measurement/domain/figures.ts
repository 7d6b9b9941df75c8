import { METRICS, type MetricId } from '#contract/kpi-catalogue.ts'
import { unitsOf, type Units } from './decimal.ts'
import type { Sums } from './result.ts'

/** What a person does with a post, as platforms count it; views are none of it. */
export const REACTIONS = ['likes', 'reposts', 'replies', 'quotes', 'bookmarks'] as const

export type MeasuredFigures = Readonly<Record<MetricId, Units | null>> & { readonly rateMissing?: boolean }

/**
 * Sums as the figures that formulas speak of, in millionths. Null for what no platform has counted; `engagements` is known as
 * soon as one of its reactions is. Value counts in the organisation's currency only; cost is null where nothing was booked or a rate is missing; `seconds` is how long was counted.
 */
export function figuresOf(sums: Sums, ownCurrency: string, seconds: number): MeasuredFigures {
  const counted = (metric: string) => {
    const count = sums.counted.get(metric)
    return count === undefined ? null : unitsOf(count)
  }
  const reactions = REACTIONS.flatMap((metric) => sums.counted.get(metric) ?? [])
  const known: Readonly<Partial<Record<MetricId, Units | null>>> = {
    posts: unitsOf(sums.posts),
    clicks: unitsOf(sums.clicks),
    conversions: unitsOf(sums.conversions),
    value: sums.value.get(ownCurrency) ?? 0n,
    cost: sums.rateMissing ? null : sums.cost,
    engagements: reactions.length === 0 ? null : unitsOf(reactions.reduce((sum, count) => sum + count, 0)),
    time: unitsOf(seconds),
  }
  const entries = METRICS.map(({ id }) => [id, id in known ? (known[id] ?? null) : counted(id)] as const)
  const figures = Object.fromEntries(entries) as Record<MetricId, Units | null>
  return sums.rateMissing ? { ...figures, rateMissing: true } : figures
}

/** Which counts of platforms a formula needs read for these metrics. */
export function platformMetricsOf(metrics: readonly MetricId[]): readonly string[] {
  const platform = METRICS.filter(({ id, source }) => source === 'platforms' && metrics.includes(id)).map(
    ({ id }) => id,
  )
  return [...new Set(platform.flatMap((id) => (id === 'engagements' ? REACTIONS : [id])))]
}
