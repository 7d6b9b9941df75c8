import { z } from 'zod'
import { OutboundFailure, type OutboundAnswer } from '#server/kernel/outbound/port.ts'
import type { Outcome, Reason, ReasonCode } from '../port.ts'
import { readReset } from './rate-limit.ts'

/** Every way in which a request brings no result, told apart by what may be believed of it. */
export type Failure = Exclude<Outcome, { kind: 'published' }>

const MOST_WORDS = 300
const ErrorBody = z.object({ error: z.string(), error_description: z.string().nullish() })

export function reason(code: ReasonCode, words: string | null = null): Reason {
  return { code, words }
}

/**
 * What an answer other than success means (https://docs.joinmastodon.org/entities/Error/). A server error is `unknown`:
 * the server, or a proxy before it, may have failed after the post was stored.
 */
export function failureOfAnswer(answer: OutboundAnswer, now: Date): Failure {
  const { status } = answer
  const words = wordsOf(answer)
  if (status === 401) return { kind: 'reconnect', reason: reason('wrong-credentials', words) }
  if (status === 403) return { kind: 'reconnect', reason: reason('permission-missing', words) }
  if (status === 429) {
    return { kind: 'not-sent', reason: reason('rate-limited', words), retryAt: readReset(answer.headers, now) }
  }
  if (status === 404 || status === 410) return { kind: 'refused', reason: reason('not-found', words) }
  if (status === 408) return { kind: 'unknown', reason: reason('timed-out', words) }
  if (status === 413) return { kind: 'refused', reason: reason('media-rejected', words) }
  if (status >= 500) return { kind: 'unknown', reason: reason('server-error', words) }
  if (status >= 400) return { kind: 'refused', reason: reason('content-rejected', words) }
  if (status >= 300) return { kind: 'refused', reason: reason('not-this-platform', words) }
  return { kind: 'unknown', reason: reason('answer-lost', words) }
}

/** What a request without an answer means. Anything but a failure of the network is a bug and is thrown on. */
export function failureOfThrown(error: unknown): Failure {
  if (!(error instanceof OutboundFailure)) throw error
  const code = error.why === 'too-large' ? 'answer-lost' : error.why
  if (error.sent === 'maybe') return { kind: 'unknown', reason: reason(code) }
  return { kind: 'not-sent', reason: reason(code), retryAt: null }
}

/** For requests that put nothing out: where it is unknown what became of them, they may simply be made again. */
export function harmless(failure: Failure): Exclude<Failure, { kind: 'unknown' }> {
  return failure.kind === 'unknown' ? { kind: 'not-sent', reason: failure.reason, retryAt: null } : failure
}

/** For questions: whatever went wrong, there is no answer now. */
export function notNow(failure: Failure): { kind: 'not-now'; reason: Reason; retryAt: Date | null } {
  return { kind: 'not-now', reason: failure.reason, retryAt: failure.kind === 'not-sent' ? failure.retryAt : null }
}

/** The server's own sentence, bounded and on one line; null where it sent none. */
function wordsOf(answer: OutboundAnswer): string | null {
  const parsed = ErrorBody.safeParse(answer.json())
  if (!parsed.success) return null
  const { error, error_description: description } = parsed.data
  const words = (description ?? error).replace(/[\p{Cc}\s]+/gu, ' ').trim()
  if (words === '') return null
  return words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS - 1)}…` : words
}
