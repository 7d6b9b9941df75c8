import { createHmac, randomBytes } from 'node:crypto'

/** A day's key: whoever does not have it cannot tell whose click a stored one was. */
export function makeDayKey(): string {
  return randomBytes(32).toString('base64')
}

/** The same for the same address and browser on one day, and nothing that either could be found from. */
export function visitorOf(dayKey: string, address: string, userAgent: string): string {
  return createHmac('sha256', Buffer.from(dayKey, 'base64'))
    .update(`${address}\n${userAgent}`)
    .digest('base64url')
    .slice(0, 22)
}
