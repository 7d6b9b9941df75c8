import { z } from 'zod'
import type { Account, Values } from '../port.ts'
import { call, type Server } from './call.ts'
import { harmless, reason, type Failure } from './errors.ts'
import type { Tools } from './tools.ts'

/** What the token endpoint answers. Mastodon's tokens live until revoked; other servers may limit and renew them. */
export const TokenAnswer = z.object({
  access_token: z.string().min(1).max(4000),
  refresh_token: z.string().min(1).max(4000).nullish(),
  expires_in: z.number().positive().nullish(),
  scope: z.string().max(2000).nullish(),
})
export type TokenAnswer = z.infer<typeof TokenAnswer>

const EARLY_MS = 60_000

export type Session = { readonly kind: 'open'; readonly server: Server } | Exclude<Failure, { kind: 'unknown' }>

/** Who speaks for the account: its server and a token that is still valid, renewed and saved first where it runs out. */
export async function openSession(tools: Tools, account: Account): Promise<Session> {
  const origin = account.settings['server']
  const token = account.credentials['accessToken']
  if (origin === undefined || token === undefined) {
    return { kind: 'reconnect', reason: reason('wrong-credentials') }
  }
  if (!runsOut(account.credentials, tools.clock.now())) return { kind: 'open', server: { origin, token } }
  return renewed(tools, account, origin)
}

/** Credentials to keep for a token answer; instants in ISO 8601, UTC. */
export function credentialsOf(token: TokenAnswer, client: Values, now: Date): Values {
  const { access_token: accessToken, refresh_token: refreshToken, expires_in: seconds } = token
  if (refreshToken === null || refreshToken === undefined) return { accessToken }
  const expiry =
    typeof seconds === 'number' ? { expiresAt: new Date(now.getTime() + seconds * 1000).toISOString() } : {}
  return { ...client, accessToken, refreshToken, ...expiry }
}

function runsOut(credentials: Values, now: Date): boolean {
  const { refreshToken, expiresAt } = credentials
  if (refreshToken === undefined || expiresAt === undefined) return false
  return Date.parse(expiresAt) - EARLY_MS <= now.getTime()
}

function renewed(tools: Tools, account: Account, origin: string): Promise<Session> {
  const { channelId, credentials } = account
  const from = credentials['refreshToken'] ?? ''
  const latest = tools.renewals.get(channelId)
  // An account read before the last renewal still carries the used refresh token: it gets what that one brought.
  if (latest?.from === from) return latest.session
  const session = renew(tools, account, origin)
  tools.renewals.set(channelId, { from, session })
  const forget = (): void => {
    if (tools.renewals.get(channelId)?.session === session) tools.renewals.delete(channelId)
  }
  session.then((result) => (result.kind === 'open' ? undefined : forget()), forget)
  return session
}

async function renew(tools: Tools, account: Account, origin: string): Promise<Session> {
  const { clientId = '', clientSecret = '', refreshToken = '' } = account.credentials
  const form = {
    grant_type: 'refresh_token',
    refresh_token: refreshToken,
    client_id: clientId,
    client_secret: clientSecret,
  }
  const answer = await call(
    tools,
    { origin, token: null },
    { method: 'POST', path: '/oauth/token', form, answer: TokenAnswer },
  )
  if (answer.kind === 'refused') return { kind: 'reconnect', reason: reason('wrong-credentials', answer.reason.words) }
  if (answer.kind !== 'ok') return harmless(answer)
  const token = { ...answer.value, refresh_token: answer.value.refresh_token ?? refreshToken }
  await account.saveCredentials(credentialsOf(token, { clientId, clientSecret }, tools.clock.now()))
  return { kind: 'open', server: { origin, token: token.access_token } }
}
