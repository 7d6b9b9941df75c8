import { z } from 'zod'

/** C0 and C1 controls but for tab and line breaks, and the marks that make text read other than it is written. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/u
const LONE_SURROGATE = /\p{Surrogate}/u

/** Text without control characters and bidirectional overrides. Length in UTF-16 units; outer space is cut off. */
function plain(most: number) {
  return z
    .string()
    .max(most, { error: 'text.too-long' })
    .refine((text) => !FORBIDDEN.test(text) && !LONE_SURROGATE.test(text), { error: 'text.forbidden-characters' })
}

/** One line that must say something. */
export function Line(most = 200) {
  return plain(most)
    .transform((text) => text.replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1, { error: 'text.empty' }))
}

/** Free text of several lines; may be empty. */
export function Prose(most = 100_000) {
  return plain(most)
}

export const Id = z.uuid({ error: 'request.not-an-id' })
export const Instant = z.iso.datetime({ offset: true, error: 'time.not-an-instant' })
export const LocalDate = z.iso.date({ error: 'time.not-a-date' })

function isTimeZone(name: string): boolean {
  try {
    return (
      /^[A-Za-z][A-Za-z0-9_+\-/]*$/.test(name) &&
      new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
    )
  } catch {
    return false
  }
}

/** A zone of the IANA database, such as `Europe/Istanbul`. */
export const TimeZone = z.string().max(60).refine(isTimeZone, { error: 'time.unknown-zone' })
export const Language = z.enum(['en', 'tr'])
export type Language = z.infer<typeof Language>
export const Email = z
  .email({ error: 'text.not-an-email' })
  .max(254)
  .transform((email) => email.toLowerCase())
export const Password = z.string().min(12, { error: 'sign-in.weak-password' }).max(128)
export const Currency = z.string().regex(/^[A-Z]{3}$/, { error: 'money.not-a-currency' })

/** A decimal number as text, so that money and measures never pass through floating point. */
export const Decimal = z.string().regex(/^-?\d{1,15}(\.\d{1,6})?$/, { error: 'money.not-a-number' })
/** Accepts a JSON number for comfort; more than six decimals are refused, not rounded. */
export const DecimalInput = z.union([
  Decimal,
  z
    .number()
    .transform((value) => (Number.isFinite(value) && Math.abs(value) < 1e15 ? noExponent(value) : ''))
    .pipe(Decimal),
])

function noExponent(value: number): string {
  return Number.isInteger(value) ? value.toFixed(0) : String(value)
}

/** Where a list goes on; made by the server, opaque to the caller. */
export const PageRequest = z.object({
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

export function Page<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() })
}

export const Gone = z.object({ id: Id })
export const PersonReference = z.object({ id: Id, name: z.string() })
/** Grows by one with every change; sent as `ETag`, expected back in `If-Match`. */
export const Version = z.number().int().positive()
