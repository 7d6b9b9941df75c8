import type { z } from 'zod'
import { OutboundFailure, type OutboundAnswer } from '#server/kernel/outbound/port.ts'
import { problem, type Problem, type Tools } from './profile.ts'

export type Asked = { readonly kind: 'answered'; readonly answer: OutboundAnswer } | Problem
export type Read<T> = { readonly kind: 'read'; readonly value: T; readonly headers: Headers } | Problem

/** Profiles and lists of posts are small; what is larger is not what was asked for. */
const MOST_BYTES = 2_000_000
const TIMEOUT_MS = 10_000

const FAILURES = {
  'address-not-allowed': 'look-up.not-allowed',
  'too-large': 'look-up.too-large',
  unreachable: 'look-up.unreachable',
  'timed-out': 'look-up.unreachable',
  'answer-lost': 'look-up.unreachable',
} as const satisfies Record<OutboundFailure['why'], Problem['code']>

/** One public question, never repeated. Every answer but a success is a problem. */
export async function ask({ outbound }: Pick<Tools, 'outbound'>, url: string, accept: string): Promise<Asked> {
  try {
    const answer = await outbound({
      method: 'GET',
      url,
      headers: { accept },
      timeoutMs: TIMEOUT_MS,
      mostBytes: MOST_BYTES,
    })
    if (answer.status >= 200 && answer.status < 300) return { kind: 'answered', answer }
    return problem(codeOf(answer.status))
  } catch (error) {
    if (error instanceof OutboundFailure) return problem(FAILURES[error.why])
    throw error
  }
}

function codeOf(status: number): Problem['code'] {
  if (status === 429) return 'look-up.rate-limited'
  if (status === 401 || status === 403) return 'look-up.refused'
  return status === 400 || status === 404 || status === 410 ? 'look-up.not-found' : 'look-up.unreachable'
}

/** A public question whose answer is JSON of this shape. */
export async function askJson<T>(tools: Pick<Tools, 'outbound'>, url: string, shape: z.ZodType<T>): Promise<Read<T>> {
  const asked = await ask(tools, url, 'application/json')
  if (asked.kind === 'problem') return asked
  const read = shape.safeParse(asked.answer.json())
  return read.success
    ? { kind: 'read', value: read.data, headers: asked.answer.headers }
    : problem('look-up.not-understood')
}
