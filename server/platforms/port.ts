import type { MetricName, PlatformDescription } from '#contract/platforms.ts'

/** Values an adapter keeps with a channel. Everything secret goes into `credentials`, which is sealed at rest. */
export type Values = Readonly<Record<string, string>>

/** A connected account, as an adapter sees it. */
export interface Account {
  readonly organisationId: string
  readonly channelId: string
  readonly settings: Values
  readonly credentials: Values
  /** Stores rotated tokens; the next attempt sees them. */
  readonly saveCredentials: (credentials: Values) => Promise<void>
}

export interface Connection {
  readonly settings: Values
  readonly credentials: Values
  readonly handle: string
  readonly displayName: string
  readonly url: string
  /** What this server says of itself, over the constants of the description (limits differ by server). */
  readonly description: PlatformDescription
}

export type Connected =
  | { readonly kind: 'connected'; readonly connection: Connection }
  | { readonly kind: 'refused'; readonly field: string | null; readonly reason: Reason }

/** Why something did not happen: a stable code (translated for people) and the platform's own words, if any. */
export interface Reason {
  readonly code: ReasonCode
  readonly words: string | null
}

export type ReasonCode =
  | 'address-not-allowed'
  | 'unreachable'
  | 'timed-out'
  | 'not-this-platform'
  | 'wrong-credentials'
  | 'permission-missing'
  | 'account-suspended'
  | 'rate-limited'
  | 'server-error'
  | 'text-too-long'
  | 'media-rejected'
  | 'content-rejected'
  | 'answer-lost'
  | 'not-found'

export interface Picture {
  readonly id: string
  readonly type: string
  readonly width: number
  readonly height: number
  readonly altText: string
  readonly bytes: () => Promise<Uint8Array>
}

/** One post of a thread; a single post is a thread of one. `text` is final: links are already tracked. */
export interface Part {
  readonly text: string
  readonly pictures: readonly Picture[]
}

export interface Message {
  readonly parts: readonly [Part, ...Part[]]
  readonly title: string | null
  readonly summary: string | null
  readonly language: string | null
  readonly contentWarning: string | null
  readonly visibility: string | null
}

/** Intermediate ids (upload, container, first part of a thread) kept durably, so that a later attempt continues. */
export interface Progress {
  readonly read: (name: string) => string | null
  readonly keep: (name: string, value: string) => Promise<void>
}

export interface Job {
  readonly account: Account
  readonly message: Message
  /** Minted with the delivery, the same for all its attempts. */
  readonly token: string
  /** When the first attempt began; fixed for all attempts, so that a repeated record is byte-identical. */
  readonly startedAt: Date
  readonly progress: Progress
  /** Of these remote ids, those that other deliveries of this channel hold already: a look-up never claims them. */
  readonly taken?: (remoteIds: readonly string[]) => Promise<ReadonlySet<string>>
  /** Aborts before the lease runs out. */
  readonly signal: AbortSignal
}

export interface Published {
  readonly remoteId: string
  readonly url: string
}

export type Outcome =
  | ({ readonly kind: 'published' } & Published)
  /** Certainly not out there; may be tried again (not before `retryAt`, when the platform names one). */
  | { readonly kind: 'not-sent'; readonly reason: Reason; readonly retryAt: Date | null }
  | { readonly kind: 'refused'; readonly reason: Reason }
  | { readonly kind: 'reconnect'; readonly reason: Reason }
  /** It may be out there: looked up before anything else is done. */
  | { readonly kind: 'unknown'; readonly reason: Reason }

export interface Candidate {
  readonly remoteId: string
  readonly url: string
  readonly text: string
  readonly at: string
}

export type LookUp =
  | ({ readonly kind: 'found' } & Published)
  /** Certainly not there: a repeat is safe. */
  | { readonly kind: 'absent' }
  /** Cannot be told; a person decides, seeing the candidates. */
  | { readonly kind: 'unclear'; readonly candidates: readonly Candidate[]; readonly reason: Reason }
  /** The platform could not be asked now; ask again later. */
  | { readonly kind: 'not-now'; readonly reason: Reason; readonly retryAt: Date | null }

export type Removal =
  | { readonly kind: 'removed' }
  | { readonly kind: 'not-now'; readonly reason: Reason; readonly retryAt: Date | null }
  | { readonly kind: 'refused' | 'reconnect'; readonly reason: Reason }

export interface Publisher {
  /** A fresh idempotency token in the form this platform needs. */
  readonly mint: (now: Date) => string
  readonly publish: (job: Job) => Promise<Outcome>
  readonly lookUp: (job: Job) => Promise<LookUp>
  readonly remove: (account: Account, published: Published, progress: Progress) => Promise<Removal>
}

export interface Measure {
  readonly remoteId: string
  readonly metric: MetricName
  readonly value: number
}

export type Measured =
  | { readonly kind: 'measured'; readonly measures: readonly Measure[] }
  | { readonly kind: 'not-now'; readonly reason: Reason; readonly retryAt: Date | null }
  | { readonly kind: 'reconnect'; readonly reason: Reason }

export interface Meter {
  readonly measure: (account: Account, remoteIds: readonly string[]) => Promise<Measured>
}

/** Connecting by signing in at the platform. `pending` is kept sealed between the two steps. */
export interface Authoriser {
  readonly begin: (
    settings: Values,
    redirectUri: string,
    state: string,
  ) => Promise<
    { readonly kind: 'begun'; readonly url: string; readonly pending: Values } | Extract<Connected, { kind: 'refused' }>
  >
  readonly finish: (pending: Values, code: string) => Promise<Connected>
}

/** A platform: what it can do, and whichever of the capabilities it has. */
export interface Platform {
  readonly description: PlatformDescription
  /** Tests what a person entered against the real server and answers with what to keep. */
  readonly connect: (organisationId: string, channelId: string, settings: Values) => Promise<Connected>
  /** Asks whether the stored account still works. */
  readonly inspect: (account: Account) => Promise<Connected>
  readonly publisher: Publisher
  readonly meter: Meter | null
  readonly authoriser: Authoriser | null
}
