import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A post as the public view lists it. */
export interface ListedPost {
  readonly at: Date
  readonly likes?: number
  readonly reposts?: number
  readonly replies?: number
  readonly quotes?: number
  /** Somebody else's, passed on. */
  readonly repost?: boolean
}

export interface PublicProfile {
  readonly displayName?: string
  readonly description?: string
  readonly picture?: boolean
  readonly followers: number
  readonly follows?: number
  readonly posts: readonly ListedPost[]
  readonly verified?: boolean
}

export interface BlueskyProfiles {
  readonly url: string
  readonly setProfile: (handle: string, profile: PublicProfile) => void
  /** From now on: answers as usual, refuses every question (429), answers with more than a profile, or with a page. */
  readonly behave: (next: 'answers' | 'rate-limits' | 'floods' | 'pages') => void
  readonly close: () => Promise<void>
}

const PREFIX = '/xrpc/app.bsky.'

/**
 * The public view of the network that needs no sign-in: `app.bsky.actor.getProfile` and `app.bsky.feed.getAuthorFeed` (at most 100
 * a page, with a cursor while there are more). An actor that it does not know is refused with 400, as the network's own does.
 */
export async function startBlueskyProfiles(): Promise<BlueskyProfiles> {
  const profiles = new Map<string, PublicProfile>()
  let behaviour: Parameters<BlueskyProfiles['behave']>[0] = 'answers'
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
      void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
    if (behaviour === 'rate-limits') {
      const reset = String(Math.floor(Date.now() / 1000) + 300)
      return json(
        429,
        { error: 'RateLimitExceeded', message: 'Rate Limit Exceeded' },
        {
          'ratelimit-limit': '3000',
          'ratelimit-remaining': '0',
          'ratelimit-reset': reset,
          'ratelimit-policy': '3000;w=300',
        },
      )
    }
    if (behaviour === 'floods') return void response.writeHead(200).end('x'.repeat(3_000_000))
    if (behaviour === 'pages') return void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>')
    if (!url.pathname.startsWith(PREFIX)) return json(404, { error: 'XRPCNotSupported', message: 'Not found' })
    const actor = url.searchParams.get('actor')
    if (actor === null) return json(400, { error: 'InvalidRequest', message: 'Params must have the property "actor"' })
    const handle = [...profiles.keys()].find((one) => one === actor || didOf(one) === actor)
    const profile = profiles.get(handle ?? '')
    if (handle === undefined || profile === undefined)
      return json(400, { error: 'InvalidRequest', message: 'Profile not found' })
    const method = url.pathname.slice(PREFIX.length)
    if (method === 'actor.getProfile') return json(200, profileBody(handle, profile))
    if (method === 'feed.getAuthorFeed') return feed(url.searchParams, handle, profile, json)
    json(404, { error: 'XRPCNotSupported', message: 'Not found' })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://localhost:${port}`,
    setProfile: (handle, profile) => void profiles.set(handle, profile),
    behave: (next) => {
      behaviour = next
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function didOf(handle: string): string {
  return `did:plc:${Buffer.from(handle).toString('hex').slice(0, 24).padEnd(24, 'a')}`
}

function profileBody(handle: string, profile: PublicProfile) {
  return {
    did: didOf(handle),
    handle,
    ...(profile.displayName === undefined ? {} : { displayName: profile.displayName }),
    ...(profile.description === undefined ? {} : { description: profile.description }),
    ...(profile.picture === false ? {} : { avatar: `https://cdn.example/${handle}.jpg` }),
    followersCount: profile.followers,
    followsCount: profile.follows ?? 0,
    postsCount: profile.posts.length,
    indexedAt: '2026-01-01T00:00:00.000Z',
    ...(profile.verified === true
      ? { verification: { verifications: [], verifiedStatus: 'valid', trustedVerifierStatus: 'none' } }
      : {}),
  }
}

function feed(
  query: URLSearchParams,
  handle: string,
  { posts }: PublicProfile,
  json: (status: number, body: unknown) => void,
): void {
  const limit = Number(query.get('limit') ?? '50')
  if (!Number.isInteger(limit) || limit < 1 || limit > 100)
    return json(400, { error: 'InvalidRequest', message: 'limit can not be greater than 100' })
  const from = Number(query.get('cursor') ?? '0')
  const sorted = posts.toSorted((one, other) => other.at.getTime() - one.at.getTime())
  const page = sorted.slice(from, from + limit)
  json(200, {
    ...(from + limit < sorted.length ? { cursor: String(from + limit) } : {}),
    feed: page.map((post, place) => {
      const did = post.repost === true ? 'did:plc:somebodyelse000000000000' : didOf(handle)
      return {
        post: {
          uri: `at://${did}/app.bsky.feed.post/${from + place}`,
          cid: 'bafyreia',
          author: { did, handle },
          record: { $type: 'app.bsky.feed.post', text: 'x', createdAt: post.at.toISOString() },
          indexedAt: post.at.toISOString(),
          likeCount: post.likes ?? 0,
          repostCount: post.reposts ?? 0,
          replyCount: post.replies ?? 0,
          quoteCount: post.quotes ?? 0,
        },
        ...(post.repost === true ? { reason: { $type: 'app.bsky.feed.defs#reasonRepost' } } : {}),
      }
    }),
  })
}
