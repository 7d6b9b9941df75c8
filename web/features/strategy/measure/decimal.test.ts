import { expect, it } from 'vitest'
import { readDecimal, sensible, shareBetween, subtract, writeDecimal } from './decimal.ts'

it('takes away exactly, where floating point would not', () => {
  expect(subtract('0.3', '0.1')).toBe('0.2')
  expect(subtract('61', '78')).toBe('-17')
  expect(subtract('-0.5', '-0.5')).toBe('0')
})

it('says how far a value lies on its way, upwards and downwards', () => {
  expect(shareBetween('15', '10', '20')).toBe(0.5)
  expect(shareBetween('15', '20', '10')).toBe(0.5)
  expect(shareBetween('5', '10', '20')).toBe(-0.5)
  expect(shareBetween('5', '10', '10')).toBeNull()
})

it('speaks of whole numbers on long ways and keeps fractions on short ones', () => {
  expect(sensible('8205.88', '0', '9000')).toBe('8206')
  expect(sensible('8205', '0', '9000')).toBe('8205')
  expect(sensible('-0.5', '-200', '0')).toBe('0')
  expect(sensible('43.2', '40', '45')).toBe('43.2')
})

it.each([
  ['9,000', 'en-GB', '9000'],
  ['9000.5', 'en-GB', '9000.5'],
  ['9.000', 'tr', '9000'],
  ['9.000,5', 'tr', '9000.5'],
  ['-12', 'tr', '-12'],
])('reads %s as %s writes it', (text, locale, decimal) => expect(readDecimal(text, locale)).toBe(decimal))

it.each([
  ['', 'en-GB'],
  ['nine', 'en-GB'],
  ['1,2', 'en-GB'],
  ['1.2.3', 'en-GB'],
  ['1.1234567', 'en-GB'],
  ['1e5', 'en-GB'],
])('does not guess what %j means', (text, locale) => expect(readDecimal(text, locale)).toBeNull())

it('writes a decimal in the language and reads it back', () => {
  expect(writeDecimal('41.2', 'tr')).toBe('41,2')
  expect(readDecimal(writeDecimal('41.2', 'tr'), 'tr')).toBe('41.2')
})
