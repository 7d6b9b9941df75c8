import type { RefusalCode } from '#contract/refusal.ts'
import type { Clock } from '#server/kernel/clock.ts'
import type { Outbound } from '#server/kernel/outbound/port.ts'
import type { SeenPost } from '../../domain/audit/rhythm.ts'

/** What a platform shows of an account to anybody. Null is not told. */
export interface Profile {
  readonly name: string
  readonly url: string | null
  readonly followers: number | null
  readonly following: number | null
  readonly posts: number | null
  readonly hasPicture: boolean | null
  readonly hasText: boolean | null
  readonly hasLink: boolean | null
  readonly isVerified: boolean | null
  /** Its newest posts; `complete` where there are no older ones. Null where they could not be read. */
  readonly recent: { readonly posts: readonly SeenPost[]; readonly complete: boolean } | null
}

export interface Problem {
  readonly kind: 'problem'
  readonly code: Extract<RefusalCode, `look-up.${string}`>
}
export type Found = { readonly kind: 'found'; readonly profile: Profile }

/** Where to look. */
export interface Wanted {
  readonly handle: string
  readonly url: string
}

export interface Tools {
  readonly outbound: Outbound
  readonly clock: Clock
  /** Origin that shows public Bluesky profiles. */
  readonly blueskyProfiles: string
}

export type LookUp = (tools: Tools, wanted: Wanted) => Promise<Found | Problem>

/** The problem of this code. */
export function problem(code: Problem['code']): Problem {
  return { kind: 'problem', code }
}
