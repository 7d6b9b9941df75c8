import { html, type Html } from '../text/html.ts'
import type { Language } from '#contract/kinds.ts'
import type { Newsroom } from '../newsroom.ts'

/** The day of an instant, in words and as a machine reads it, in the organisation's time zone. */
export function whenMarkup(at: Date, language: Language, { organisation }: Newsroom): Html {
  const day = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'long',
    timeZone: organisation.timeZone,
  })
  return html`<time datetime="${at.toISOString()}">${day.format(at)}</time>`
}
