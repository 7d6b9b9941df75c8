import type { Connected, LookUp, Outcome, Reason, ReasonCode, Removal } from '../port.ts'
import type { Failed } from './xrpc.ts'

const TOKEN_ERRORS = new Set(['ExpiredToken', 'InvalidToken', 'AuthMissing', 'invalid_token'])
const SUSPENDED = new Set([
  'AccountTakedown',
  'AccountDeactivated',
  'AccountSuspended',
  'RepoTakendown',
  'RepoDeactivated',
])
const SIGN_IN = new Set(['AuthenticationRequired', 'AuthFactorTokenRequired', 'AccountNotFound', 'RepoNotFound'])

/** A token that ran out or was taken back: answered 400 by most servers, not 401. */
export function isTokenRefused(failed: Failed): boolean {
  if (failed.error !== null && (SUSPENDED.has(failed.error) || failed.error === 'AuthFactorTokenRequired')) return false
  return failed.status === 401 || (failed.error !== null && TOKEN_ERRORS.has(failed.error))
}

/** What a failure means for a post. Give failures of earlier steps through `beforePosting`. */
export function outcomeOf(failed: Failed): Exclude<Outcome, { kind: 'published' }> {
  const reason = reasonOf(failed)
  if (needsReconnecting(reason)) return { kind: 'reconnect', reason }
  if (isPassing(failed)) {
    const certain = failed.sent === 'no' || failed.status === 429
    return certain ? { kind: 'not-sent', reason, retryAt: failed.retryAt } : { kind: 'unknown', reason }
  }
  return { kind: 'refused', reason }
}

/** What a failure means for a question, which can always be asked again. */
export function notNow(failed: Failed): Extract<LookUp, { kind: 'not-now' }> {
  return { kind: 'not-now', reason: reasonOf(failed), retryAt: failed.retryAt }
}

/** What a failure means for taking a post down, which can be repeated safely. */
export function removalOf(failed: Failed): Removal {
  const reason = reasonOf(failed)
  if (needsReconnecting(reason)) return { kind: 'reconnect', reason }
  return isPassing(failed) ? notNow(failed) : { kind: 'refused', reason }
}

/** Why connecting failed, and at which field of the form. */
export function connectionRefused(failed: Failed): Extract<Connected, { kind: 'refused' }> {
  const reason = reasonOf(failed)
  if (reason.code === 'wrong-credentials') return { kind: 'refused', field: 'appPassword', reason }
  // A page that answers a sign-in with something else is some other website.
  if (isUnreadable(failed))
    return { kind: 'refused', field: 'service', reason: { code: 'not-this-platform', words: null } }
  const atService = failed.status === null || reason.code === 'not-this-platform'
  return { kind: 'refused', field: atService ? 'service' : null, reason }
}

/** The stable code of a failure with the server's own words. */
export function reasonOf(failed: Failed): Reason {
  return { code: codeOf(failed), words: failed.words }
}

/** Whether only a person can help: by signing in again or by asking the platform. */
export function needsReconnecting(reason: Reason): boolean {
  return ['wrong-credentials', 'account-suspended', 'permission-missing'].includes(reason.code)
}

function codeOf(failed: Failed): ReasonCode {
  if (failed.status === null) return failed.why === null || failed.why === 'too-large' ? 'answer-lost' : failed.why
  if (isUnreadable(failed)) return 'answer-lost'
  if (failed.error !== null && SUSPENDED.has(failed.error)) return 'account-suspended'
  if (isTokenRefused(failed) || (failed.error !== null && SIGN_IN.has(failed.error))) return 'wrong-credentials'
  if (failed.status === 429) return 'rate-limited'
  if (failed.status >= 500 || failed.status === 408) return 'server-error'
  // Every server of this platform answers its refusals as JSON with an error name.
  if (failed.error === null) return 'not-this-platform'
  if (failed.status === 403) return 'permission-missing'
  if (failed.error === 'RecordNotFound') return 'not-found'
  if (/too big|too long|maxLength|maxGraphemes/i.test(failed.words ?? '') && /\.text\b/.test(failed.words ?? ''))
    return 'text-too-long'
  if (failed.status === 413 || /blob|mime/i.test(failed.words ?? '')) return 'media-rejected'
  return 'content-rejected'
}

function isPassing(failed: Failed): boolean {
  if (failed.status === null) return failed.why !== 'address-not-allowed'
  return isUnreadable(failed) || failed.status === 429 || failed.status === 408 || failed.status >= 500
}

function isUnreadable({ status }: Failed): boolean {
  return status !== null && status < 300
}
