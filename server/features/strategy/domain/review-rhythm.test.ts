import { describe, expect, it } from 'vitest'
import { dueReminder, nextReview } from './review-rhythm.ts'

describe('the next day of review', () => {
  it.each([
    ['2026-11-22', 'month', '2026-11-22', '2026-12-22'],
    ['2026-11-22', 'quarter', '2026-11-22', '2027-02-22'],
    ['2026-11-22', 'half-year', '2026-11-22', '2027-05-22'],
    ['2026-11-22', 'year', '2026-11-22', '2027-11-22'],
    // Missed for long: whole periods from the day on which it was due, none of them in the past.
    ['2026-01-15', 'quarter', '2026-11-22', '2027-01-15'],
    // The last day of a month, as far as the month goes.
    ['2026-10-31', 'month', '2026-11-10', '2026-11-30'],
    ['2026-10-31', 'month', '2026-11-30', '2026-12-31'],
    ['2028-02-29', 'year', '2028-03-01', '2029-02-28'],
  ] as const)('after %s, every %s, seen on %s, is %s', (from, rhythm, today, next) => {
    expect(nextReview(from, rhythm, today)).toBe(next)
  })
})

describe('the reminder of a review', () => {
  const none = { reviewOn: '2026-12-01', remindedAhead: null, remindedDue: null }
  it.each([
    ['2026-11-23', none, null],
    ['2026-11-24', none, 'ahead'],
    ['2026-11-30', none, 'ahead'],
    ['2026-11-30', { ...none, remindedAhead: '2026-12-01' }, null],
    ['2026-12-01', { ...none, remindedAhead: '2026-12-01' }, 'due'],
    ['2026-12-09', none, 'due'],
    ['2026-12-09', { ...none, remindedDue: '2026-12-01' }, null],
    // Told of the day before: the new day is told of again.
    ['2026-12-01', { ...none, remindedDue: '2026-09-01' }, 'due'],
  ] as const)('on %s is given once', (today, plan, wanted) => {
    expect(dueReminder(plan, today)).toBe(wanted)
  })
})
