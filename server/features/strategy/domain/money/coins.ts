import { fromDecimal, rational, type Rational } from '../formula/rational.ts'

const DECIMALS = 6
const ONE = 1_000_000n

/** Money in millionths: exact, so that it never passes through floating point. */
export type Units = bigint

const known = new Map<string, number>()

/** How many decimals a currency's smallest coin has: 2 for EUR, 0 for JPY, 3 for KWD (ISO 4217); 2 where nobody knows. */
export function minorUnitsOf(currency: string): number {
  const found = known.get(currency)
  if (found !== undefined) return found
  const { maximumFractionDigits: digits = 2 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions()
  known.set(currency, digits)
  return digits
}

/** The smallest coin of a currency, in millionths. */
export function coinOf(currency: string): Units {
  return 10n ** BigInt(DECIMALS - minorUnitsOf(currency))
}

/** Millionths of a decimal with at most six decimals. */
export function unitsOf(decimal: string): Units {
  const { top, bottom } = fromDecimal(decimal)
  return (top * ONE) / bottom
}

/** Whether an amount is finer than the currency's smallest coin. */
export function isTooFine(decimal: string, currency: string): boolean {
  return unitsOf(decimal) % coinOf(currency) !== 0n
}

/** The nearest whole number; from the middle between two the even one, so that many roundings do not drift. `bottom` is positive. */
export function roundHalfEven(top: bigint, bottom: bigint): bigint {
  let whole = top / bottom
  let rest = top % bottom
  if (rest < 0n) {
    whole -= 1n
    rest += bottom
  }
  const twice = 2n * rest
  if (twice > bottom || (twice === bottom && whole % 2n !== 0n)) return whole + 1n
  return whole
}

/** An exact amount rounded half even to the currency's smallest coin, in millionths. The only rounding that money goes through. */
export function toCoins({ top, bottom }: Rational, currency: string): Units {
  const coin = coinOf(currency)
  return roundHalfEven(top * ONE, bottom * coin) * coin
}

/** A whole in so many parts that differ by at most one coin and add up to it exactly. */
export function spread(whole: Units, count: number, currency: string): Units[] {
  const coin = coinOf(currency)
  const coins = whole / coin
  const upTo = (part: number) => (coins * BigInt(part)) / BigInt(count)
  const parts = Array.from({ length: count }, (_, place) => (upTo(place + 1) - upTo(place)) * coin)
  // What is finer than a coin cannot be entered; were it there all the same, it must not get lost.
  const last = parts.length - 1
  return parts.map((part, place) => (place === last ? part + (whole - coins * coin) : part))
}

/** Hours at an hourly rate. */
export function costOf(hours: string, amount: string, currency: string): Units {
  const [worked, each] = [fromDecimal(hours), fromDecimal(amount)]
  return toCoins(rational(worked.top * each.top, worked.bottom * each.bottom), currency)
}
