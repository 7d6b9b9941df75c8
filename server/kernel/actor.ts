import type { Action, Role } from '#contract/actions.ts'
import type { Language } from '#contract/kinds.ts'
import { UNBOUND, type Facts } from './facts.ts'

/** Who does something, in which organisation. Loaded once a request. */
export interface Actor {
  readonly kind: 'person' | 'api-key' | 'system'
  /** The person, or the key; null for the system itself. */
  readonly id: string | null
  /** The person who acts, or who made the key. */
  readonly personId: string | null
  readonly name: string
  readonly organisationId: string
  readonly role: Role
  /** What a key was limited to; null where nothing but the role limits. */
  readonly scopes: readonly Action[] | null
  /** What the organisation's structure says of the person. */
  readonly facts: Facts
  readonly language: Language
  readonly timeZone: string
  /** Of the browser session; null for keys and the system. */
  readonly sessionId: string | null
}

/** Tutti itself, at work in the background for one organisation. */
export function systemActor(organisationId: string): Actor {
  return {
    kind: 'system',
    id: null,
    personId: null,
    name: 'Tutti',
    organisationId,
    role: 'administrator',
    scopes: null,
    facts: UNBOUND,
    language: 'en',
    timeZone: 'UTC',
    sessionId: null,
  }
}
