import { Temporal } from 'temporal-polyfill'
import type { CERTIFICATE_STATES } from '#contract/training-records.ts'

export type CertificateState = (typeof CERTIFICATE_STATES)[number]

/** Days before the end on which its holder is reminded, once each. */
export const REMINDERS = [30, 7] as const

/** The last day on which a certificate of this day holds, months later; null where it never ends. */
export function lastDayOf(issuedOn: string, validMonths: number | null): string | null {
  return validMonths === null ? null : Temporal.PlainDate.from(issuedOn).add({ months: validMonths }).toString()
}

/** How many days are left after today: 0 on the last day, less than 0 once it is over. */
export function daysLeft(expiresOn: string, today: string): number {
  return Temporal.PlainDate.from(today).until(expiresOn, { largestUnit: 'day' }).days
}

/** Where the best certificate of a person stands today. It holds through its last day and ends at midnight. */
export function certificateState(
  certificate: { readonly expiresOn: string | null } | null,
  today: string,
): CertificateState {
  if (certificate === null) return 'none'
  if (certificate.expiresOn === null) return 'held'
  const left = daysLeft(certificate.expiresOn, today)
  if (left < 0) return 'expired'
  return left <= REMINDERS[0] ? 'ends-soon' : 'held'
}

/** The reminder that is due with so many days left; the nearest only, where an earlier one was missed. Null: none. */
export function dueReminder(left: number): (typeof REMINDERS)[number] | null {
  if (left < 0) return null
  return REMINDERS.findLast((days) => left <= days) ?? null
}
