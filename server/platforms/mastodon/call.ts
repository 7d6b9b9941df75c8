import type { z } from 'zod'
import type { OutboundAnswer, OutboundRequest } from '#server/kernel/outbound/port.ts'
import { failureOfAnswer, failureOfThrown, reason, type Failure } from './errors.ts'
import type { Tools } from './tools.ts'

/** A server and, where it is known, who speaks to it. */
export interface Server {
  readonly origin: string
  readonly token: string | null
}

export interface Ask<T> {
  readonly method: OutboundRequest['method']
  /** Begins with a slash; variable parts are already encoded. */
  readonly path: string
  readonly answer: z.ZodType<T>
  readonly query?: readonly (readonly [string, string])[]
  readonly json?: unknown
  readonly form?: Readonly<Record<string, string>>
  readonly upload?: FormData
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
  readonly timeoutMs?: number
}

export interface Success<T> {
  readonly kind: 'ok'
  readonly value: T
  readonly status: number
  readonly headers: Headers
  /** Where the answer came from, after redirects. */
  readonly url: string
}

export type Called<T> = Success<T> | Failure

/** One request to a Mastodon server and its parsed answer. Never repeats anything; expected failures are values. */
export async function call<T>(tools: Tools, server: Server, ask: Ask<T>): Promise<Called<T>> {
  let answer: OutboundAnswer
  try {
    answer = await tools.outbound(requestOf(server, ask))
  } catch (error) {
    return failureOfThrown(error)
  }
  if (answer.status < 200 || answer.status >= 300) return failureOfAnswer(answer, tools.clock.now())
  const parsed = ask.answer.safeParse(answer.json())
  if (!parsed.success) return { kind: 'unknown', reason: reason('not-this-platform') }
  return { kind: 'ok', value: parsed.data, status: answer.status, headers: answer.headers, url: answer.url }
}

function requestOf<T>(server: Server, ask: Ask<T>): OutboundRequest {
  const query =
    ask.query === undefined ? '' : `?${new URLSearchParams(ask.query.map(([name, value]) => [name, value]))}`
  const { body, type } = bodyOf(ask)
  const headers = {
    accept: 'application/json',
    ...(type === null ? {} : { 'content-type': type }),
    ...(server.token === null ? {} : { authorization: `Bearer ${server.token}` }),
    ...ask.headers,
  }
  return {
    method: ask.method,
    url: `${server.origin}${ask.path}${query}`,
    headers,
    ...(body === null ? {} : { body }),
    ...(ask.signal === undefined ? {} : { signal: ask.signal }),
    ...(ask.timeoutMs === undefined ? {} : { timeoutMs: ask.timeoutMs }),
  }
}

function bodyOf<T>(ask: Ask<T>): { body: string | FormData | null; type: string | null } {
  if (ask.upload !== undefined) return { body: ask.upload, type: null }
  if (ask.json !== undefined) return { body: JSON.stringify(ask.json), type: 'application/json' }
  if (ask.form === undefined) return { body: null, type: null }
  return { body: new URLSearchParams(ask.form).toString(), type: 'application/x-www-form-urlencoded' }
}
