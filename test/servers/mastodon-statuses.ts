import { Refused, fieldsOf, type Answer, type Asked, type MastodonWorld } from './mastodon-http.ts'
import { toHtml } from './mastodon-html.ts'
import { countUse, limited } from './mastodon-limits.ts'
import { mediaBody } from './mastodon-media.ts'
import { validPost, type ValidPost } from './mastodon-rules.ts'
import { pageOf, type StoredAccount, type StoredStatus } from './mastodon-store.ts'

const KEY_MS = 3_600_000

/** POST /api/v1/statuses: every rule first, then whatever the server was told to do with valid posts. */
export function postStatus(world: MastodonWorld, account: StoredAccount, asked: Asked): Answer {
  const key = asked.headers['idempotency-key']
  const earlier = typeof key === 'string' ? known(world, account, key) : null
  const post = earlier === null ? validPost(world, account, fieldsOf(asked)) : null
  const behaviour = world.faults.next()
  const store = (): StoredStatus => earlier ?? storePost(world, account, post, typeof key === 'string' ? key : null)
  if (behaviour === 'rate-limits') throw limited(world)
  if (behaviour === 'drops-request') return { status: 0, body: null, drop: true }
  if (behaviour === 'fails-before') return proxyPage(503)
  if (behaviour === 'accepts-late') {
    const timer = setTimeout(() => {
      world.late.delete(timer)
      store()
    }, world.options.lateMs)
    world.late.add(timer)
    return { status: 0, body: null, drop: true }
  }
  const status = store()
  if (behaviour === 'drops-answer') return { status: 0, body: null, drop: true }
  if (behaviour === 'fails-after') return proxyPage(502)
  return { status: 200, body: statusBody(world, status) }
}

function proxyPage(status: number): Answer {
  return { status, body: `<html><h1>${status}</h1></html>`, headers: { 'content-type': 'text/html' } }
}

function known(world: MastodonWorld, account: StoredAccount, key: string): StoredStatus | null {
  if (!world.options.honoursKeys) return null
  const kept = account.keys.get(key)
  if (kept === undefined || kept.at + KEY_MS < world.options.now().getTime()) return null
  return world.store.statuses.get(kept.statusId) ?? null
}

function storePost(
  world: MastodonWorld,
  account: StoredAccount,
  post: ValidPost | null,
  key: string | null,
): StoredStatus {
  if (post === null) throw new Error('A post that is not known by its key was checked')
  const id = world.store.nextId()
  const createdAt = world.options.now()
  const { media, ...written } = post
  const url = `${world.url()}/@${account.name}/${id}`
  const counts = { deleted: false, favourites: 0, reblogs: 0, replies: 0, quotes: 0 }
  const mediaIds = media.map((one) => one.id)
  const status: StoredStatus = { id, accountId: account.id, ...written, mediaIds, createdAt, url, ...counts }
  for (const one of media) one.statusId = id
  account.statuses.push(status)
  world.store.statuses.set(id, status)
  if (key !== null) account.keys.set(key, { statusId: id, at: createdAt.getTime() })
  const parent = post.inReplyToId === null ? undefined : world.store.statuses.get(post.inReplyToId)
  if (parent !== undefined) parent.replies += 1
  return status
}

interface Listing {
  readonly query: URLSearchParams
  /** For the owner: all visibilities; else what anybody may see. */
  readonly everything: boolean
}

/** GET /api/v1/accounts/:id/statuses. Boosts do not exist here. */
export function listStatuses(world: MastodonWorld, accountId: string, { query, everything }: Listing): Answer {
  const account = world.store.accounts.get(accountId)
  if (account === undefined) throw new Refused(404, 'Record not found')
  const limit = Math.min(40, Math.max(1, Number(query.get('limit') ?? '20') || 20))
  const paging = { maxId: query.get('max_id'), minId: query.get('min_id'), sinceId: query.get('since_id'), limit }
  const answers = query.get('exclude_replies') === 'true'
  const seen =
    everything && !answers
      ? account.statuses
      : account.statuses.filter(
          ({ visibility, inReplyToId }) =>
            (everything || visibility === 'public' || visibility === 'unlisted') && !(answers && inReplyToId !== null),
        )
  const page = pageOf(seen, paging)
  const [newest, oldest] = [page[0], page.at(-1)]
  const list = `${world.url()}/api/v1/accounts/${accountId}/statuses?limit=${limit}`
  const link =
    newest === undefined || oldest === undefined
      ? {}
      : { link: `<${list}&max_id=${oldest.id}>; rel="next", <${list}&min_id=${newest.id}>; rel="prev"` }
  return { status: 200, body: page.map((status) => statusBody(world, status)), headers: link }
}

export function readStatus(world: MastodonWorld, id: string): Answer {
  return { status: 200, body: statusBody(world, existing(world, id)) }
}

/** GET /api/v1/statuses?id[]=: those that exist. */
export function readStatuses(world: MastodonWorld, query: URLSearchParams): Answer {
  const found = query.getAll('id[]').map((id) => world.store.statuses.get(id))
  const there = found.filter((status) => status !== undefined && !status.deleted)
  return { status: 200, body: there.flatMap((status) => (status === undefined ? [] : [statusBody(world, status)])) }
}

export function readSource(world: MastodonWorld, account: StoredAccount, id: string): Answer {
  const status = existing(world, id)
  if (!world.options.sources || status.accountId !== account.id) throw new Refused(404, 'Record not found')
  return { status: 200, body: { id, text: status.text, spoiler_text: status.spoilerText } }
}

export function deleteStatus(world: MastodonWorld, account: StoredAccount, id: string): Answer {
  const status = existing(world, id)
  if (status.accountId !== account.id) throw new Refused(404, 'Record not found')
  countUse(world, `delete:${account.id}`, world.options.deletesPerHalfHour)
  status.deleted = true
  return { status: 200, body: { ...statusBody(world, status), text: status.text } }
}

function existing(world: MastodonWorld, id: string): StoredStatus {
  const status = world.store.statuses.get(id)
  if (status === undefined || status.deleted) throw new Refused(404, 'Record not found')
  return status
}

function statusBody(world: MastodonWorld, status: StoredStatus) {
  const { markdown, software } = world.options
  const account = world.store.accounts.get(status.accountId)
  return {
    id: status.id,
    created_at: status.createdAt.toISOString(),
    edited_at: null,
    in_reply_to_id: status.inReplyToId,
    sensitive: status.spoilerText !== '',
    spoiler_text: status.spoilerText,
    visibility: status.visibility,
    language: status.language,
    uri: `${world.url()}/users/${account?.name}/statuses/${status.id}`,
    url: status.url,
    replies_count: status.replies,
    reblogs_count: status.reblogs,
    favourites_count: status.favourites,
    ...(software === 'mastodon' ? { quotes_count: status.quotes } : {}),
    content: toHtml(status.text, { origin: world.url(), markdown, software }),
    reblog: null,
    account: { id: status.accountId, username: account?.name, acct: account?.name },
    media_attachments: status.mediaIds.flatMap((id) => {
      const media = world.store.media.get(id)
      return media === undefined ? [] : [mediaBody(world, media)]
    }),
    mentions: [],
    tags: [],
  }
}
