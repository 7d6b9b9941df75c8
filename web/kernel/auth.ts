import { ProblemError } from './problem.ts'

/** What the sign-in library's own codes mean in ours. Anything else is a fault of the server. */
const CODES: Readonly<Record<string, string>> = {
  INVALID_EMAIL_OR_PASSWORD: 'sign-in.wrong',
  INVALID_EMAIL: 'text.not-an-email',
  INVALID_PASSWORD: 'sign-in.wrong-password',
  PASSWORD_TOO_SHORT: 'sign-in.weak-password',
  PASSWORD_TOO_LONG: 'text.too-long',
  INVALID_CODE: 'sign-in.wrong-code',
  INVALID_BACKUP_CODE: 'sign-in.wrong-code',
  INVALID_TWO_FACTOR_COOKIE: 'sign-in.restart',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'sign-in.restart',
  ACCOUNT_TEMPORARILY_LOCKED: 'sign-in.too-many',
  TOO_MANY_FAILED_SIGN_INS: 'sign-in.too-many',
}

/** The form field at fault, for codes that name one. */
const FIELDS: Readonly<Record<string, string>> = {
  'text.not-an-email': 'email',
  'sign-in.wrong-password': 'password',
  'sign-in.weak-password': 'newPassword',
  'sign-in.wrong-code': 'code',
}

function property(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined
}

function refusal(status: number, body: unknown): ProblemError {
  const known = CODES[String(property(body, 'code'))]
  const code = known ?? (status === 429 ? 'sign-in.too-many' : status === 401 ? 'sign-in.expired' : 'server.error')
  const path = FIELDS[code]
  return new ProblemError({
    code,
    status,
    title: '',
    params: {},
    fields: path === undefined ? [] : [{ path, code, params: {} }],
  })
}

async function post(path: string, body: object): Promise<unknown> {
  const response = await fetch(`/api/auth${path}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const answer: unknown = await response.json().catch(() => null)
  if (!response.ok) throw refusal(response.status, answer)
  return answer
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

/** Signs in by password. True: a second factor is still wanted. Refused as a problem (`sign-in.wrong`, `sign-in.too-many`). */
export async function signIn(email: string, password: string): Promise<boolean> {
  return property(await post('/sign-in/email', { email: email.trim(), password }), 'twoFactorRedirect') === true
}

/** Finishes signing in, or turning the second factor on, with six digits from the app. */
export async function verifyCode(code: string): Promise<void> {
  await post('/two-factor/verify-totp', { code: code.replaceAll(/\s/gu, '') })
}

/** Finishes signing in with one of the backup codes, which is used up by it. */
export async function verifyBackupCode(code: string): Promise<void> {
  await post('/two-factor/verify-backup-code', { code: code.trim() })
}

/** Ends this session. */
export async function signOut(): Promise<void> {
  await post('/sign-out', {})
}

/** Changes one's password and ends all other sessions. */
export async function changePassword(password: string, newPassword: string): Promise<void> {
  await post('/change-password', { currentPassword: password, newPassword, revokeOtherSessions: true })
}

/** What an authenticator app needs, and the codes for when it is lost; both shown only once. */
export interface SecondFactor {
  readonly uri: string
  readonly backupCodes: readonly string[]
}

/** Prepares the second factor; it holds once a code has been verified. */
export async function prepareSecondFactor(password: string): Promise<SecondFactor> {
  const answer = await post('/two-factor/enable', { password })
  const uri = property(answer, 'totpURI')
  return { uri: typeof uri === 'string' ? uri : '', backupCodes: texts(property(answer, 'backupCodes')) }
}

/** Turns the second factor off. */
export async function removeSecondFactor(password: string): Promise<void> {
  await post('/two-factor/disable', { password })
}

/** Makes new backup codes; the old ones stop working. */
export async function renewBackupCodes(password: string): Promise<readonly string[]> {
  return texts(property(await post('/two-factor/generate-backup-codes', { password }), 'backupCodes'))
}
