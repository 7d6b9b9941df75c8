import { z } from 'zod'
import type { Account, Connected, Reason, Values } from '../port.ts'
import { call, type Server } from './call.ts'
import { describeServer, textRuleOf } from './description.ts'
import { reason, type Failure } from './errors.ts'
import { findServer, type FoundServer } from './instance.ts'
import { readServerAddress, webAddress } from './server-address.ts'
import { openSession } from './session.ts'
import type { Tools } from './tools.ts'

type Refused = Extract<Connected, { kind: 'refused' }>

const OwnAccount = z.object({
  id: z.string().min(1).max(100),
  username: z.string().min(1).max(500),
  display_name: z.string().max(1000).nullish(),
  url: z.string().nullish(),
  suspended: z.boolean().nullish(),
})
const OwnApplication = z.object({ scopes: z.array(z.string()).nullish() })

/** Tests a server address and an access token against the server and answers with what to keep. */
export async function connect(tools: Tools, settings: Values): Promise<Connected> {
  const origin = readServerAddress(settings['server'] ?? '')
  if (origin === null) return refused('server', reason('address-not-allowed'))
  const token = (settings['accessToken'] ?? '').trim().replace(/^bearer\s+/i, '')
  // Anything else cannot stand in a header, so it cannot be a token.
  if (!/^[\x21-\x7e]{1,4000}$/.test(token)) return refused('accessToken', reason('wrong-credentials'))
  return connectWith(tools, { origin, token }, { accessToken: token })
}

/** Asks with the stored credentials whether the account still works; answers with fresh limits and names. */
export async function inspect(tools: Tools, account: Account): Promise<Connected> {
  const credentials: { latest: Values } = { latest: account.credentials }
  const saveCredentials = async (saved: Values): Promise<void> => {
    await account.saveCredentials(saved)
    credentials.latest = saved
  }
  const session = await openSession(tools, { ...account, saveCredentials })
  if (session.kind !== 'open') return refusal(session)
  return connectWith(tools, session.server, credentials.latest)
}

/** Connects the account that a token belongs to. */
export async function connectWith(tools: Tools, given: Server, credentials: Values): Promise<Connected> {
  const found = await findServer(tools, given)
  if (found.kind !== 'ok') return refusal(found)
  const server: Server = { origin: found.value.origin, token: given.token }
  const own = await call(tools, server, {
    method: 'GET',
    path: '/api/v1/accounts/verify_credentials',
    answer: OwnAccount,
  })
  if (own.kind !== 'ok') return refusal(own)
  if (own.value.suspended === true) return refused(null, reason('account-suspended'))
  if (await lacksPosting(tools, server)) return refused('accessToken', reason('permission-missing'))
  return { kind: 'connected', connection: connectionOf(found.value, own.value, credentials) }
}

/** What a refused connection says, and which field of the form it concerns. */
export function refusal(failure: Failure): Refused {
  const { code } = failure.reason
  if (code === 'rate-limited' || code === 'account-suspended') return refused(null, failure.reason)
  const ofToken = code === 'wrong-credentials' || code === 'permission-missing'
  if (failure.kind === 'refused' && (code === 'content-rejected' || code === 'not-found')) {
    return refused('server', reason('not-this-platform', failure.reason.words))
  }
  return refused(ofToken ? 'accessToken' : 'server', failure.reason)
}

export function refused(field: string | null, why: Reason): Refused {
  return { kind: 'refused', field, reason: why }
}

/** True where the server says for certain that the token's application may not post; many servers do not say. */
async function lacksPosting(tools: Tools, server: Server): Promise<boolean> {
  const application = await call(tools, server, {
    method: 'GET',
    path: '/api/v1/apps/verify_credentials',
    answer: OwnApplication,
  })
  const scopes = application.kind === 'ok' ? application.value.scopes : null
  return Array.isArray(scopes) && scopes.length > 0 && !mayPost(scopes)
}

/** Whether these scopes let an application post (https://docs.joinmastodon.org/api/oauth-scopes/). */
export function mayPost(scopes: readonly string[]): boolean {
  return scopes.includes('write') || scopes.includes('write:statuses')
}

function connectionOf({ origin, instance }: FoundServer, own: z.infer<typeof OwnAccount>, credentials: Values) {
  const description = describeServer(instance)
  const host = instance.domain ?? new URL(origin).host
  const displayName = own.display_name?.trim() ?? ''
  return {
    settings: {
      server: origin,
      accountId: own.id,
      apiLevel: String(instance.apiLevel),
      mostCharacters: String(description.text.limit ?? textRuleOf({}).limit),
      linkLength: String(description.text.linkLength ?? textRuleOf({}).linkLength),
    },
    credentials,
    handle: `@${own.username}@${host}`,
    displayName: displayName === '' ? own.username : displayName,
    url: webAddress([own.url], `${origin}/@${own.username}`),
    description,
  }
}
