import { expect, it } from 'vitest'
import { retryTime } from './retry-time.ts'

const now = new Date('2026-11-22T12:00:00Z')
const inSeconds = (seconds: number) => String(now.getTime() / 1000 + seconds)

it.each([
  ['seconds to wait', { 'retry-after': '30' }, 30],
  ['a date', { 'retry-after': 'Sun, 22 Nov 2026 12:01:00 GMT' }, 60],
  ['the end of the window', { 'ratelimit-reset': inSeconds(90), 'ratelimit-remaining': '0' }, 90],
  ['the later of both', { 'retry-after': '30', 'ratelimit-reset': inSeconds(90) }, 90],
  ['a window that still has room', { 'ratelimit-reset': inSeconds(90), 'ratelimit-remaining': '4' }, null],
  ['a time that is over', { 'ratelimit-reset': inSeconds(-5) }, null],
  ['something else', { 'retry-after': 'soon', 'ratelimit-reset': '1e9' }, null],
  ['nothing', {}, null],
  ['a week', { 'retry-after': '604800' }, 86_400],
])('waits for %s', (_what, headers, seconds) => {
  const expected = seconds === null ? null : new Date(now.getTime() + seconds * 1000)
  expect(retryTime(new Headers(headers), now)).toEqual(expected)
})
