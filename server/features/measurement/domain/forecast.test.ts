import { describe, expect, it } from 'vitest'
import { plusDays } from './days.ts'
import { forecast, type Measured, type Shape } from './forecast.ts'

const weekly = (values: readonly number[], last = '2026-11-15'): Measured[] =>
  values.map((value, place) => ({ on: plusDays(last, (place + 1 - values.length) * 7), value }))
const GROWS: Shape = { growsOnly: true, neverNegative: true }
const FREE: Shape = { growsOnly: false, neverNegative: false }
const end = (values: readonly number[], weeks: number, shape: Shape) =>
  forecast(weekly(values), plusDays('2026-11-15', weeks * 7), shape)?.path.at(-1)

describe('a forecast', () => {
  it('of what adds up draws on what a week brings, by hand', () => {
    // Gains 8, 12, 10, 10: mean 10, s = √(8/3) = 1.632993. After 4 weeks: 100 + 40 = 140.
    // Range: t(3) = 1.638, √(4 + 16/4) = √8; 1.638 · √(8/3) · √8 = 1.638 · √(64/3) = 1.638 · 4.618802 = 7.565598.
    const guess = end([60, 68, 80, 90, 100], 4, GROWS)
    expect(guess?.value).toBe(140)
    expect(guess?.low).toBeCloseTo(140 - 7.565598, 5)
    expect(guess?.high).toBeCloseTo(140 + 7.565598, 5)
  })

  it('of a rate lays a line through the weeks, by hand', () => {
    // x = -3..0, y = 2, 4, 3, 5: x̄ = -1.5, ȳ = 3.5, Sxx = 5, Sxy = 4, b = 0.8. At x = 2: 3.5 + 0.8 · 3.5 = 6.3.
    // Residuals -0.3, 0.9, -0.9, 0.3: SSE = 1.8, s = √0.9 = 0.948683. t(2) = 1.886.
    // √(1 + 0.25 + 12.25/5) = √3.7; 1.886 · √0.9 · √3.7 = 1.886 · √3.33 = 1.886 · 1.824829 = 3.441627.
    const guess = end([2, 4, 3, 5], 2, FREE)
    expect(guess?.value).toBeCloseTo(6.3, 6)
    expect(guess?.low).toBeCloseTo(6.3 - 3.441627, 5)
    expect(guess?.high).toBeCloseTo(6.3 + 3.441627, 5)
  })

  it('has no width where every week was the same', () => {
    expect(end([10, 20, 30, 40], 3, GROWS)).toMatchObject({ value: 70, low: 70, high: 70 })
    expect(end([5, 5, 5, 5], 3, FREE)).toMatchObject({ value: 5, low: 5, high: 5 })
  })

  it('is not made of three weeks, and not for a day that is over', () => {
    expect(end([1, 2, 3], 4, GROWS)).toBeUndefined()
    expect(end([1, 2, 3, 4], 0, GROWS)).toBeUndefined()
    expect(end([1, 2, 3, 4], -3, GROWS)).toBeUndefined()
  })

  it('goes from the day after the last measure to the day asked for, in order', () => {
    const path = forecast(weekly([1, 2, 3, 4]), '2027-03-01', GROWS)?.path ?? []
    expect(path[0]?.on).toBe('2026-11-24')
    expect(path.at(-1)?.on).toBe('2027-03-01')
    expect(path.map(({ on }) => on)).toEqual([...new Set(path.map(({ on }) => on))].sort())
    expect(forecast(weekly([1, 2, 3, 4]), '2026-11-16', GROWS)?.path.map(({ on }) => on)).toEqual(['2026-11-16'])
  })
})

function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

describe('any forecast', () => {
  it('lies in its range, is a number, and its range never narrows with time', () => {
    const random = chance(3)
    for (let round = 0; round < 500; round += 1) {
      const values = Array.from({ length: 4 + Math.floor(random() * 5) }, () => random() * 1000 - 500)
      const path = forecast(weekly(values), plusDays('2026-11-15', 1 + Math.floor(random() * 300)), FREE)?.path ?? []
      expect(path.length).toBeGreaterThan(0)
      for (const { value, low, high } of path) {
        expect([value, low, high].every(Number.isFinite)).toBe(true)
        expect(low <= value && value <= high).toBe(true)
      }
      const widths = path.map(({ low, high }) => high - low)
      expect(widths.every((width, place) => place === 0 || width >= (widths[place - 1] ?? 0) - 1e-5)).toBe(true)
    }
  })

  it('of what only grows never falls below what was reached, nor along its way', () => {
    const random = chance(5)
    for (let round = 0; round < 500; round += 1) {
      let sum = 0
      const values = Array.from(
        { length: 4 + Math.floor(random() * 5) },
        () => (sum += Math.floor(random() ** 4 * 900)),
      )
      const path = forecast(weekly(values), '2027-06-30', GROWS)?.path ?? []
      for (const [place, { value, low }] of path.entries()) {
        expect(low).toBeGreaterThanOrEqual(sum)
        expect(value).toBeGreaterThanOrEqual(path[place - 1]?.value ?? sum)
      }
    }
  })

  it('of what cannot be negative is never below 0', () => {
    expect(end([9, 6, 3, 1], 20, { growsOnly: false, neverNegative: true })).toMatchObject({ value: 0, low: 0 })
  })

  it('moves with its figures: added to all, it is added to the forecast; told in other units, it scales', () => {
    const values = [3, 9, 11, 20, 26]
    for (const shape of [FREE, GROWS]) {
      const [plain, moved, scaled] = [values, values.map((value) => value + 50), values.map((value) => value * 8)].map(
        (list) => end(list, 6, shape),
      )
      expect((moved?.value ?? 0) - (plain?.value ?? 0)).toBeCloseTo(50, 4)
      expect((scaled?.high ?? 0) / (plain?.high ?? 1)).toBeCloseTo(8, 4)
    }
  })
})
