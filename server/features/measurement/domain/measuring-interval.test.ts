import { expect, it } from 'vitest'
import { firstMeasuring, measuringAfterFailure, nextMeasuring } from './measuring-interval.ts'

const published = new Date('2026-11-01T12:00:00Z')
const after = (hours: number): Date => new Date(published.getTime() + hours * 3_600_000)
const minutesBetween = (from: Date, to: Date | null): number | null =>
  to === null ? null : (to.getTime() - from.getTime()) / 60_000

it.each([
  [0.5, 5],
  [1, 60],
  [47.9, 60],
  [48, 360],
  [13.9 * 24, 360],
  [14 * 24, 1440],
  [89.9 * 24, 1440],
  [90 * 24, null],
])('measures a post that is %f hours old again in %s minutes', (hours, minutes) => {
  expect(minutesBetween(after(hours), nextMeasuring(published, after(hours)))).toBe(minutes)
})

it('begins five minutes after publication', () => {
  expect(minutesBetween(published, firstMeasuring(published))).toBe(5)
})

it.each([
  ['the usual interval at least', 0, null, 60],
  ['longer after repeated failures', 200, null, 200],
  ['when the platform says', 10, 90, 90],
  ['at most a day later, whatever the platform says', 10, 100_000, 1440],
])('asks again after a failure: %s', (_, wait, retry, minutes) => {
  const now = after(3)
  const retryAt = retry === null ? null : new Date(now.getTime() + retry * 60_000)
  expect(
    minutesBetween(now, measuringAfterFailure({ publishedAt: published, now, waitMs: wait * 60_000, retryAt })),
  ).toBe(minutes)
})

it('gives up a post that has grown too old', () => {
  expect(measuringAfterFailure({ publishedAt: published, now: after(91 * 24), waitMs: 0, retryAt: null })).toBeNull()
})
