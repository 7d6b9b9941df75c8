import { fromDecimal, fromUnits, multiply, rational, type Rational } from '../formula/rational.ts'
import { toCoins, type Units } from './coins.ts'

/** How long a rate holds when no newer one was entered: monthly rates are common in accounting. */
export const RATE_HOLDS_DAYS = 31
const DAY_MS = 86_400_000

export interface DayRate {
  readonly base: string
  readonly quote: string
  readonly onDay: string
  readonly rate: string
}

/** The rate that holds on a day, and the day it was of. */
export interface FoundRate {
  readonly onDay: string | null
  readonly factor: Rational
}

export type RateOf = (currency: string, day: string) => FoundRate | null

/**
 * What converts into a currency: the newest rate of that day or the 31 days before, whichever way round it was entered. Null
 * where there is none: a rate is never guessed, neither from a later day nor by way of a third currency.
 */
export function ratesInto(own: string, rates: readonly DayRate[]): RateOf {
  const byCurrency = new Map<string, { onDay: string; factor: Rational }[]>()
  for (const { base, quote, onDay, rate } of rates) {
    if (base !== own && quote !== own) continue
    const given = fromDecimal(rate)
    const factor = quote === own ? given : rational(given.bottom, given.top)
    const currency = quote === own ? base : quote
    byCurrency.set(currency, [...(byCurrency.get(currency) ?? []), { onDay, factor }])
  }
  for (const list of byCurrency.values()) list.sort((one, other) => (one.onDay < other.onDay ? -1 : 1))
  return (currency, day) => {
    if (currency === own) return { onDay: null, factor: rational(1n) }
    const found = byCurrency.get(currency)?.findLast((rate) => rate.onDay <= day)
    if (found === undefined || daysBetween(found.onDay, day) > RATE_HOLDS_DAYS) return null
    return found
  }
}

/** An amount by a rate, rounded half even to the smallest coin of the currency it becomes. */
export function convert(amount: Units, factor: Rational, into: string): Units {
  return toCoins(multiply(fromUnits(amount), factor), into)
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS
}
