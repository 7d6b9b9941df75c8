import { createTransport } from 'nodemailer'

export interface MailServer {
  /** `smtp://user:password@host:587` (encrypted when the server offers it) or `smtps://…` (always encrypted). */
  readonly url: string
  /** Sender: an address, alone or after a name. */
  readonly from: string
}

export interface Letter {
  /** One address, taken as it stands. */
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html?: string
}

export interface Mail {
  /** False where the administrator has named no mail server; whoever would send shows another way instead. */
  readonly configured: boolean
  /**
   * Hands a letter to the mail server. Throws MailNotSent when that did not happen, or when the server is silent for
   * half a minute; nothing is repeated.
   */
  readonly send: (letter: Letter) => Promise<void>
}

/** A letter that the mail server did not take. The message holds no password and no text of the letter. */
export class MailNotSent extends Error {
  override readonly name = 'MailNotSent'
  readonly why: 'not-configured' | 'unreachable' | 'refused'

  constructor(why: MailNotSent['why'], message: string) {
    super(message)
    this.why = why
  }
}

/** The mail of this installation; with null, mail that says of itself that it is not configured. */
export function createMail(server: MailServer | null): Mail {
  if (server === null) {
    return {
      configured: false,
      send: async () => Promise.reject(new MailNotSent('not-configured', 'No mail server is set.')),
    }
  }
  const transport = createTransport({
    url: server.url,
    dnsTimeout: 10_000,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    configured: true,
    send: async ({ to, ...letter }) => {
      try {
        // As an object, so that a comma in the text does not turn one address into several.
        await transport.sendMail({ ...letter, from: server.from, to: { name: '', address: to } })
      } catch (error) {
        throw notSent(error)
      }
    },
  }
}

/** What nodemailer calls a letter or a sign-in that is at fault rather than the way to the server. */
const REFUSALS = new Set(['EENVELOPE', 'EMESSAGE', 'EAUTH'])

function notSent(error: unknown): MailNotSent {
  const { code = 'unknown', responseCode } = error as { readonly code?: string; readonly responseCode?: number }
  if (responseCode !== undefined || REFUSALS.has(code)) {
    return new MailNotSent(
      'refused',
      `The mail server refused the letter (${code}, ${responseCode ?? 'no answer code'}).`,
    )
  }
  return new MailNotSent('unreachable', `The mail server cannot be reached (${code}).`)
}
