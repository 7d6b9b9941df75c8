import { expect, it } from 'vitest'
import { divide, fromUnits, toUnits } from './decimal.ts'

it.each([
  ['0', 0n, '0'],
  ['12.5', 12_500_000n, '12.5'],
  ['-0.000001', -1n, '-0.000001'],
  ['999999999999999.999999', 999_999_999_999_999_999_999n, '999999999999999.999999'],
  ['7.100000', 7_100_000n, '7.1'],
])('reads %s exactly and writes it without superfluous zeros', (text, units, written) => {
  expect(toUnits(text)).toBe(units)
  expect(fromUnits(units)).toBe(written)
})

it('adds tenths without an error of floating point', () => {
  expect(fromUnits(toUnits('0.1') + toUnits('0.2'))).toBe('0.3')
})

it.each([
  [7n, 2n, 4n],
  [-7n, 2n, -4n],
  [1n, 3n, 0n],
  [-2n, -3n, 1n],
])('divides %i by %i, rounded half away from zero', (dividend, divisor, quotient) => {
  expect(divide(dividend, divisor)).toBe(quotient)
})
