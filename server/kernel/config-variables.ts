import { z } from 'zod'
import { parseInstallationKey } from './secrets/installation-key.ts'

/** How a variable is written. The message of each says what is expected, as part of a sentence. */
export const text = z.string().trim()

/** A number without fraction between two bounds, both included. */
export const wholeNumber = (least: number, most: number) =>
  text
    .refine((value) => /^\d{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most, {
      message: `a whole number from ${least} to ${most}`,
    })
    .transform(Number)

/** One of a few words, written exactly. */
export const oneOf = <const Word extends string>(words: readonly Word[]) =>
  text.pipe(z.enum(words, { message: words.join(', ') }))

/** `true` or `false`; also yes/no, on/off and 1/0. */
export const yesOrNo = z.stringbool({
  truthy: ['true', 'yes', 'on', '1'],
  falsy: ['false', 'no', 'off', '0'],
  error: 'true or false',
})

const urlOf = (protocols: readonly string[], expected: string, isFit: (url: URL) => boolean = () => true) =>
  text.refine(
    (value) => {
      const url = URL.parse(value)
      return url !== null && protocols.includes(url.protocol) && url.hostname !== '' && isFit(url)
    },
    { message: expected },
  )

/** A PostgreSQL address; a socket folder may stand in its query instead of a host. */
export const postgresUrl = text.refine((value) => /^postgres(ql)?:\/\//.test(value) && URL.canParse(value), {
  message: 'a PostgreSQL address such as postgresql://user:password@host:5432/database',
})

/** Only an origin: the server does not live below a path. */
export const publicUrl = urlOf(
  ['http:', 'https:'],
  'the address that people type, such as https://social.example.org, without path or password',
  ({ username, password, pathname, search, hash }) => username + password + search + hash === '' && pathname === '/',
).transform((value) => new URL(value).origin)

/** A mail server; `smtps` is encrypted from the first byte. */
export const smtpUrl = urlOf(['smtp:', 'smtps:'], 'a mail server such as smtp://user:password@mail.example.org:587')

/** A mail address, alone or after a name. */
export const sender = text.refine((value) => /^(?:[^<>\r\n]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/.test(value), {
  message: 'a mail address such as tutti@example.org or Tutti <tutti@example.org>',
})

/** A key that is told to a machine, too long to be guessed. */
export const token = text.refine((value) => value.length >= 16, { message: 'at least 16 characters' })

/** The installation key. */
export const key = text.transform((value, context) => {
  const parsed = parseInstallationKey(value)
  if (parsed !== null) return parsed
  context.addIssue({ code: 'custom', message: '32 bytes in base64, made with: openssl rand -base64 32' })
  return z.NEVER
})
