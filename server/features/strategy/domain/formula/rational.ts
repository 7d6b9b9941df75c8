const DECIMALS = 6
const ONE = 1_000_000n
/** The contract's decimals have at most 15 digits before the point. */
const LARGEST = 10n ** 15n * ONE

/** An exact fraction in lowest terms; the divisor is positive. */
export interface Rational {
  readonly top: bigint
  readonly bottom: bigint
}

/** A fraction in lowest terms. The divisor is not 0. */
export function rational(top: bigint, bottom = 1n): Rational {
  const divisor = gcd(top < 0n ? -top : top, bottom < 0n ? -bottom : bottom) || 1n
  const sign = bottom < 0n ? -1n : 1n
  return { top: (sign * top) / divisor, bottom: (sign * bottom) / divisor }
}

function gcd(left: bigint, right: bigint): bigint {
  let [a, b] = [left, right]
  while (b !== 0n) [a, b] = [b, a % b]
  return a
}

/** Reads a decimal such as `-12.5` exactly. */
export function fromDecimal(decimal: string): Rational {
  const negative = decimal.startsWith('-')
  const [whole = '0', fraction = ''] = (negative ? decimal.slice(1) : decimal).split('.')
  const top = BigInt(whole + fraction)
  return rational(negative ? -top : top, 10n ** BigInt(fraction.length))
}

/** A fraction of millionths, in which measures are kept. */
export function fromUnits(units: bigint): Rational {
  return rational(units, ONE)
}

/** In millionths, rounded half away from zero: the only rounding of a formula, at its end. Null for what no decimal can hold. */
export function toUnits({ top, bottom }: Rational): bigint | null {
  const absolute = top < 0n ? -top : top
  const rounded = (2n * absolute * ONE + bottom) / (2n * bottom)
  if (rounded >= LARGEST) return null
  return top < 0n ? -rounded : rounded
}

/** Writes millionths as a decimal without superfluous zeros. */
export function decimalOf(units: bigint): string {
  const absolute = units < 0n ? -units : units
  const fraction = String(absolute % ONE)
    .padStart(DECIMALS, '0')
    .replace(/0+$/, '')
  return `${units < 0n ? '-' : ''}${absolute / ONE}${fraction === '' ? '' : `.${fraction}`}`
}

export const add = (a: Rational, b: Rational) => rational(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom)
export const subtract = (a: Rational, b: Rational) => rational(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom)
export const multiply = (a: Rational, b: Rational) => rational(a.top * b.top, a.bottom * b.bottom)
/** The divisor is not 0. */
export const divide = (a: Rational, b: Rational) => rational(a.top * b.bottom, a.bottom * b.top)
export const isLess = (a: Rational, b: Rational) => a.top * b.bottom < b.top * a.bottom
