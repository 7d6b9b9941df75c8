import { z } from 'zod'
import type { Account } from '../port.ts'
import { readKept, serviceAddress, type KeptCredentials, type KeptSettings } from './account.ts'
import { isTokenRefused } from './errors.ts'
import { beforePosting, callServer, type Answer, type Call, type Tools } from './xrpc.ts'

const Service = z.object({ id: z.string(), type: z.string(), serviceEndpoint: z.unknown() })
const SessionBody = z.object({
  accessJwt: z.string().min(1),
  refreshJwt: z.string().min(1),
  did: z.string().startsWith('did:'),
  handle: z.string(),
  didDoc: z
    .object({ service: z.array(Service).optional() })
    .optional()
    .catch(undefined),
  active: z.boolean().optional(),
  status: z.string().optional(),
})
export type SessionBody = z.infer<typeof SessionBody>

/** A signed-in account: calls its server, renewing the sign-in once when the server no longer takes it. */
export interface Session {
  readonly settings: KeptSettings
  /** As they are now, renewed or not. */
  readonly credentials: () => KeptCredentials
  readonly call: <Body>(call: Omit<Call, 'server' | 'bearer'>, schema: z.ZodType<Body>) => Promise<Answer<Body>>
}

export type OpenSession = (account: Account, signal?: AbortSignal) => Session

/**
 * Opens sessions that reuse the kept tokens. Signing in anew is limited to 30 in 5 minutes and 300 a day, so it happens
 * only when the kept tokens are refused, and once for all calls of this process that find so at the same time.
 */
export function sessions(tools: Tools): OpenSession {
  const renewing = new Map<string, Promise<Answer<KeptCredentials>>>()

  const renew = (account: Account, settings: KeptSettings, old: KeptCredentials): Promise<Answer<KeptCredentials>> => {
    const key = `${account.organisationId} ${account.channelId}`
    const running = renewing.get(key) ?? renewed(tools, account, settings, old).finally(() => renewing.delete(key))
    renewing.set(key, running)
    return running
  }

  return (account, signal) => {
    const { settings, credentials } = readKept(account)
    let current = credentials
    return {
      settings,
      credentials: () => current,
      call: async (call, schema) => {
        const once = () =>
          callServer(tools, { ...call, server: settings.pds, bearer: current.accessJwt, signal }, schema)
        const first = await once()
        if (first.kind === 'answered' || !isTokenRefused(first)) return first
        const fresh = await renew(account, settings, current)
        if (fresh.kind === 'failed') return beforePosting(fresh)
        current = fresh.body
        return once()
      },
    }
  }
}

/** Signs in with an app password. */
export function signIn(
  tools: Tools,
  entry: { readonly service: string; readonly identifier: string; readonly appPassword: string },
): Promise<Answer<SessionBody>> {
  const json = { identifier: entry.identifier, password: entry.appPassword }
  return callServer(
    tools,
    { server: entry.service, name: 'com.atproto.server.createSession', body: { json } },
    SessionBody,
  )
}

/** The server that keeps the account's data, as its identity document names it; else the service signed in at. */
export function homeOf(session: SessionBody, service: string): string {
  const home = session.didDoc?.service?.find(
    ({ id, type }) => type === 'AtprotoPersonalDataServer' && id.endsWith('#atproto_pds'),
  )
  const address = typeof home?.serviceEndpoint === 'string' ? home.serviceEndpoint : ''
  return (address === '' ? null : serviceAddress(address)) ?? service
}

async function renewed(
  tools: Tools,
  account: Account,
  { service, did }: KeptSettings,
  { appPassword, refreshJwt }: KeptCredentials,
): Promise<Answer<KeptCredentials>> {
  const refresh: Call = {
    server: service,
    name: 'com.atproto.server.refreshSession',
    body: 'empty',
    bearer: refreshJwt,
  }
  let answer = await callServer(tools, refresh, SessionBody)
  if (answer.kind === 'failed' && isTokenRefused(answer)) {
    answer = await signIn(tools, { service, identifier: did, appPassword })
  }
  if (answer.kind === 'failed') return answer
  const { accessJwt, refreshJwt: next } = answer.body
  const credentials = { appPassword, accessJwt, refreshJwt: next }
  await account.saveCredentials(credentials)
  return { kind: 'answered', body: credentials }
}
