import { z } from 'zod'
import type { Account, Measure, Measured } from '../port.ts'
import { needsReconnecting, notNow, reasonOf } from './errors.ts'
import type { OpenSession } from './session.ts'

/** The most posts that one question takes. */
const MOST_POSTS = 25

const Count = z.number().int().nonnegative().optional()
const Posts = z.object({
  posts: z.array(
    z.object({
      uri: z.string(),
      likeCount: Count,
      repostCount: Count,
      replyCount: Count,
      quoteCount: Count,
      bookmarkCount: Count,
    }),
  ),
})

const COUNTS = [
  ['likes', 'likeCount'],
  ['reposts', 'repostCount'],
  ['replies', 'replyCount'],
  ['quotes', 'quoteCount'],
  ['bookmarks', 'bookmarkCount'],
] as const

/** The counts of posts as the network shows them now. Deleted posts, and counts it does not tell, are left out. */
export async function measurePosts(
  openSession: OpenSession,
  account: Account,
  remoteIds: readonly string[],
): Promise<Measured> {
  const session = openSession(account)
  const measures: Measure[] = []
  for (let from = 0; from < remoteIds.length; from += MOST_POSTS) {
    const parameters = remoteIds.slice(from, from + MOST_POSTS).map((uri) => ['uris', uri] as const)
    const answer = await session.call({ name: 'app.bsky.feed.getPosts', parameters }, Posts)
    if (answer.kind === 'failed') {
      const reason = reasonOf(answer)
      return needsReconnecting(reason) ? { kind: 'reconnect', reason } : notNow(answer)
    }
    for (const post of answer.body.posts) {
      for (const [metric, field] of COUNTS) {
        const value = post[field]
        if (value !== undefined) measures.push({ remoteId: post.uri, metric, value })
      }
    }
  }
  return { kind: 'measured', measures }
}
