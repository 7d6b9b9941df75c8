import { createHash } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api'
import { twoFactor } from 'better-auth/plugins'
import pg from 'pg'
import type { Database } from '../database/database.ts'
import { SERVER_ROLE } from '../database/server-role.ts'
import { CLIENT_ADDRESS } from '../http/client-address.ts'
import type { Log } from '../log.ts'

const COOKIE_PREFIX = 'tutti'
const WEEK_SECONDS = 7 * 24 * 3600
const MOST_FAILURES = 10
const FAILURE_WINDOW_MS = 15 * 60_000
const BASE_PATH = '/api/auth'
/** All that is asked of the library. It answers much more, and what nobody needs can only do harm. */
const OPEN_PATHS = new Set(
  [
    '/sign-in/email',
    '/sign-out',
    '/change-password',
    '/two-factor/enable',
    '/two-factor/disable',
    '/two-factor/verify-totp',
    '/two-factor/verify-backup-code',
    '/two-factor/generate-backup-codes',
  ].map((path) => BASE_PATH + path),
)

export interface AuthOptions {
  readonly connection: pg.ClientConfig
  readonly database: Database
  readonly secret: string
  readonly publicUrl: string
  readonly now: () => Date
  readonly log: Log
  /** Whether a guesser would try this password first, knowing these names. */
  readonly isEasyToGuess: (password: string, known: readonly string[]) => boolean
}

/**
 * The sign-in library, for identity alone: passwords, second factor, session cookies. `handler` answers the few requests that
 * are open, and null to all others. Nobody can sign up through it; people
 * come by founding the installation or by invitation. Attempts are limited by address and, beside that, by account.
 */
export async function createAuth({ connection, database, secret, publicUrl, now, log, isEasyToGuess }: AuthOptions) {
  const role = await serverRoleOption(database)
  const pool = new pg.Pool({ ...connection, max: 4, options: `${role}-c search_path=identity` })
  pool.on('error', () => undefined)
  const auth = betterAuth({
    database: pool,
    secret,
    baseURL: publicUrl,
    basePath: BASE_PATH,
    trustedOrigins: (request) => (request === undefined ? [] : [new URL(request.url).origin]),
    telemetry: { enabled: false },
    // Its sentences only: what it adds to them may be an address or a password.
    logger: { log: (level, message) => log[level === 'error' ? 'error' : 'debug']({ part: 'sign-in' }, message) },
    appName: 'Tutti',
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
      revokeSessionsOnPasswordReset: true,
    },
    session: {
      expiresIn: WEEK_SECONDS,
      updateAge: 3600,
      additionalFields: { organisationId: { type: 'string', required: false, input: false } },
    },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: publicUrl.startsWith('https://'),
      database: { generateId: 'uuid' },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS] },
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 100,
      customRules: { '/sign-in/email': { window: 60, max: 20 }, '/two-factor/*': { window: 60, max: 10 } },
    },
    plugins: [twoFactor({ issuer: 'Tutti' })],
    hooks: {
      before: createAuthMiddleware(async (context) => {
        if (context.path === '/sign-in/email') await refuseGuesser(database, now(), emailOf(context.body))
        if (context.path !== '/change-password') return
        const user = (await getSessionFromCtx(context))?.user
        const known = user === undefined ? [] : [user.name, user.email.split('@')[0] ?? '']
        if (isEasyToGuess(textOf(context.body, 'newPassword'), known))
          throw new APIError('BAD_REQUEST', { code: 'PASSWORD_TOO_SHORT', message: 'This password is easy to guess.' })
        // Whoever knows the old password may be signed in elsewhere, so this is not left to the caller.
        return { context: { body: { ...(context.body as object), revokeOtherSessions: true } } }
      }),
      after: createAuthMiddleware(async (context) => {
        if (context.path !== '/sign-in/email') return
        if (context.context.returned instanceof APIError) await recordFailure(database, now(), emailOf(context.body))
        else await forgetFailures(database, emailOf(context.body))
      }),
    },
  })
  const handler = async (request: Request): Promise<Response | null> =>
    request.method === 'POST' && OPEN_PATHS.has(new URL(request.url).pathname) ? auth.handler(request) : null
  return { handler, close: () => pool.end() }
}

export type Auth = Awaited<ReturnType<typeof createAuth>>

/** The name of the session cookie; browsers accept the `__Secure-` form over https only. */
export function sessionCookieName(publicUrl: string): string {
  return `${publicUrl.startsWith('https://') ? '__Secure-' : ''}${COOKIE_PREFIX}.session_token`
}

async function serverRoleOption(database: Database): Promise<string> {
  const { rows } = await database.pool.query<{ role: string }>('select current_user as role')
  return rows[0]?.role === SERVER_ROLE ? `-c role=${SERVER_ROLE} ` : ''
}

function emailOf(body: unknown): string {
  return createHash('sha256').update(textOf(body, 'email').trim().toLowerCase()).digest('hex')
}

function textOf(body: unknown, name: string): string {
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined
  return typeof value === 'string' ? value : ''
}

async function refuseGuesser(database: Database, now: Date, emailHash: string): Promise<void> {
  const since = new Date(now.getTime() - FAILURE_WINDOW_MS)
  const { count } = await database.identity
    .selectFrom('identity.failed_sign_in')
    .select((the) => the.fn.countAll<number>().as('count'))
    .where('email_hash', '=', emailHash)
    .where('at', '>', since)
    .executeTakeFirstOrThrow()
  if (count >= MOST_FAILURES)
    throw new APIError('TOO_MANY_REQUESTS', {
      code: 'TOO_MANY_FAILED_SIGN_INS',
      message: 'Too many failed attempts. Wait a quarter of an hour, then try again.',
    })
}

async function recordFailure(database: Database, now: Date, emailHash: string): Promise<void> {
  await database.identity.insertInto('identity.failed_sign_in').values({ email_hash: emailHash, at: now }).execute()
  await database.identity
    .deleteFrom('identity.failed_sign_in')
    .where('at', '<', new Date(now.getTime() - FAILURE_WINDOW_MS))
    .execute()
}

async function forgetFailures(database: Database, emailHash: string): Promise<void> {
  await database.identity.deleteFrom('identity.failed_sign_in').where('email_hash', '=', emailHash).execute()
}
