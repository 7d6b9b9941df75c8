import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What others did with a post, by the names of the protocol. */
export type PostCounts = Readonly<
  Partial<Record<'likeCount' | 'repostCount' | 'replyCount' | 'quoteCount' | 'bookmarkCount', number>>
>

export interface BlueskyAppView {
  readonly url: string
  readonly setCounts: (uri: string, counts: PostCounts) => void
  /** How many posts each question named. */
  readonly questions: readonly number[]
  readonly close: () => Promise<void>
}

/**
 * The part of the network that counts: answers `app.bsky.feed.getPosts` as its lexicon says (at most 25 addresses, posts
 * it does not know left out) with counts that a test sets.
 */
export async function startBlueskyAppView(): Promise<BlueskyAppView> {
  const counts = new Map<string, PostCounts>()
  const questions: number[] = []
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const uris = url.searchParams.getAll('uris')
    const answer = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    }
    if (url.pathname !== '/xrpc/app.bsky.feed.getPosts') return answer(404, { error: 'XRPCNotSupported' })
    questions.push(uris.length)
    if (uris.length === 0 || uris.length > 25)
      return answer(400, { error: 'InvalidRequest', message: 'uris: too many' })
    const known = uris.flatMap((uri) => {
      const set = counts.get(uri)
      return set === undefined ? [] : [{ uri, cid: 'bafyreia', indexedAt: '2026-01-01T00:00:00.000Z', ...set }]
    })
    answer(200, { posts: known })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://localhost:${port}`,
    questions,
    setCounts: (uri, set) => {
      counts.set(uri, set)
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
