import { describe, expect, it } from 'vitest'
import { formatCount, formatMeasure, formatMoney, formatPercent, formatShare } from './number.ts'

describe('numbers for people', () => {
  it('writes a count with the separators of the language', () => {
    expect(formatCount('en-GB', 48_200)).toBe('48,200')
    expect(formatCount('tr', 48_200)).toBe('48.200')
  })

  it('keeps every digit of an amount that floating point would lose', () => {
    expect(formatMoney('en-GB', { amount: '999999999999999.99', currency: 'EUR' })).toBe('€999,999,999,999,999.99')
  })

  it('leaves the cents out where there are none, and keeps them where there are', () => {
    expect(formatMoney('en-GB', { amount: '38420', currency: 'EUR' })).toBe('€38,420')
    expect(formatMoney('en-GB', { amount: '38420.00', currency: 'EUR' })).toBe('€38,420')
    expect(formatMoney('en-GB', { amount: '38420.5', currency: 'EUR' })).toBe('€38,420.50')
  })

  it('shortens an amount for tight places', () => {
    expect(formatMoney('en', { amount: '2840000', currency: 'EUR' }, { compact: true })).toBe('€2.8M')
  })

  it('reads percent values as hundredths and shares as parts of one', () => {
    expect(formatPercent('en-GB', '41.25')).toBe('41.3%')
    expect(formatPercent('tr', 41.2)).toBe('%41,2')
    expect(formatShare('en-GB', 0.664)).toBe('66%')
  })

  it('writes a measure by its unit', () => {
    expect(formatMeasure('en-GB', '9000', 'count', null)).toBe('9,000')
    expect(formatMeasure('en-GB', '12.5', 'money', 'TRY')).toBe('₺12.50')
    expect(formatMeasure('en-GB', '12.5', 'money', null)).toBe('12.5')
    expect(formatMeasure('en-GB', '12.5', 'percent', null)).toBe('12.5%')
    expect(formatMeasure('en-GB', '0.354', 'ratio', null)).toBe('0.35')
    expect(formatMeasure('en-GB', '216000', 'duration', null)).toBe('2.5 days')
    expect(formatMeasure('tr', '7200', 'duration', null)).toBe('2 saat')
    expect(formatMeasure('en-GB', '90', 'duration', null)).toBe('90 seconds')
  })
})
