import type { Language } from '#contract/kinds.ts'
import { translate } from '#server/kernel/translate.ts'

interface InvitationLetter {
  readonly to: string
  readonly name: string
  readonly from: string
  readonly organisation: string
  readonly link: string
  readonly expiresAt: Date
  readonly language: Language
}

/** The letter that carries an invitation, in the language of whoever invites. */
export function invitationMail({ to, name, from, organisation, link, expiresAt, language }: InvitationLetter) {
  const values = {
    name,
    from,
    organisation,
    link,
    until: new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(expiresAt),
  }
  return {
    to,
    subject: translate(language, 'mail:invitation.subject', values),
    text: translate(language, 'mail:invitation.text', values),
  }
}
