import { expect, it } from 'vitest'
import { daysOfSpan, readSpan } from './span.ts'

it.each([
  ['quarter', '2026-11-22', '2026-10-01', '2026-12-31'],
  ['half', '2026-11-22', '2026-08-01', '2027-01-31'],
  ['year', '2027-01-31', '2026-07-01', '2027-06-30'],
] as const)('a %s around %s goes from %s to %s', (name, today, startsOn, endsOn) => {
  expect(daysOfSpan(name, today)).toEqual({ startsOn, endsOn })
})

it('is half a year where nothing that is known is named', () => {
  expect([readSpan(undefined), readSpan('decade'), readSpan('year')]).toEqual(['half', 'half', 'year'])
})
