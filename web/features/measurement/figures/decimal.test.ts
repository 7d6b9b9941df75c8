import { describe, expect, it } from 'vitest'
import { add, distance, isRising, shareBetween } from './decimal.ts'

describe('decimal text', () => {
  it('adds money without losing a cent to floating point', () => {
    expect(add('0.1', '0.2')).toBe('0.3')
    expect(add('999999999999999.999999', '0.000001')).toBe('1000000000000000')
    expect(add('12.50', '-20')).toBe('-7.5')
    expect(add()).toBe('0')
  })

  it('says how far ahead of or short of the path a value is', () => {
    expect(distance('61', '78', true)).toEqual({ ahead: false, by: '17' })
    expect(distance('41.2', '39.3', true)).toEqual({ ahead: true, by: '1.9' })
    expect(distance('78', '78', true)).toEqual({ ahead: true, by: '0' })
  })

  it('takes less for ahead where the path falls', () => {
    expect(isRising('10', '4')).toBe(false)
    expect(distance('5', '7', false)).toEqual({ ahead: true, by: '2' })
    expect(distance('8.5', '7', false)).toEqual({ ahead: false, by: '1.5' })
  })

  it('finds the place of the mark on a bar', () => {
    expect(shareBetween('50', '0', '200')).toBe(0.25)
    expect(shareBetween('7', '10', '4')).toBe(0.5)
    expect(shareBetween('1', '3', '3')).toBeNull()
  })
})
