import { expect, it } from 'vitest'
import { calendarOf, endOfDay, periodOf, startOfDay } from './calendar.ts'
import { seriesOf } from './homes/series.ts'

it('lives the days of the organisation, not those of Greenwich', () => {
  const now = new Date('2026-12-31T22:30:00Z')
  expect(calendarOf('Europe/Istanbul', now).today).toBe('2027-01-01')
  expect(calendarOf('America/New_York', now).today).toBe('2026-12-31')
})

it('knows days of 23 and 25 hours', () => {
  const hours = (day: string) =>
    (endOfDay(day, 'Europe/Berlin').getTime() - startOfDay(day, 'Europe/Berlin').getTime()) / 3_600_000
  expect([hours('2026-03-29'), hours('2026-03-30'), hours('2026-10-25')]).toEqual([23, 24, 25])
})

it.each([
  ['month', '2026-11-01', '2026-11-30'],
  ['quarter', '2026-10-01', '2026-12-31'],
  ['year', '2026-01-01', '2026-12-31'],
] as const)('takes the running %s of the calendar', (name, firstDay, lastDay) => {
  const calendar = calendarOf('Europe/Istanbul', new Date('2026-11-22T06:00:00Z'))
  expect(periodOf(name, calendar)).toEqual({
    from: startOfDay(firstDay, 'Europe/Istanbul'),
    to: calendar.now,
    firstDay,
    lastDay,
  })
})

it('draws a month by days and a quarter by weeks from Monday, up to today', () => {
  const calendar = calendarOf('UTC', new Date('2026-10-14T06:00:00Z'))
  const days = seriesOf('month', periodOf('month', calendar), calendar)
  expect(days.map((step) => step.on)).toEqual(
    Array.from({ length: 14 }, (_, index) => `2026-10-${String(index + 1).padStart(2, '0')}`),
  )
  const weeks = seriesOf('quarter', periodOf('quarter', calendar), calendar)
  expect(weeks.map((step) => step.on)).toEqual(['2026-10-01', '2026-10-05', '2026-10-12'])
})
