import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Database } from '../database/database.ts'

const EXTEND_AFTER_MS = 3_600_000
const IDLE_MS = 7 * 24 * 3_600_000
/** However busy: after this a person signs in again. */
const LONGEST_MS = 30 * 24 * 3_600_000

export interface SignedIn {
  readonly sessionId: string
  readonly userId: string
  readonly organisationId: string | null
  readonly twoFactor: boolean
}

/** Takes the session token out of the signed cookie; null where there is none or the signature is not ours. */
export function readSessionToken(cookieHeader: string | null, cookieName: string, secret: string): string | null {
  const found = (cookieHeader ?? '').split(/;\s*/).find((pair) => pair.startsWith(`${cookieName}=`))
  if (found === undefined) return null
  const value = safeDecode(found.slice(cookieName.length + 1))
  const dot = value.lastIndexOf('.')
  if (dot < 1) return null
  const token = value.slice(0, dot)
  const expected = createHmac('sha256', secret).update(token).digest()
  const given = Buffer.from(value.slice(dot + 1), 'base64')
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null
}

function safeDecode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return ''
  }
}

/** Who holds this token, by one indexed query. Expired and revoked sessions are nobody. Use pushes the end of a session out, within limits. */
export async function readSession(database: Database, token: string, now: Date): Promise<SignedIn | null> {
  const row = await database.identity
    .selectFrom('identity.session as s')
    .innerJoin('identity.user as u', 'u.id', 's.userId')
    .select(['s.id', 's.userId', 's.organisationId', 's.createdAt', 's.updatedAt', 'u.twoFactorEnabled'])
    .where('s.token', '=', token)
    .where('s.expiresAt', '>', now)
    .executeTakeFirst()
  if (row === undefined || now.getTime() - row.createdAt.getTime() > LONGEST_MS) return null
  if (now.getTime() - row.updatedAt.getTime() > EXTEND_AFTER_MS) {
    await database.identity
      .updateTable('identity.session')
      .set({ updatedAt: now, expiresAt: new Date(now.getTime() + IDLE_MS) })
      .where('id', '=', row.id)
      .execute()
  }
  return {
    sessionId: row.id,
    userId: row.userId,
    organisationId: row.organisationId,
    twoFactor: row.twoFactorEnabled === true,
  }
}
