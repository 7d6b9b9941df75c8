import { add } from '../figures/decimal.ts'
import type { Executive } from '../records.ts'

export interface Accumulated {
  readonly on: string
  readonly value: number
  readonly clicks: number
}

/** Sums up day after day, in one currency; at most about `most` evenly spaced days, always with the last one. For drawing only. */
export function accumulate(series: Executive['series'], currency: string, most = 60): readonly Accumulated[] {
  let value = '0'
  let clicks = 0
  const sums = series.map((day) => {
    value = add(value, ...day.value.filter((money) => money.currency === currency).map((money) => money.amount))
    clicks += day.clicks
    return { on: day.on, value: Number(value), clicks }
  })
  const step = Math.max(1, Math.ceil(sums.length / most))
  return sums.filter((_, place) => (sums.length - 1 - place) % step === 0)
}
