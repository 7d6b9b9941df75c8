import { Refused, type Answer, type Asked, type MastodonWorld } from './mastodon-http.ts'
import { instanceV1, instanceV2 } from './mastodon-instance.ts'
import { countUse } from './mastodon-limits.ts'
import { readMedia, uploadMedia } from './mastodon-media.ts'
import { lookUpAccount, publicUse } from './mastodon-profiles.ts'
import { deleteStatus, listStatuses, postStatus, readSource, readStatus, readStatuses } from './mastodon-statuses.ts'
import type { StoredAccount, StoredToken } from './mastodon-store.ts'

/** The API under /api, for whoever shows a token. */
export async function apiRoutes(world: MastodonWorld, asked: Asked): Promise<Answer> {
  const [api, version, first, second, third] = asked.path
  if (api !== 'api') throw new Refused(404, 'Not Found')
  if (first === 'instance') return instance(world, version)
  const route = `${asked.method} ${version}/${first ?? ''}`
  switch (route) {
    case 'GET v1/accounts': {
      if (second === 'verify_credentials') return ownAccount(world, signedIn(world, asked, 'read:accounts'))
      if (second === 'lookup') return lookUpAccount(world, asked)
      if (third !== 'statuses') break
      const everything = tokenOf(asked) !== null
      if (everything) signedIn(world, asked, 'read:statuses')
      else publicUse(world)
      return listStatuses(world, second ?? '', { query: asked.query, everything })
    }
    case 'GET v1/apps':
      return ownApplication(world, asked)
    case 'POST v1/statuses':
      return postStatus(world, signedIn(world, asked, 'write:statuses'), asked)
    case 'GET v1/statuses': {
      const account = signedIn(world, asked, 'read:statuses')
      if (second === undefined && world.options.software === 'mastodon') return readStatuses(world, asked.query)
      if (third === 'source') return readSource(world, account, second ?? '')
      return readStatus(world, second ?? '')
    }
    case 'DELETE v1/statuses':
      return deleteStatus(world, signedIn(world, asked, 'write:statuses'), second ?? '')
    case 'POST v2/media':
      return uploadMedia(world, signedIn(world, asked, 'write:media'), asked)
    case 'GET v1/media':
      return readMedia(world, signedIn(world, asked, 'write:media'), second ?? '')
  }
  throw new Refused(404, 'Record not found')
}

function instance(world: MastodonWorld, version: string | undefined): Answer {
  if (version === 'v1') return instanceV1(world)
  if (version === 'v2' && !world.options.oldInstance) return instanceV2(world)
  throw new Refused(404, 'Record not found')
}

/** The token shown with a request, valid or refused with 401 as the platform does. */
function validToken(world: MastodonWorld, asked: Asked): StoredToken {
  const shown = tokenOf(asked)
  if (shown === null) throw new Refused(401, 'This method requires an authenticated user')
  const token = world.store.tokens.get(shown)
  if (token === undefined) throw new Refused(401, 'The access token is invalid')
  if (token.revoked) throw new Refused(401, 'The access token was revoked')
  if (token.expiresAt !== null && token.expiresAt <= world.options.now().getTime()) {
    throw new Refused(401, 'The access token expired')
  }
  return token
}

export function tokenOf({ headers }: Asked): string | null {
  return /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1] ?? null
}

function signedIn(world: MastodonWorld, asked: Asked, scope: string): StoredAccount {
  const token = validToken(world, asked)
  const { rateLimit } = world.options
  if (rateLimit !== undefined) countUse(world, `token:${token.token}`, rateLimit.most, rateLimit.windowMs)
  const [general = ''] = scope.split(':')
  if (!token.scopes.includes(scope) && !token.scopes.includes(general)) {
    throw new Refused(403, 'This action is outside the authorized scopes')
  }
  const account = world.store.accounts.get(token.accountId)
  if (account === undefined) throw new Refused(403, 'Your login is currently disabled')
  return account
}

function ownAccount(world: MastodonWorld, account: StoredAccount): Answer {
  const url = `${world.url()}/@${account.name}`
  const names = { username: account.name, acct: account.name, display_name: `The ${account.name}` }
  const counts = { followers_count: 0, following_count: 0, statuses_count: account.statuses.length }
  return { status: 200, body: { id: account.id, ...names, url, locked: false, ...counts } }
}

function ownApplication(world: MastodonWorld, asked: Asked): Answer {
  const { scopes } = validToken(world, asked)
  return { status: 200, body: { name: 'Test', scopes } }
}
