import { expect, it } from 'vitest'
import { fromUnits, toUnits } from './decimal.ts'
import { neededOn, shareOf, standingOf, worstStanding, type Path } from './progress.ts'

const path = (baseline: string, target: string): Path => ({
  baseline: toUnits(baseline),
  target: toUnits(target),
  startsOn: '2026-10-01',
  dueOn: '2026-12-30',
})

// 90 days; by 15 November 45 of them have passed.
it.each([
  ['0', '9000', '2026-09-01', '0'],
  ['0', '9000', '2026-10-01', '0'],
  ['0', '9000', '2026-10-02', '100'],
  ['0', '9000', '2026-11-15', '4500'],
  ['0', '9000', '2026-12-30', '9000'],
  ['0', '9000', '2027-03-01', '9000'],
  ['20', '5', '2026-11-15', '12.5'],
  ['0', '100', '2026-10-02', '1.111111'],
  ['0.1', '0.3', '2026-11-15', '0.2'],
])('on the way from %s to %s needs, on %s, %s', (baseline, target, day, needed) => {
  expect(fromUnits(neededOn(path(baseline, target), day))).toBe(needed)
})

it.each([
  ['0', '9000', '4500', '2026-11-15', 'on-path', 0.5],
  ['0', '9000', '4499.999999', '2026-11-15', 'at-risk', 0.5],
  ['0', '9000', '3825', '2026-11-15', 'at-risk', 0.425],
  ['0', '9000', '3824', '2026-11-15', 'behind', 0.4249],
  ['0', '9000', '0', '2026-10-01', 'on-path', 0],
  ['0', '9000', '-5', '2026-10-01', 'behind', -0.0006],
  ['0', '9000', '9000', '2026-11-15', 'reached', 1],
  ['0', '9000', '9500', '2027-01-15', 'reached', 1.0556],
  ['0', '9000', '8999', '2026-12-30', 'at-risk', 0.9999],
  ['0', '9000', '8999', '2026-12-31', 'missed', 0.9999],
  ['20', '5', '12.5', '2026-11-15', 'on-path', 0.5],
  ['20', '5', '13.6', '2026-11-15', 'at-risk', 0.4267],
  ['20', '5', '14', '2026-11-15', 'behind', 0.4],
  ['20', '5', '4', '2026-11-15', 'reached', 1.0667],
  ['100', '200', '50', '2026-10-10', 'behind', -0.5],
] as const)('from %s to %s, a value of %s on %s is %s', (baseline, target, now, day, standing, share) => {
  expect(standingOf(path(baseline, target), toUnits(now), day)).toBe(standing)
  expect(shareOf(path(baseline, target), toUnits(now))).toBe(share)
})

it('does not judge what was not measured', () => {
  expect(standingOf(path('0', '10'), null, '2027-05-05')).toBe('not-measured')
  expect(shareOf(path('0', '10'), null)).toBeNull()
})

it('has no share of a way that is none, and has reached what is kept', () => {
  expect(shareOf(path('5', '5'), toUnits('5'))).toBeNull()
  expect(standingOf(path('5', '5'), toUnits('5'), '2026-11-15')).toBe('reached')
  expect(standingOf(path('5', '5'), toUnits('4'), '2026-11-15')).toBe('behind')
})

it('goes by days: a goal of one day needs its target on that day', () => {
  expect(neededOn({ ...path('0', '8'), dueOn: '2026-10-01' }, '2026-10-01')).toBe(toUnits('8'))
})

it.each([
  [['on-path', 'behind', 'reached'], 'behind'],
  [['not-measured', 'reached'], 'reached'],
  [['missed', 'behind'], 'missed'],
  [['not-measured'], 'not-measured'],
  [[], 'not-measured'],
] as const)('lets an objective stand as the worst of %j: %s', (standings, worst) => {
  expect(worstStanding(standings)).toBe(worst)
})
