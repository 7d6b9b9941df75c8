import { z } from 'zod'
import { call, type Server } from './call.ts'
import type { Failure } from './errors.ts'
import { textOfHtml } from './html-text.ts'
import { webAddress } from './server-address.ts'
import { clockDifference, type ClockDifference } from './time-window.ts'
import type { Tools } from './tools.ts'

const Status = z.object({
  id: z.string().min(1).max(100),
  created_at: z.iso.datetime({ offset: true }),
  edited_at: z.string().nullish(),
  content: z.string().nullish(),
  spoiler_text: z.string().nullish(),
  in_reply_to_id: z.string().nullish(),
  url: z.string().nullish(),
  uri: z.string().nullish(),
  reblog: z.unknown().optional(),
  media_attachments: z.array(z.object({ id: z.string() })).nullish(),
})

/** One of the account's own posts, as the server shows it. */
export interface OwnPost {
  readonly id: string
  readonly url: string
  readonly at: Date
  readonly text: string
  readonly contentWarning: string
  readonly after: string | null
  readonly mediaIds: readonly string[]
  readonly edited: boolean
}

export interface OwnPosts {
  readonly kind: 'read'
  readonly posts: readonly OwnPost[]
  /** Whether everything since the time asked for was read. */
  readonly complete: boolean
  readonly ahead: ClockDifference | null
}

const PAGE = 40
/** 2,000 posts: an account that made more since is not searched through. */
const MOST_PAGES = 50

export interface Reading {
  readonly accountId: string
  /** The oldest time of interest by the server's clock, once the difference between the clocks is known. */
  readonly since: (ahead: ClockDifference | null) => Date
  readonly signal: AbortSignal
}

/**
 * Reads the account's own posts, newest first, until one is older than asked for. Pages are asked for by `max_id`,
 * which also servers without a `Link` header know. Older posts of the last page are in the answer too.
 */
export async function readOwnPosts(tools: Tools, server: Server, reading: Reading): Promise<OwnPosts | Failure> {
  const posts = new Map<string, OwnPost>()
  let ahead: ClockDifference | null = null
  let oldest: string | null = null
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const before = tools.clock.now()
    const answer = await readPage(tools, server, reading, oldest)
    if (answer.kind !== 'ok') return answer
    if (page === 0) ahead = clockDifference(answer.headers.get('date'), before, tools.clock.now())
    const last = answer.value.at(-1)
    if (last === undefined) return { kind: 'read', posts: [...posts.values()], complete: true, ahead }
    // A server that shows the same page again does not know how to page.
    if (posts.has(last.id)) break
    for (const status of answer.value) if (isOwn(status)) posts.set(status.id, ownPost(status, server.origin))
    if (Date.parse(last.created_at) < reading.since(ahead).getTime()) {
      return { kind: 'read', posts: [...posts.values()], complete: true, ahead }
    }
    oldest = last.id
  }
  return { kind: 'read', posts: [...posts.values()], complete: false, ahead }
}

function readPage(tools: Tools, server: Server, { accountId, signal }: Reading, maxId: string | null) {
  return call(tools, server, {
    method: 'GET',
    path: `/api/v1/accounts/${encodeURIComponent(accountId)}/statuses`,
    query: [
      ['limit', String(PAGE)],
      ['exclude_reblogs', 'true'],
      ...(maxId === null ? [] : [['max_id', maxId] as const]),
    ],
    answer: z.array(Status),
    signal,
  })
}

function isOwn(status: z.infer<typeof Status>): boolean {
  return status.reblog === null || status.reblog === undefined
}

function ownPost(status: z.infer<typeof Status>, origin: string): OwnPost {
  return {
    id: status.id,
    url: webAddress([status.url, status.uri], `${origin}/api/v1/statuses/${encodeURIComponent(status.id)}`),
    at: new Date(status.created_at),
    text: textOfHtml(status.content ?? ''),
    contentWarning: status.spoiler_text ?? '',
    after: status.in_reply_to_id ?? null,
    mediaIds: (status.media_attachments ?? []).map(({ id }) => id),
    edited: typeof status.edited_at === 'string',
  }
}
