import { expect, it } from 'vitest'
import { plainDecimal } from './plain-decimal.ts'

it.each([
  ['12.500000', '12.5'],
  ['12.000000', '12'],
  ['100', '100'],
  ['007', '7'],
  ['0', '0'],
  ['-0.000', '0'],
  ['0.000001', '0.000001'],
  ['-0.5', '-0.5'],
  ['123456789012345.123456', '123456789012345.123456'],
  ['10.0100', '10.01'],
])('writes %s as %s', (decimal, plain) => expect(plainDecimal(decimal)).toBe(plain))
