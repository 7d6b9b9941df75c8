import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { z } from 'zod'
import { systemClock } from '#server/kernel/clock.ts'
import { guardedOutbound } from '#server/kernel/outbound/guarded.ts'
import type { OutboundRequest } from '#server/kernel/outbound/port.ts'
import { blueskyPlatform } from '#server/platforms/bluesky/index.ts'
import { memoryAccount, type ConformanceWorld, type RemotePost } from '#server/platforms/conformance-world.ts'
import { faultyNetwork } from '#server/platforms/faulty-network.ts'
import type { Picture } from '#server/platforms/port.ts'
import type { BlueskyAccount, BlueskyServer } from './bluesky.ts'
import type { BlueskyAppView } from './bluesky-app-view.ts'

const Image = z.object({
  alt: z.string(),
  aspectRatio: z.object({ width: z.number(), height: z.number() }),
  image: z.object({ ref: z.object({ $link: z.string() }), mimeType: z.string(), size: z.number() }),
})
export const StoredPost = z.object({
  text: z.string(),
  createdAt: z.string(),
  langs: z.array(z.string()).optional(),
  reply: z.object({ root: z.object({ uri: z.string() }), parent: z.object({ uri: z.string() }) }).optional(),
  facets: z
    .array(
      z.object({
        index: z.object({ byteStart: z.number(), byteEnd: z.number() }),
        features: z.array(z.record(z.string(), z.string())),
      }),
    )
    .optional(),
  embed: z
    .object({
      images: z.array(Image).optional(),
      external: z.object({ uri: z.string(), title: z.string(), description: z.string() }).optional(),
    })
    .optional(),
})
const Records = z.object({ records: z.array(z.object({ uri: z.string(), cid: z.string(), value: StoredPost })) })

/** A conformance world on a real server, and what only this platform's tests ask for. */
export interface BlueskyWorld extends ConformanceWorld {
  readonly member: BlueskyAccount
  readonly records: () => Promise<z.infer<typeof Records>['records']>
  readonly blob: (link: string) => Promise<Uint8Array>
  /** Lets the access token run out, as it does after two hours. */
  readonly expire: () => Promise<void>
}

/** The one request that puts a post out. */
export function isPosting(request: OutboundRequest): boolean {
  return request.url.endsWith('/com.atproto.repo.putRecord')
}

/** A new account on a running server, connected through the adapter itself. */
export async function blueskyWorld(server: BlueskyServer, appView: BlueskyAppView): Promise<BlueskyWorld> {
  const member = await server.createAccount(`m${randomBytes(6).toString('hex')}.test`)
  const outbound = guardedOutbound({ allowPrivate: true })
  const network = faultyNetwork(outbound)
  const platform = blueskyPlatform({ outbound: network.outbound, clock: systemClock })
  const settings = { service: server.url, identifier: `@${member.handle}`, appPassword: member.appPassword }
  const connected = await platform.connect('organisation', 'channel', settings)
  if (connected.kind !== 'connected') throw new Error(`Not connected: ${JSON.stringify(connected)}`)
  const account = memoryAccount(connected.connection.settings, connected.connection.credentials)
  const expire = () =>
    account().saveCredentials({ ...account().credentials, accessJwt: server.expiredAccessToken(member) })
  const records = async () => {
    const query = new URLSearchParams({ repo: member.did, collection: 'app.bsky.feed.post', limit: '100' })
    return Records.parse(await (await fetch(`${server.url}/xrpc/com.atproto.repo.listRecords?${query}`)).json()).records
  }
  return {
    platform,
    network,
    account,
    settings,
    member,
    records,
    expire,
    isPosting,
    picture,
    wrongSettings: { ...settings, appPassword: 'aaaa-bbbb-cccc-dddd' },
    listRemote: async () => (await records()).map(remotePost),
    blob: async (cid) => {
      const query = new URLSearchParams({ did: member.did, cid })
      return (await fetch(`${server.url}/xrpc/com.atproto.sync.getBlob?${query}`)).bytes()
    },
    tooLong: 'ğ'.repeat(301),
    revoke: async () => {
      await server.revokeAppPassword(member)
      await expire()
    },
    limitRate: async () => {
      const reset = String(Math.ceil(Date.now() / 1000) + 120)
      const headers = { 'ratelimit-limit': '5000', 'ratelimit-remaining': '0', 'ratelimit-reset': reset }
      network.answerNext(isPosting, {
        status: 429,
        headers,
        body: { error: 'RateLimitExceeded', message: 'Rate Limit Exceeded' },
      })
    },
    react: async (remoteId) => {
      appView.setCounts(remoteId, { likeCount: 5, repostCount: 4, replyCount: 3, quoteCount: 2, bookmarkCount: 1 })
      return { likes: 5, reposts: 4, replies: 3, quotes: 2, bookmarks: 1 }
    },
    blindRepeat: 'one-post',
    close: () => outbound.close(),
  }
}

/** A picture as a telephone makes it: turned on its side, with a place and a name in its metadata. */
export async function picture(altText: string): Promise<Picture> {
  const bytes = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#b3202a' } })
    .withMetadata({ orientation: 6 })
    .withExifMerge({ IFD0: { Artist: 'Ayse Yilmaz' }, IFD3: { GPSLatitude: '41/1 0/1 0/1' } })
    .jpeg()
    .toBuffer()
  const id = randomBytes(4).toString('hex')
  return { id, type: 'image/jpeg', width: 60, height: 40, altText, bytes: async () => new Uint8Array(bytes) }
}

function remotePost({ uri, value }: z.infer<typeof Records>['records'][number]): RemotePost {
  return {
    remoteId: uri,
    text: value.text,
    altTexts: value.embed?.images?.map((image) => image.alt) ?? [],
    replyTo: value.reply?.parent.uri ?? null,
  }
}
