import { expect, it } from 'vitest'
import { expectedPoints, pathPoints } from './path.ts'

const goal = { baseline: '0', target: '100', startsOn: '2026-01-01', dueOn: '2026-01-11' }

it('goes straight from the baseline on the first day to the target on the last', () => {
  const points = pathPoints({ ...goal, series: [] })
  expect(points[0]).toEqual({ on: '2026-01-01', needed: 0, measured: null })
  expect(points[5]?.needed).toBe(50)
  expect(points.at(-1)).toEqual({ on: '2026-01-11', needed: 100, measured: null })
})

it('keeps the last value on days without a measure, and draws nothing after the last one', () => {
  const points = pathPoints({
    ...goal,
    series: [
      { on: '2026-01-02', value: '10' },
      { on: '2026-01-04', value: '30' },
    ],
  })
  expect(points.slice(0, 5).map((point) => point.measured)).toEqual([null, 10, 10, 30, null])
})

it('draws the newest measure of a long goal although its day falls between two places', () => {
  const points = pathPoints(
    {
      ...goal,
      dueOn: '2026-12-31',
      series: [
        { on: '2026-01-01', value: '1' },
        { on: '2026-02-05', value: '7' },
      ],
    },
    12,
  )
  expect(points.filter((point) => point.measured !== null).at(-1)?.measured).toBe(7)
  expect(points.length).toBeLessThanOrEqual(14)
})

it('draws a forecast from the last measure on, in straight lines between its days', () => {
  const days = ['2026-01-01', '2026-01-05', '2026-01-09', '2026-01-13']
  const path = [
    { on: '2026-01-09', value: '30', low: '20', high: '50' },
    { on: '2026-01-13', value: '40', low: '10', high: '70' },
  ]
  const nothing = { value: null, low: null, high: null }
  expect(expectedPoints(days, { on: '2026-01-05', value: '10' }, path)).toEqual([
    nothing,
    { value: 10, low: 10, high: 10 },
    { value: 30, low: 20, high: 50 },
    { value: 40, low: 10, high: 70 },
  ])
  expect(expectedPoints(days, { on: '2026-01-01', value: '0' }, path)[1]).toEqual({ value: 15, low: 10, high: 25 })
  expect(expectedPoints(days, { on: '2026-01-03', value: '10' }, path)[0]).toEqual({ value: 10, low: 10, high: 10 })
})
