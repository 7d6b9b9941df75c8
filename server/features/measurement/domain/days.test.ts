import { expect, it } from 'vitest'
import { daysFrom, dayNumber, mondayOf, plusDays } from './days.ts'

it('goes over the ends of months and years', () => {
  expect(plusDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(plusDays('2026-01-01', -1)).toBe('2025-12-31')
  expect(daysFrom('2026-12-30', 3)).toEqual(['2026-12-30', '2026-12-31', '2027-01-01'])
  expect(daysFrom('2026-12-30', -4)).toEqual([])
  expect(dayNumber('2026-10-26') - dayNumber('2026-10-24')).toBe(2)
})

it.each([
  ['2026-11-22', '2026-11-16'],
  ['2026-11-23', '2026-11-23'],
  ['2027-01-01', '2026-12-28'],
])('finds the Monday of %s', (day, monday) => {
  expect(mondayOf(day)).toBe(monday)
})
