import { describe, expect, it } from 'vitest'
import { outcomeOf, removalOf } from './errors.ts'
import { beforePosting, noAnswer, type Failed } from './xrpc.ts'

const retryAt = new Date('2026-11-22T12:00:00Z')

function answered(status: number, error: string | null = null, words: string | null = null): Failed {
  return { kind: 'failed', status, sent: 'answered', why: null, error, words, retryAt: status === 429 ? retryAt : null }
}

describe('what a failure of the posting request means', () => {
  it.each([
    ['a lost answer', noAnswer('maybe', 'answer-lost'), 'unknown', 'answer-lost'],
    ['a time-out', noAnswer('maybe', 'timed-out'), 'unknown', 'timed-out'],
    ['an answer too large to read', noAnswer('maybe', 'too-large'), 'unknown', 'answer-lost'],
    ['a success that cannot be read', { ...noAnswer('maybe', 'answer-lost'), status: 200 }, 'unknown', 'answer-lost'],
    ['a refused connection', noAnswer('no', 'unreachable'), 'not-sent', 'unreachable'],
    [
      'an address that the administrator forbids',
      noAnswer('no', 'address-not-allowed'),
      'refused',
      'address-not-allowed',
    ],
    ['an internal error', answered(500, 'InternalServerError'), 'unknown', 'server-error'],
    ['a gateway that gave up', answered(504), 'unknown', 'server-error'],
    ['a rate limit', answered(429, 'RateLimitExceeded'), 'not-sent', 'rate-limited'],
    ['a token that cannot be renewed', answered(400, 'ExpiredToken'), 'reconnect', 'wrong-credentials'],
    ['a wrong password', answered(401, 'AuthenticationRequired'), 'reconnect', 'wrong-credentials'],
    ['a second factor', answered(401, 'AuthFactorTokenRequired'), 'reconnect', 'wrong-credentials'],
    ['a taken down account', answered(401, 'AccountTakedown'), 'reconnect', 'account-suspended'],
    ['a deactivated account', answered(401, 'AccountDeactivated'), 'reconnect', 'account-suspended'],
    ['a missing permission', answered(403, 'Forbidden'), 'reconnect', 'permission-missing'],
    ['an invalid record', answered(400, 'InvalidRequest', 'Invalid record'), 'refused', 'content-rejected'],
    ['a blob of a wrong kind', answered(400, 'InvalidMimeType', 'Wrong mimetype'), 'refused', 'media-rejected'],
    ['a body too large', answered(413, 'PayloadTooLarge'), 'refused', 'media-rejected'],
    ['a page of something else', answered(404), 'refused', 'not-this-platform'],
  ])('%s', (_what, failed, kind, code) => {
    expect(outcomeOf(failed)).toMatchObject({ kind, reason: { code } })
  })

  it('keeps the time that the rate limit names', () => {
    expect(outcomeOf(answered(429, 'RateLimitExceeded'))).toMatchObject({ retryAt })
  })
})

it('is certain that nothing is out when an earlier step failed', () => {
  for (const failed of [noAnswer('maybe', 'answer-lost'), answered(503)]) {
    expect(outcomeOf(beforePosting(failed))).toMatchObject({ kind: 'not-sent' })
  }
})

it('repeats a removal later, and gives it up when it is refused', () => {
  expect(removalOf(noAnswer('maybe', 'timed-out'))).toMatchObject({ kind: 'not-now' })
  expect(removalOf(answered(429))).toMatchObject({ kind: 'not-now', retryAt })
  expect(removalOf(answered(401, 'AccountTakedown'))).toMatchObject({ kind: 'reconnect' })
  expect(removalOf(answered(400, 'InvalidRequest'))).toMatchObject({ kind: 'refused' })
})
