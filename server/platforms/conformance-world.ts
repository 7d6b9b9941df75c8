import type { Account, Job, Message, Part, Picture, Platform, Progress, Published, Values } from './port.ts'
import type { MetricName } from '#contract/platforms.ts'
import type { OutboundRequest } from '#server/kernel/outbound/port.ts'
import type { FaultyNetwork } from './faulty-network.ts'

/** A test that a platform cannot take, with the reason that the report shows. */
export interface NotHere {
  readonly notHere: string
}

/** A post as the real server holds it, read without the adapter. */
export interface RemotePost {
  /** The same form of id as `Published.remoteId`. */
  readonly remoteId: string
  /** The text, or a form of it that contains the text. */
  readonly text: string
  readonly altTexts: readonly string[]
  /** The id of the post that it continues. */
  readonly replyTo: string | null
}

/**
 * What an adapter's own test provides so that the suite can judge it. Made fresh for every test, with an account of its
 * own on the server: start the server itself in the test file's `beforeAll`.
 */
export interface ConformanceWorld {
  /** Built on `network.outbound`, so that the suite can disturb it. */
  readonly platform: Platform
  readonly network: FaultyNetwork
  /** The connected account with the credentials saved last. */
  readonly account: () => Account
  /** What a person enters to connect this account, and the same with a wrong secret. */
  readonly settings: Values
  readonly wrongSettings: Values
  /** What every message of this platform needs besides text (a title, a visibility). */
  readonly messageDefaults?: Partial<Message>
  /** Tells the request that puts a post out, once for each part, from all others. */
  readonly isPosting: ((request: OutboundRequest) => boolean) | NotHere
  /** Everything this account has out there now, read from the server itself. */
  readonly listRemote: () => Promise<readonly RemotePost[]>
  readonly picture: (altText: string) => Promise<Picture>
  /** A text that this server certainly refuses for its length. */
  readonly tooLong: string | NotHere
  /** Makes the account's credentials useless at the server. */
  readonly revoke: (() => Promise<void>) | NotHere
  /** Makes the next posting request meet the rate limit. */
  readonly limitRate: (() => Promise<void>) | NotHere
  /** Lets others react to a post; answers the counts the platform must then report. */
  readonly react: ((remoteId: string) => Promise<Partial<Record<MetricName, number>>>) | NotHere
  /** Whether publishing again with the same token, without asking first, still makes one post. */
  readonly blindRepeat: 'one-post' | NotHere
  readonly close: () => Promise<void>
}

/** Progress kept in memory, as durable as the test. */
export function memoryProgress(
  kept = new Map<string, string>(),
): Progress & { readonly kept: ReadonlyMap<string, string> } {
  return {
    kept,
    read: (name) => kept.get(name) ?? null,
    keep: async (name, value) => {
      kept.set(name, value)
    },
  }
}

/** An account whose saved credentials are seen by the next call of the answered function. */
export function memoryAccount(settings: Values, credentials: Values): () => Account {
  let current = credentials
  return () => ({
    organisationId: '01890000-0000-7000-8000-000000000001',
    channelId: '01890000-0000-7000-8000-000000000002',
    settings,
    credentials: current,
    saveCredentials: async (saved) => {
      current = saved
    },
  })
}

/** A message of these parts with nothing else set but the defaults given. */
export function messageOf(parts: readonly [Part, ...Part[]], defaults: Partial<Message> = {}): Message {
  return { title: null, summary: null, language: 'en', contentWarning: null, visibility: null, ...defaults, parts }
}

/** A job for this world: new token, progress in memory, never aborted. */
export function jobOf(world: ConformanceWorld, message: Message, signal = new AbortController().signal): Job {
  const startedAt = new Date()
  const token = world.platform.publisher.mint(startedAt)
  const progress = memoryProgress()
  return {
    get account() {
      return world.account()
    },
    message,
    token,
    startedAt,
    progress,
    signal,
  }
}

/**
 * Brings a job to its end as the delivery engine does: what may be out there is looked up, what is certainly not there
 * is tried again. Throws when it does not end in a published post.
 */
export async function settle(world: ConformanceWorld, job: Job): Promise<Published> {
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const outcome = await world.platform.publisher.publish(job)
    if (outcome.kind === 'published') return outcome
    if (outcome.kind === 'not-sent') continue
    if (outcome.kind !== 'unknown') throw new Error(`Ended as ${JSON.stringify(outcome)}`)
    const seen = await world.platform.publisher.lookUp(job)
    if (seen.kind === 'found') return seen
    if (seen.kind !== 'absent') throw new Error(`Looked up as ${JSON.stringify(seen)}`)
  }
  throw new Error('Not published after four attempts')
}
