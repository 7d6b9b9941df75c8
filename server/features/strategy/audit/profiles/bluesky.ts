import { z } from 'zod'
import { askJson } from './ask.ts'
import type { LookUp, Profile, Tools } from './profile.ts'

const Count = z.number().int().nonnegative().optional()
/** app.bsky.actor.defs#profileViewDetailed, as far as it is of use. */
const Shown = z.object({
  did: z.string(),
  handle: z.string(),
  displayName: z.string().optional(),
  description: z.string().optional(),
  avatar: z.string().optional(),
  website: z.string().optional(),
  followersCount: Count,
  followsCount: Count,
  postsCount: Count,
  verification: z.object({ verifiedStatus: z.string() }).optional(),
})
const Feed = z.object({
  cursor: z.string().optional(),
  feed: z.array(
    z.object({
      post: z.object({
        author: z.object({ did: z.string() }),
        indexedAt: z.iso.datetime({ offset: true }),
        record: z.object({ createdAt: z.string().optional() }).optional(),
        likeCount: Count,
        repostCount: Count,
        replyCount: Count,
        quoteCount: Count,
      }),
      /** Something else than a post of its own: passed on, or pinned. */
      reason: z.object({ $type: z.string().optional() }).optional(),
    }),
  ),
})

const MOST_POSTS = 100

/** A profile as the public view of the network shows it. */
export const lookUpBluesky: LookUp = async (tools, { handle }) => {
  const query = new URLSearchParams({ actor: handle })
  const read = await askJson(tools, `${tools.blueskyProfiles}/xrpc/app.bsky.actor.getProfile?${query}`, Shown)
  if (read.kind === 'problem') return read
  const shown = read.value
  return {
    kind: 'found',
    profile: {
      name: shown.displayName ?? '',
      url: `https://bsky.app/profile/${shown.handle}`,
      followers: shown.followersCount ?? null,
      following: shown.followsCount ?? null,
      posts: shown.postsCount ?? null,
      hasPicture: shown.avatar !== undefined,
      hasText: (shown.description ?? '').trim() !== '',
      hasLink: shown.website !== undefined || /https?:\/\/|\b[\w-]+\.[a-z]{2,}\b/i.test(shown.description ?? ''),
      isVerified: shown.verification?.verifiedStatus === 'valid',
      recent: await recentPosts(tools, shown.did),
    },
  }
}

async function recentPosts(tools: Tools, did: string): Promise<Profile['recent']> {
  const query = new URLSearchParams({ actor: did, limit: String(MOST_POSTS), filter: 'posts_no_replies' })
  const read = await askJson(tools, `${tools.blueskyProfiles}/xrpc/app.bsky.feed.getAuthorFeed?${query}`, Feed)
  if (read.kind === 'problem') return null
  const own = read.value.feed.filter(
    ({ post, reason }) => post.author.did === did && reason?.$type !== 'app.bsky.feed.defs#reasonRepost',
  )
  return {
    complete: read.value.cursor === undefined,
    posts: own.map(({ post }) => ({
      at: timeOf(post.record?.createdAt, post.indexedAt),
      interactions: (post.likeCount ?? 0) + (post.repostCount ?? 0) + (post.replyCount ?? 0) + (post.quoteCount ?? 0),
    })),
  }
}

/** The earlier of what the author says and what the network noticed: the first may be made up, the second late. */
function timeOf(created: string | undefined, indexed: string): Date {
  const said = created === undefined ? Number.NaN : Date.parse(created)
  const noticed = Date.parse(indexed)
  return new Date(Number.isNaN(said) ? noticed : Math.min(said, noticed))
}
