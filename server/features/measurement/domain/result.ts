import { fromUnits, type Units } from './decimal.ts'

/** Sums of what was published and what came back. Values of different currencies are never added up. */
export interface Sums {
  posts: number
  clicks: number
  conversions: number
  /** What platforms counted, by metric. One that is missing was not counted: that is no 0. */
  readonly counted: Map<string, number>
  readonly value: Map<string, Units>
  /** What was booked, in the organisation's currency. Null: nothing was, which is no 0; `rateMissing`: some of it could not be converted. */
  cost: Units | null
  rateMissing: boolean
}

/** Sums of nothing. */
export function emptySums(): Sums {
  return { posts: 0, clicks: 0, conversions: 0, counted: new Map(), value: new Map(), cost: null, rateMissing: false }
}

/** Adds to what platforms counted of one metric. */
export function addCounted(sums: Sums, metric: string, change: number): void {
  sums.counted.set(metric, (sums.counted.get(metric) ?? 0) + change)
}

/** Adds what was booked; null is what could not be converted. */
export function addCost(sums: Sums, cost: Units | null): void {
  if (cost === null) sums.rateMissing = true
  else sums.cost = (sums.cost ?? 0n) + cost
}

/** Adds one currency's value to the sums. */
export function addValue(sums: Sums, currency: string, value: Units): void {
  sums.value.set(currency, (sums.value.get(currency) ?? 0n) + value)
}

export interface ShownMoney {
  amount: string
  currency: string
}

export interface ShownResult {
  posts: number
  clicks: number
  conversions: number
  value: ShownMoney[]
}

/** Sums as the contract shows them: the organisation's own currency first, then by code. */
export function showResult(sums: Sums, ownCurrency: string): ShownResult {
  return {
    posts: sums.posts,
    clicks: sums.clicks,
    conversions: sums.conversions,
    value: showValue(sums.value, ownCurrency),
  }
}

/** Money by currency, the own one first. */
export function showValue(value: ReadonlyMap<string, Units>, ownCurrency: string): ShownMoney[] {
  return [...value]
    .sort(([left], [right]) => Number(right === ownCurrency) - Number(left === ownCurrency) || (left < right ? -1 : 1))
    .map(([currency, units]) => ({ amount: fromUnits(units), currency }))
}

/** Orders by what came back: value in the own currency, then conversions, then clicks; most first. */
export function byReturn(ownCurrency: string): (left: Sums, right: Sums) => number {
  return (left, right) => {
    const [a, b] = [left.value.get(ownCurrency) ?? 0n, right.value.get(ownCurrency) ?? 0n]
    if (a !== b) return a > b ? -1 : 1
    return right.conversions - left.conversions || right.clicks - left.clicks
  }
}
