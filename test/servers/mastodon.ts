import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { accountFor, controlRoutes, publishedStatuses, react, type Reactions } from './mastodon-control.ts'
import { createFaults, type OrderedFaults } from './mastodon-faults.ts'
import { readRequest, Refused, send, type Answer, type Asked, type MastodonWorld } from './mastodon-http.ts'
import { limitHeaders } from './mastodon-limits.ts'
import { oauthRoutes } from './mastodon-oauth.ts'
import { settleOptions, type Behaviour, type MastodonOptions } from './mastodon-options.ts'
import { apiRoutes, tokenOf } from './mastodon-routes.ts'
import { createStore, type ShownProfile, type StoredMedia, type StoredStatus } from './mastodon-store.ts'

export type { Behaviour, MastodonOptions } from './mastodon-options.ts'

/** A running server and what a test may do to it behind the API. */
export interface Mastodon {
  readonly url: string
  /** An account with a token; the same name is the same account with another token. Default name `brand`. */
  readonly account: (name?: string) => { readonly token: string; readonly id: string; readonly name: string }
  /** What the public profile of an account shows beside its posts. */
  readonly show: (name: string, profile: ShownProfile) => void
  /** Everything that is out, oldest first. */
  readonly statuses: () => readonly StoredStatus[]
  readonly media: (id: string) => StoredMedia | null
  /** From now on, or for so many posts, do this with valid posts. */
  readonly behave: (next: Behaviour, times?: number) => void
  readonly revoke: (token: string) => void
  readonly react: (id: string, reactions: Reactions) => void
  /** A token of that account with these scopes only. */
  readonly issue: (accountId: string, scopes: readonly string[]) => string
  /** Does what a person does on the authorize page; answers with the address the browser is sent to. */
  readonly approve: (authorizeUrl: string, account?: string) => Promise<string>
  readonly requestCount: (pathPart?: string) => number
  readonly close: () => Promise<void>
}

/** Starts a Mastodon server on loopback that refuses what the real one refuses. It lives until `close`. */
export async function startMastodon(options: MastodonOptions): Promise<Mastodon> {
  const settled = settleOptions(options)
  const faults = createFaults(settled)
  const seen: string[] = []
  let url = ''
  const world: MastodonWorld = {
    options: settled,
    store: createStore(),
    url: () => url,
    faults,
    counters: new Map(),
    late: new Set(),
  }
  const server = listener(world, faults, seen)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(settled.port, '127.0.0.1', resolve)
  })
  url = `http://127.0.0.1:${portOf(server)}`
  return {
    url,
    account: (name = 'brand') => accountFor(world, name),
    show: (name, profile) => {
      world.store.account(name).shown = profile
    },
    statuses: () => publishedStatuses(world),
    media: (id) => world.store.media.get(id) ?? null,
    behave: faults.behave,
    revoke: (token) => {
      const stored = world.store.tokens.get(token)
      if (stored !== undefined) stored.revoked = true
    },
    react: (id, reactions) => react(world, id, reactions),
    issue: (accountId, scopes) => world.store.issue(accountId, scopes).token,
    approve,
    requestCount: (part = '') => seen.filter((path) => path.includes(part)).length,
    close: () => close(server, world),
  }
}

function listener(world: MastodonWorld, faults: OrderedFaults, seen: string[]): Server {
  const oauth = oauthRoutes(world)
  const answer = async (asked: Asked): Promise<Answer> => {
    const control = controlRoutes(world, faults, asked)
    if (control !== null) return control
    if (world.options.latencyMs > 0) await delay(world.options.latencyMs)
    const given = oauth(asked) ?? (await apiRoutes(world, asked))
    return { ...given, headers: { ...limitHeaders(world, tokenOf(asked)), ...given.headers } }
  }
  return createServer({ keepAliveTimeout: 30_000 }, (request, response) => {
    seen.push(`${request.method} ${request.url}`)
    readRequest(request)
      .then(answer)
      .catch(refusalAnswer)
      .then((given) => send(response, given, world.options.now()))
      // The caller may be gone by now.
      .catch(() => response.destroy())
  })
}

function refusalAnswer(error: unknown): Answer {
  if (error instanceof Refused) return { status: error.status, body: error.body, headers: error.headers }
  return { status: 500, body: { error: `The test server failed: ${String(error)}` } }
}

function portOf(server: Server): number {
  const address: string | AddressInfo | null = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server listens on a port')
  return address.port
}

async function approve(authorizeUrl: string, account = 'brand'): Promise<string> {
  const page = await fetch(authorizeUrl)
  const html = await page.text()
  if (page.status !== 200) throw new Error(`The authorize page refused: ${page.status} ${html}`)
  const fields = new URLSearchParams(new URL(authorizeUrl).search)
  fields.set('account', account)
  fields.set('decision', 'allow')
  const decided = await fetch(new URL('/oauth/authorize', authorizeUrl), {
    method: 'POST',
    body: fields,
    redirect: 'manual',
  })
  const location = decided.headers.get('location')
  if (location === null) throw new Error(`Nothing was allowed: ${decided.status}`)
  return location
}

async function close(server: Server, world: MastodonWorld): Promise<void> {
  for (const timer of world.late) clearTimeout(timer)
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeAllConnections()
  await closed
}
