import { describe, expect, it } from 'vitest'
import { certificateState, daysLeft, dueReminder, lastDayOf } from './certificate.ts'

describe('a certificate', () => {
  it.each([
    ['2026-11-22', 12, '2027-11-22'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-11-22', null, null],
  ])('of %s for %s months holds through %s', (issued, months, last) => {
    expect(lastDayOf(issued, months)).toBe(last)
  })

  it.each([
    [null, 'held'],
    ['2027-03-01', 'held'],
    ['2026-12-22', 'ends-soon'],
    ['2026-11-22', 'ends-soon'],
    ['2026-11-21', 'expired'],
  ] as const)('that ends on %s is %s on 22 November', (expiresOn, state) => {
    expect(certificateState({ expiresOn }, '2026-11-22')).toBe(state)
  })

  it('that nobody has is none', () => expect(certificateState(null, '2026-11-22')).toBe('none'))

  it.each([
    [31, null],
    [30, 30],
    [29, 30],
    [8, 30],
    [7, 7],
    [0, 7],
    [-1, null],
  ])('with %s days left asks for the reminder of %s days', (left, reminder) => {
    expect(dueReminder(left)).toBe(reminder)
  })

  it('counts days over the change of the clocks', () => expect(daysLeft('2027-03-29', '2027-03-27')).toBe(2))
})
