import { z } from 'zod'
import type { Clock } from '#server/kernel/clock.ts'
import { OutboundFailure, type Outbound, type OutboundAnswer } from '#server/kernel/outbound/port.ts'
import { retryTime } from './retry-time.ts'

export interface Tools {
  readonly outbound: Outbound
  readonly clock: Clock
}

/** A question (GET) or, when it has a body, a procedure (POST). */
export interface Call {
  /** Address of the server, without a slash at its end. */
  readonly server: string
  /** The method's name in the protocol. */
  readonly name: string
  readonly parameters?: ReadonlyArray<readonly [string, string]>
  readonly body?: { readonly json: unknown } | { readonly bytes: Uint8Array; readonly type: string } | 'empty'
  readonly bearer?: string
  readonly signal?: AbortSignal | undefined
}

export interface Failed {
  readonly kind: 'failed'
  /** Null when no answer came; a success (200 to 299) when the answer is none that the method gives. */
  readonly status: number | null
  /** Whether the server may have acted: certainly not, perhaps, or it answered. */
  readonly sent: 'no' | 'maybe' | 'answered'
  readonly why: OutboundFailure['why'] | null
  /** The protocol's error name and words. */
  readonly error: string | null
  readonly words: string | null
  readonly retryAt: Date | null
}

export type Answer<Body> = { readonly kind: 'answered'; readonly body: Body } | Failed

const ErrorBody = z.object({ error: z.string().max(200), message: z.string().optional() })

/** Calls one method of a server and reads its answer as `schema`. Never throws for what a server or network does. */
export async function callServer<Body>(tools: Tools, call: Call, schema: z.ZodType<Body>): Promise<Answer<Body>> {
  if (call.signal?.aborted === true) return noAnswer('no', 'timed-out')
  let answer: OutboundAnswer
  try {
    answer = await tools.outbound(requestOf(call))
  } catch (error) {
    if (error instanceof OutboundFailure) return noAnswer(error.sent, error.why)
    throw error
  }
  if (answer.status < 200 || answer.status > 299) return refusal(answer, tools.clock.now())
  const body = schema.safeParse(answer.json())
  return body.success
    ? { kind: 'answered', body: body.data }
    : { ...noAnswer('maybe', 'answer-lost'), status: answer.status }
}

/** The same failure of a step that puts nothing out: whatever the server did, no post can be there because of it. */
export function beforePosting(failed: Failed): Failed {
  return { ...failed, sent: 'no' }
}

function requestOf({ server, name, parameters, body, bearer, signal }: Call): Parameters<Outbound>[0] {
  const query =
    parameters === undefined ? '' : `?${new URLSearchParams(parameters.map(([key, value]) => [key, value])).toString()}`
  const headers: Record<string, string> = { accept: 'application/json' }
  if (bearer !== undefined) headers['authorization'] = `Bearer ${bearer}`
  const request = { url: `${server}/xrpc/${name}${query}`, headers, ...(signal === undefined ? {} : { signal }) }
  if (body === undefined) return { method: 'GET', ...request }
  if (body === 'empty') return { method: 'POST', ...request }
  headers['content-type'] = 'json' in body ? 'application/json' : body.type
  return { method: 'POST', ...request, body: 'json' in body ? JSON.stringify(body.json) : body.bytes }
}

function refusal(answer: OutboundAnswer, now: Date): Failed {
  const body = ErrorBody.safeParse(answer.json())
  return {
    kind: 'failed',
    status: answer.status,
    sent: 'answered',
    why: null,
    error: body.success ? body.data.error : null,
    words: body.success ? (body.data.message ?? body.data.error).slice(0, 500) : null,
    retryAt: retryTime(answer.headers, now),
  }
}

/** A request that brought no answer, or one that could not be read. */
export function noAnswer(sent: 'no' | 'maybe', why: OutboundFailure['why']): Failed {
  return { kind: 'failed', status: null, sent, why, error: null, words: null, retryAt: null }
}
