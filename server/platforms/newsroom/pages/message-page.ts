import type { Language } from '#contract/kinds.ts'
import { html } from '../text/html.ts'
import { sayIn, type Newsroom } from '../newsroom.ts'
import { pageText } from './page.ts'

/** A page that says that there is nothing here: never was (`unknown`), or no longer (`removed`). */
export function messagePage(kind: 'unknown' | 'removed', language: Language, newsroom: Newsroom | null): string {
  const say = sayIn(language)
  const title = say(`${kind}.title`)
  const back = newsroom === null ? null : html`<p><a class="button" href="${newsroom.url}">${say('all')}</a></p>`
  const main = html`<div class="message">
    <h1>${title}</h1>
    <p>${say(`${kind}.words`)}</p>
    ${back}
  </div>`
  return pageText({ language, title, head: html`<meta name="robots" content="noindex" />`, main, newsroom })
}
