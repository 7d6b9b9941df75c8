import { expect, it } from 'vitest'
import { accumulate } from './accumulate.ts'

const day = (on: string, clicks: number, ...value: readonly [string, string][]) => ({
  on,
  clicks,
  value: value.map(([amount, currency]) => ({ amount, currency })),
})

it('adds up clicks and the value of one currency, day after day', () => {
  const series = [
    day('2026-11-01', 2, ['10.10', 'EUR']),
    day('2026-11-02', 0, ['5', 'TRY']),
    day('2026-11-03', 3, ['0.20', 'EUR'], ['7', 'TRY']),
  ]
  expect(accumulate(series, 'EUR')).toEqual([
    { on: '2026-11-01', value: 10.1, clicks: 2 },
    { on: '2026-11-02', value: 10.1, clicks: 2 },
    { on: '2026-11-03', value: 10.3, clicks: 5 },
  ])
})

it('leaves days out of a long period but never the last one', () => {
  const series = Array.from({ length: 365 }, (_, place) =>
    day(new Date(Date.UTC(2026, 0, 1 + place)).toISOString().slice(0, 10), 1),
  )
  const points = accumulate(series, 'EUR')
  expect(points.length).toBeLessThanOrEqual(60)
  expect(points.at(-1)).toEqual({ on: '2026-12-31', value: 0, clicks: 365 })
})
