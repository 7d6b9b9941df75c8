import type { Language } from '#contract/kinds.ts'
import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '../actor.ts'

/** What a handler knows of the request beside its input. */
export interface RequestContext {
  /** Null only on routes that are open to everybody. */
  readonly actor: Actor | null
  readonly language: Language
  /** The version that `If-Match` names; null where the caller did not send one. */
  readonly ifMatch: number | null
  /** The caller's network address, as far as it can be believed. */
  readonly address: string
  readonly headers: Headers
}

/** The actor of a route that is not public. The rights check has run before: this only tells the type checker. */
export function actorOf(context: RequestContext): Actor {
  if (context.actor === null) throw new Refusal('sign-in.needed')
  return context.actor
}

/** Refuses a change that was made against an older version than the one stored. Callers that send no `If-Match` take the risk. */
export function expectVersion(context: RequestContext, stored: number): void {
  if (context.ifMatch !== null && context.ifMatch !== stored) throw new Refusal('record.changed')
}
