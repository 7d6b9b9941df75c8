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

/** The sum of decimals as the API gives them, exact. */
export function add(...decimals: readonly string[]): string {
  return fromUnits(decimals.reduce((sum, decimal) => sum + toUnits(decimal), 0n))
}

/** How far a value is from where it has to be; ahead or short, without a sign. A falling path is ahead below it. */
export function distance(
  now: string,
  needed: string,
  rising: boolean,
): { readonly ahead: boolean; readonly by: string } {
  const ahead = (toUnits(now) - toUnits(needed)) * (rising ? 1n : -1n)
  return { ahead: ahead >= 0n, by: fromUnits(ahead < 0n ? -ahead : ahead) }
}

/** Where a value lies between two others, as a share of one; null where these are equal. */
export function shareBetween(value: string, from: string, to: string): number | null {
  const way = toUnits(to) - toUnits(from)
  return way === 0n ? null : Number(((toUnits(value) - toUnits(from)) * 10_000n) / way) / 10_000
}

/** Whether a path leads upwards, from its baseline to its target. */
export function isRising(baseline: string, target: string): boolean {
  return toUnits(target) >= toUnits(baseline)
}
