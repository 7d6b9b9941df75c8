const DECIMALS = 6
const ONE = 1_000_000n

/** A number in millionths: exact, so that money and measures never pass through floating point. */
export type Units = bigint

/** Reads a decimal such as `-12.5` into millionths. Digits beyond the sixth decimal are cut off; the contract refuses them. */
export function toUnits(decimal: string): Units {
  const negative = decimal.startsWith('-')
  const [whole = '0', fraction = ''] = (negative ? decimal.slice(1) : decimal).split('.')
  const units = BigInt(whole) * ONE + BigInt(fraction.slice(0, DECIMALS).padEnd(DECIMALS, '0'))
  return negative ? -units : units
}

/** Writes millionths as a decimal without superfluous zeros. */
export function fromUnits(units: Units): string {
  const absolute = units < 0n ? -units : units
  const fraction = String(absolute % ONE)
    .padStart(DECIMALS, '0')
    .replace(/0+$/, '')
  return `${units < 0n ? '-' : ''}${absolute / ONE}${fraction === '' ? '' : `.${fraction}`}`
}

/** A count in millionths. */
export function unitsOf(count: number): Units {
  return BigInt(count) * ONE
}

/** The quotient rounded half away from zero. The divisor is not 0. */
export function divide(dividend: bigint, divisor: bigint): bigint {
  const negative = dividend < 0n !== divisor < 0n
  const [top, bottom] = [dividend < 0n ? -dividend : dividend, divisor < 0n ? -divisor : divisor]
  const rounded = (2n * top + bottom) / (2n * bottom)
  return negative ? -rounded : rounded
}
