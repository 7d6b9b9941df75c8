import { mastodonPlatform } from '#server/platforms/mastodon/index.ts'
import { memoryAccount, memoryProgress, messageOf, type ConformanceWorld } from '#server/platforms/conformance-world.ts'
import { faultyNetwork } from '#server/platforms/faulty-network.ts'
import type { Account, Job, LookUp, Message, Picture, Platform } from '#server/platforms/port.ts'
import { systemClock, type Clock } from '#server/kernel/clock.ts'
import type { Outbound, OutboundRequest } from '#server/kernel/outbound/port.ts'
import type { Mastodon } from './mastodon.ts'

/** A clock that a test moves by hand. */
export interface HandClock extends Clock {
  readonly advance: (milliseconds: number) => void
}

export function handClock(start = new Date('2026-11-22T09:00:00.000Z')): HandClock {
  let time = start.getTime()
  return {
    now: () => new Date(time),
    newId: systemClock.newId,
    advance: (milliseconds) => {
      time += milliseconds
    },
  }
}

/** The request that puts a post out. */
export function isPosting(request: OutboundRequest): boolean {
  return request.method === 'POST' && new URL(request.url).pathname === '/api/v1/statuses'
}

/** A picture of one pixel. */
export function onePixel(altText: string): Picture {
  const base64 = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='
  const bytes = async (): Promise<Uint8Array> => Buffer.from(base64, 'base64')
  return { id: altText, type: 'image/png', width: 1, height: 1, altText, bytes }
}

/** Connects an account of this server as a person would; throws where that is refused. */
export async function connectedAccount(platform: Platform, server: Mastodon, name?: string): Promise<() => Account> {
  const settings = { server: server.url, accessToken: server.account(name).token }
  const connected = await platform.connect('organisation', 'channel', settings)
  if (connected.kind !== 'connected') throw new Error(`Not connected: ${JSON.stringify(connected)}`)
  return memoryAccount(connected.connection.settings, connected.connection.credentials)
}

/** A job with progress in memory, begun now by the clock. */
export function jobFor(account: Account, content: string | Message, clock: Clock, more: Partial<Job> = {}): Job {
  const message = typeof content === 'string' ? messageOf([{ text: content, pictures: [] }]) : content
  const { signal } = new AbortController()
  const token = clock.newId()
  return { account, message, token, startedAt: clock.now(), progress: memoryProgress(), signal, ...more }
}

export type Ending = 'published' | 'unclear' | 'refused' | 'reconnect' | 'given-up'

/** Delivers as the engine does: asks before it repeats, waits as long as it is told, stops where a person must decide. */
export async function deliver(platform: Platform, job: Job, clock: HandClock, attempts = 5): Promise<Ending> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const outcome = await platform.publisher.publish(job)
    if (outcome.kind === 'published' || outcome.kind === 'refused' || outcome.kind === 'reconnect') return outcome.kind
    if (outcome.kind === 'not-sent') {
      clock.advance(outcome.retryAt === null ? 10_000 : outcome.retryAt.getTime() - clock.now().getTime())
      continue
    }
    const seen = await patientLookUp(platform, job, clock)
    if (seen.kind === 'found') return 'published'
    if (seen.kind !== 'absent') return 'unclear'
  }
  return 'given-up'
}

async function patientLookUp(platform: Platform, job: Job, clock: HandClock): Promise<LookUp> {
  for (let question = 0; question < 5; question += 1) {
    const seen = await platform.publisher.lookUp(job)
    if (seen.kind !== 'not-now') return seen
    clock.advance(seen.retryAt === null ? 10_000 : seen.retryAt.getTime() - clock.now().getTime())
  }
  throw new Error('The platform never answered')
}

/** The world that the conformance suite judges the adapter in: an account of its own on a running server. */
export async function mastodonConformanceWorld(
  server: Mastodon,
  outbound: Outbound,
  options: { readonly honoursKeys: boolean; readonly maxCharacters: number },
): Promise<ConformanceWorld> {
  const network = faultyNetwork(outbound)
  // Faults of this suite are settled at once, so there is nothing to wait for.
  const patience = { settleMs: 0, mediaPollMs: 1 }
  const platform = mastodonPlatform({ outbound: network.outbound, clock: systemClock, patience })
  const { token, id, name } = server.account(systemClock.newId())
  const settings = { server: server.url, accessToken: token }
  const connected = await platform.connect('organisation', 'channel', settings)
  if (connected.kind !== 'connected') throw new Error(`Not connected: ${JSON.stringify(connected)}`)
  const own = () => server.statuses().filter((status) => status.accountId === id)
  return {
    platform,
    network,
    account: memoryAccount(connected.connection.settings, connected.connection.credentials),
    settings,
    wrongSettings: { ...settings, accessToken: `not-${name}` },
    isPosting,
    listRemote: async () =>
      own().map((status) => ({
        remoteId: status.id,
        text: status.text,
        altTexts: status.mediaIds.map((media) => server.media(media)?.description ?? ''),
        replyTo: status.inReplyToId,
      })),
    picture: async (altText) => onePixel(altText),
    tooLong: 'x'.repeat(options.maxCharacters + 1),
    revoke: async () => server.revoke(token),
    limitRate: async () => server.behave('rate-limits', 1),
    react: async (remoteId) => {
      server.react(remoteId, { favourites: 7, reblogs: 3, replies: 2, quotes: 1 })
      return { likes: 7, reposts: 3, replies: 2 }
    },
    blindRepeat: options.honoursKeys ? 'one-post' : { notHere: 'this server ignores the idempotency key' },
    close: async () => undefined,
  }
}
