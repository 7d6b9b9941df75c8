import { divide, fromUnits, type Units } from './decimal.ts'

/** Money of a campaign on a day, in the organisation's currency; null where there is no rate of the day. */
export interface Moved {
  readonly campaignId: string | null
  readonly onDay: string
  readonly currency: string
  readonly amount: Units | null
}

export interface ShownReturn {
  currency: string
  cost: string
  value: string
  share: string | null
  why: 'no-cost' | 'rate-missing' | null
  gaps: { currency: string; firstOn: string; count: number }[]
  leftOut: number
}

interface Both {
  readonly currency: string
  readonly costs: readonly Moved[]
  readonly values: readonly Moved[]
  readonly leftOut: number
}

/** What came back for what was spent: (value − cost) / cost. Not said where nothing was spent, or where a rate is missing on either side. */
export function returnOf({ currency, costs, values, leftOut }: Both): ShownReturn {
  const [cost, value] = [sumOf(costs), sumOf(values)]
  const gaps = gapsOf([...costs, ...values])
  const why = gaps.length > 0 ? 'rate-missing' : cost <= 0n ? 'no-cost' : null
  return {
    currency,
    cost: fromUnits(cost),
    value: fromUnits(value),
    share: why === null ? fromUnits(divide((value - cost) * 10_000n, cost) * 100n) : null,
    why,
    gaps,
    leftOut,
  }
}

function sumOf(all: readonly Moved[]): Units {
  return all.reduce((sum, { amount }) => sum + (amount ?? 0n), 0n)
}

function gapsOf(all: readonly Moved[]): ShownReturn['gaps'] {
  const missing = all.filter(({ amount }) => amount === null)
  return [...Map.groupBy(missing, ({ currency }) => currency)].map(([currency, own]) => ({
    currency,
    firstOn: own.map(({ onDay }) => onDay).sort()[0] ?? '',
    count: own.length,
  }))
}
