/**
 * What the server does with a valid post.
 * - `honours-key`: stores it; the same Idempotency-Key within an hour gives the first status again.
 * - `ignores-key`: stores it each time, as GoToSocial does.
 * - `drops-answer`: stores it and closes the connection without an answer.
 * - `drops-request`: closes the connection and stores nothing.
 * - `accepts-late`: closes the connection and stores it `lateMs` later.
 * - `fails-after` / `fails-before`: answers 502 or 503 with a proxy's page, after or without storing.
 * - `rate-limits`: answers 429 with the time of the reset.
 */
export const BEHAVIOURS = [
  'honours-key',
  'ignores-key',
  'drops-answer',
  'drops-request',
  'accepts-late',
  'fails-after',
  'fails-before',
  'rate-limits',
] as const
export type Behaviour = (typeof BEHAVIOURS)[number]

export interface MastodonOptions {
  readonly behaviour: Behaviour
  /** Whether keys are honoured while another behaviour is on; default: only with `honours-key`. */
  readonly honoursKeys?: boolean
  readonly port?: number
  /** Default 500; GoToSocial 5000. */
  readonly maxCharacters?: number
  /** How long each answer takes. */
  readonly latencyMs?: number
  /** How much later `accepts-late` stores. */
  readonly lateMs?: number
  /** Parts of one: of valid posts, how many lose their answer after, or their request before, being stored. */
  readonly dropAnswerShare?: number
  readonly dropRequestShare?: number
  /** How often a picture is asked for (206) before it is processed; 0: at once, with 200. */
  readonly mediaPolls?: number
  /** Enforced per token; default: the headers are there and nothing is enforced. */
  readonly rateLimit?: { readonly most: number; readonly windowMs: number }
  /** When `rate-limits` says that the limit ends. */
  readonly resetMs?: number
  readonly deletesPerHalfHour?: number
  readonly uploadsPerHalfHour?: number
  readonly software?: 'mastodon' | 'gotosocial'
  /** Reads every text as Markdown, whatever its content type, as Hollo does. */
  readonly markdown?: boolean
  /** Whether `/api/v1/statuses/:id/source` is there. */
  readonly sources?: boolean
  /** Knows only `/api/v1/instance`. */
  readonly oldInstance?: boolean
  /** Tokens expire after this and come with a refresh token. */
  readonly tokenSeconds?: number
  /** Shows nothing to anybody who is not signed in. */
  readonly limitedFederation?: boolean
  /** How many public questions it answers in five minutes; default 300. */
  readonly publicQuestions?: number
  readonly now?: () => Date
}

export type Settled = Required<Omit<MastodonOptions, 'rateLimit' | 'tokenSeconds'>> &
  Pick<MastodonOptions, 'rateLimit' | 'tokenSeconds'>

export function settleOptions(options: MastodonOptions): Settled {
  const software = options.software ?? 'mastodon'
  return {
    honoursKeys: options.behaviour === 'honours-key',
    port: 0,
    maxCharacters: software === 'gotosocial' ? 5000 : 500,
    latencyMs: 0,
    lateMs: 200,
    dropAnswerShare: 0,
    dropRequestShare: 0,
    mediaPolls: 0,
    resetMs: 300_000,
    deletesPerHalfHour: 30,
    uploadsPerHalfHour: 30,
    markdown: false,
    sources: true,
    oldInstance: false,
    limitedFederation: false,
    publicQuestions: 300,
    now: () => new Date(),
    ...options,
    software,
  }
}
