import type { Job, Outcome } from '../port.ts'
import { outcomeOf } from './errors.ts'
import { memoryOf, type Memory } from './progress.ts'
import type { OpenSession, Session } from './session.ts'
import { beforePosting, type Failed, type Tools } from './xrpc.ts'

/** Everything the steps of one attempt work with. */
export interface Work {
  readonly tools: Tools
  readonly job: Job
  readonly session: Session
  readonly memory: Memory
}

/** A step's result, or the outcome with which the attempt ends. */
export type Step<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  | { readonly kind: 'stopped'; readonly outcome: Exclude<Outcome, { kind: 'published' }> }

/** Opens the account's session and the job's memory for one attempt. */
export function workOn(tools: Tools, openSession: OpenSession, job: Job): Work {
  return { tools, job, session: openSession(job.account, job.signal), memory: memoryOf(job.progress) }
}

/** The result of a step after which the attempt goes on. */
export function done<Value>(value: Value): Step<Value> {
  return { kind: 'done', value }
}

/** Ends the attempt because of a failure in a step that puts nothing out. */
export function stoppedBefore(failed: Failed): Step<never> {
  return { kind: 'stopped', outcome: outcomeOf(beforePosting(failed)) }
}

/** Ends the attempt for good. */
export function stoppedForGood(code: 'media-rejected' | 'text-too-long', words: string | null = null): Step<never> {
  return { kind: 'stopped', outcome: { kind: 'refused', reason: { code, words } } }
}
