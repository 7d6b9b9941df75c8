const ONE = 1_000_000n

function toUnits(decimal: string): bigint {
  const negative = decimal.startsWith('-')
  const [whole = '0', fraction = ''] = (negative ? decimal.slice(1) : decimal).split('.')
  const units = BigInt(whole || '0') * ONE + BigInt(fraction.slice(0, 6).padEnd(6, '0'))
  return negative ? -units : units
}

function fromUnits(units: bigint): string {
  const absolute = units < 0n ? -units : units
  const fraction = String(absolute % ONE)
    .padStart(6, '0')
    .replace(/0+$/u, '')
  return `${units < 0n ? '-' : ''}${absolute / ONE}${fraction === '' ? '' : `.${fraction}`}`
}

/** What is left of one decimal after taking another away; both as text with at most six decimals, exact. */
export function subtract(from: string, what: string): string {
  return fromUnits(toUnits(from) - toUnits(what))
}

/** The next whole number above on long ways (100 and more), where fractions say nothing; else the value itself. */
export function sensible(value: string, start: string, end: string): string {
  const way = toUnits(end) - toUnits(start)
  if ((way < 0n ? -way : way) < 100n * ONE) return value
  const units = toUnits(value)
  const rest = ((units % ONE) + ONE) % ONE
  return fromUnits(rest === 0n ? units : units - rest + ONE)
}

/** A decimal without its sign. */
export function absolute(decimal: string): string {
  return decimal.startsWith('-') ? decimal.slice(1) : decimal
}

/** How far a value lies on the way between two others: 0 at `start`, 1 at `end`, outside of that beyond it. Null without a way. */
export function shareBetween(value: string, start: string, end: string): number | null {
  const way = toUnits(end) - toUnits(start)
  return way === 0n ? null : Number(((toUnits(value) - toUnits(start)) * 10_000n) / way) / 10_000
}

/** Reads a number as a person writes it in a language (`1.234,5` in Turkish): decimal text for the API, or null. */
export function readDecimal(text: string, locale: string): string | null {
  const parts = new Intl.NumberFormat(locale).formatToParts(12345.6)
  const point = parts.find((part) => part.type === 'decimal')?.value ?? '.'
  const group = parts.find((part) => part.type === 'group')?.value ?? ','
  const bare = text.replace(/\s/gu, '')
  const [whole = '', fraction, ...more] = bare.split(point)
  const grouped = new RegExp(`^-?\\d{1,3}([${group}]\\d{3})*$`, 'u')
  if (
    more.length > 0 ||
    !(/^-?\d+$/u.test(whole) || grouped.test(whole)) ||
    (fraction !== undefined && !/^\d{1,6}$/u.test(fraction))
  )
    return null
  const digits = whole.replaceAll(group, '')
  return digits.replace('-', '').length > 15 ? null : `${digits}${fraction === undefined ? '' : `.${fraction}`}`
}

/** Decimal text as a person writes it, without grouping, to be edited. */
export function writeDecimal(decimal: string, locale: string): string {
  const point = new Intl.NumberFormat(locale).formatToParts(1.5).find((part) => part.type === 'decimal')?.value ?? '.'
  return decimal.replace('.', point)
}
