import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Authoriser, Connected } from '../port.ts'
import { call } from './call.ts'
import { connectWith, mayPost, refusal, refused } from './connect.ts'
import { reason } from './errors.ts'
import { readServerAddress } from './server-address.ts'
import { credentialsOf, TokenAnswer } from './session.ts'
import type { Tools } from './tools.ts'

/** The least that posting, looking up, counting and answering need. */
export const SCOPES = 'read:accounts read:statuses read:notifications write:statuses write:media'

const Application = z.object({ client_id: z.string().min(1).max(4000), client_secret: z.string().min(1).max(4000) })
const Pending = z.object({
  server: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
  verifier: z.string(),
  redirectUri: z.string(),
})

/**
 * Signing in at the server (https://docs.joinmastodon.org/methods/oauth/): the application registers itself there, a
 * person allows it, and the code is exchanged under PKCE S256. Whether `state` came back is for the caller to check.
 */
export function authoriser(tools: Tools): Authoriser {
  return {
    begin: (settings, redirectUri, state) => begin(tools, settings['server'] ?? '', { redirectUri, state }),
    finish: async (pending, code) => {
      const known = Pending.safeParse(pending)
      return known.success ? finish(tools, known.data, code) : refused(null, reason('wrong-credentials'))
    },
  }
}

interface Back {
  readonly redirectUri: string
  readonly state: string
}

async function begin(tools: Tools, entered: string, back: Back): ReturnType<Authoriser['begin']> {
  const { redirectUri, state } = back
  const server = readServerAddress(entered)
  if (server === null) return refused('server', reason('address-not-allowed'))
  const registered = await call(
    tools,
    { origin: server, token: null },
    {
      method: 'POST',
      path: '/api/v1/apps',
      json: { client_name: 'Tutti', redirect_uris: redirectUri, scopes: SCOPES },
      answer: Application,
    },
  )
  if (registered.kind !== 'ok') return { ...refusal(registered), field: 'server' }
  const { client_id: clientId, client_secret: clientSecret } = registered.value
  const verifier = randomBytes(32).toString('base64url')
  const url = new URL('/oauth/authorize', server)
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: SCOPES,
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString()
  return { kind: 'begun', url: url.href, pending: { server, clientId, clientSecret, verifier, redirectUri } }
}

async function finish(tools: Tools, pending: z.infer<typeof Pending>, code: string): Promise<Connected> {
  const { server, clientId, clientSecret, verifier, redirectUri } = pending
  const answer = await call(
    tools,
    { origin: server, token: null },
    {
      method: 'POST',
      path: '/oauth/token',
      form: {
        grant_type: 'authorization_code',
        code,
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uri: redirectUri,
        code_verifier: verifier,
        scope: SCOPES,
      },
      answer: TokenAnswer,
    },
  )
  if (answer.kind === 'refused') return refused(null, reason('wrong-credentials', answer.reason.words))
  if (answer.kind !== 'ok') return withoutField(refusal(answer))
  const { scope, access_token: token } = answer.value
  if (typeof scope === 'string' && scope !== '' && !mayPost(scope.split(/\s+/))) {
    return refused(null, reason('permission-missing'))
  }
  const credentials = credentialsOf(answer.value, { clientId, clientSecret }, tools.clock.now())
  return withoutField(await connectWith(tools, { origin: server, token }, credentials))
}

/** Nothing was entered in this step, so nothing entered can be wrong. */
function withoutField(connected: Connected): Connected {
  return connected.kind === 'refused' ? { ...connected, field: null } : connected
}
