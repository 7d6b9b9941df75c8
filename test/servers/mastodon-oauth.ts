import { createHash, randomBytes } from 'node:crypto'
import { Refused, fieldsOf, textField, type Answer, type Asked, type MastodonWorld } from './mastodon-http.ts'
import { authorizePage, type Application } from './mastodon-authorize-page.ts'

interface Grant {
  readonly application: Application
  readonly accountId: string
  readonly redirectUri: string
  readonly scopes: readonly string[]
  readonly challenge: string | null
}

interface Renewal {
  readonly application: Application
  readonly accountId: string
  readonly scopes: readonly string[]
}

interface Desk {
  readonly world: MastodonWorld
  readonly applications: Map<string, Application>
  readonly grants: Map<string, Grant>
  readonly renewals: Map<string, Renewal>
}

const SCOPES = /^(?:read|write|follow|push|profile|admin)(?::[a-z_]+)*$/

/** The OAuth endpoints: applications, the page on which a person allows one, codes for tokens, revocation. */
export function oauthRoutes(world: MastodonWorld): (asked: Asked) => Answer | null {
  const desk: Desk = { world, applications: new Map(), grants: new Map(), renewals: new Map() }
  return (asked) => {
    const route = `${asked.method} /${asked.path.join('/')}`
    if (route === 'POST /api/v1/apps') return register(desk, asked)
    if (route === 'GET /oauth/authorize') return authorizePage(wanted(desk, asked.query), asked.query)
    if (route === 'POST /oauth/authorize') return decide(desk, asked)
    if (route === 'POST /oauth/token') return exchange(desk, asked)
    if (route === 'POST /oauth/revoke') return revoke(desk, asked)
    return null
  }
}

function register(desk: Desk, asked: Asked): Answer {
  const fields = fieldsOf(asked)
  const uris = fields['redirect_uris']
  const redirectUris = Array.isArray(uris) ? uris.map(String) : (textField(fields, 'redirect_uris') ?? '').split('\n')
  const name = textField(fields, 'client_name') ?? ''
  const scopes = (textField(fields, 'scopes') ?? 'read').split(' ')
  if (name === '') throw new Refused(422, "Validation failed: Application name can't be blank")
  if (!redirectUris.every((uri) => URL.canParse(uri))) {
    throw new Refused(422, 'Validation failed: Redirect URI must be an absolute URI.')
  }
  if (!scopes.every((scope) => SCOPES.test(scope))) {
    throw new Refused(422, "Validation failed: Scopes doesn't match configured on the server.")
  }
  const application: Application = { id: random(), secret: random(), name, redirectUris, scopes }
  desk.applications.set(application.id, application)
  const client = { client_id: application.id, client_secret: application.secret, client_secret_expires_at: 0 }
  return { status: 200, body: { id: '1', name, redirect_uris: redirectUris, scopes, ...client } }
}

function wanted({ applications }: Desk, fields: URLSearchParams): Omit<Grant, 'accountId'> {
  const application = applications.get(fields.get('client_id') ?? '')
  const redirectUri = fields.get('redirect_uri') ?? ''
  const scopes = (fields.get('scope') ?? 'read').split(' ')
  if (application === undefined || !application.redirectUris.includes(redirectUri)) {
    throw new Refused(401, 'invalid_client')
  }
  if (fields.get('response_type') !== 'code') throw new Refused(400, 'unsupported_response_type')
  if (!scopes.every((scope) => application.scopes.includes(scope))) throw new Refused(400, 'invalid_scope')
  const challenge = fields.get('code_challenge')
  if (challenge !== null && fields.get('code_challenge_method') !== 'S256') throw new Refused(400, 'invalid_request')
  return { application, redirectUri, scopes, challenge }
}

function decide(desk: Desk, { body }: Asked): Answer {
  const fields = new URLSearchParams(body.toString('utf8'))
  const grant = wanted(desk, fields)
  const back = new URL(grant.redirectUri)
  if (fields.get('decision') === 'allow') {
    const code = random()
    const accountId = desk.world.store.account(fields.get('account') ?? 'brand').id
    desk.grants.set(code, { ...grant, accountId })
    back.searchParams.set('code', code)
  } else {
    back.searchParams.set('error', 'access_denied')
  }
  const state = fields.get('state')
  if (state !== null) back.searchParams.set('state', state)
  return { status: 302, body: '', headers: { location: back.href, 'content-type': 'text/html' } }
}

function exchange(desk: Desk, asked: Asked): Answer {
  const fields = fieldsOf(asked)
  const application = desk.applications.get(textField(fields, 'client_id') ?? '')
  if (application === undefined || application.secret !== textField(fields, 'client_secret')) {
    throw new Refused(401, 'invalid_client', { error_description: 'Client authentication failed.' })
  }
  if (textField(fields, 'grant_type') === 'refresh_token') {
    const refreshToken = textField(fields, 'refresh_token') ?? ''
    const renewal = desk.renewals.get(refreshToken)
    desk.renewals.delete(refreshToken)
    if (renewal?.application !== application) throw invalidGrant()
    return issue(desk, renewal)
  }
  const code = textField(fields, 'code') ?? ''
  const grant = desk.grants.get(code)
  desk.grants.delete(code)
  if (grant?.application !== application) throw invalidGrant()
  if (grant.redirectUri !== textField(fields, 'redirect_uri')) throw invalidGrant()
  const proof = createHash('sha256')
    .update(textField(fields, 'code_verifier') ?? '')
    .digest('base64url')
  if (grant.challenge !== null && grant.challenge !== proof) throw invalidGrant()
  return issue(desk, grant)
}

function issue({ world, renewals }: Desk, { application, accountId, scopes }: Renewal): Answer {
  const { tokenSeconds, now } = world.options
  const expiresAt = tokenSeconds === undefined ? null : now().getTime() + tokenSeconds * 1000
  const { token } = world.store.issue(accountId, scopes, expiresAt)
  const created = Math.floor(now().getTime() / 1000)
  const body = { access_token: token, token_type: 'Bearer', scope: scopes.join(' '), created_at: created }
  if (tokenSeconds === undefined) return { status: 200, body }
  const refreshToken = random()
  renewals.set(refreshToken, { application, accountId, scopes })
  return { status: 200, body: { ...body, expires_in: tokenSeconds, refresh_token: refreshToken } }
}

function revoke({ world, applications }: Desk, asked: Asked): Answer {
  const fields = fieldsOf(asked)
  if (!applications.has(textField(fields, 'client_id') ?? '')) throw new Refused(403, 'unauthorized_client')
  const token = world.store.tokens.get(textField(fields, 'token') ?? '')
  if (token !== undefined) token.revoked = true
  return { status: 200, body: {} }
}

function random(): string {
  return randomBytes(32).toString('base64url')
}

function invalidGrant(): Refused {
  return new Refused(400, 'invalid_grant', {
    error_description:
      'The provided authorization grant is invalid, expired, revoked, or was issued to another client.',
  })
}
