import type { Language } from '#contract/kinds.ts'
import { html, textOf, type Html } from '../text/html.ts'
import { sayIn, type Newsroom } from '../newsroom.ts'
import { STYLE_ADDRESS } from './style.ts'

export interface Page {
  readonly language: Language
  readonly title: string
  /** What belongs into the head beside the title. */
  readonly head: Html | null
  readonly main: Html
  /** Null where nobody knows whose newsroom was meant. */
  readonly newsroom: Newsroom | null
}

/** A whole page. It loads the one stylesheet and pictures of this newsroom, and runs nothing. */
export function pageText({ language, title, head, main, newsroom }: Page): string {
  const say = sayIn(language)
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="stylesheet" href="${STYLE_ADDRESS}" />
        ${newsroom === null ? null : discovery(newsroom)} ${head}
      </head>
      <body>
        <a class="skip" href="#main">${say('skip')}</a>
        ${newsroom === null ? null : banner(newsroom, say('newsroom'))}
        <main id="main">${main}</main>
        ${newsroom === null ? null : footer(newsroom, say('feeds'))}
      </body>
    </html> `
  return textOf(page)
}

function discovery({ organisation: { name, sample }, url }: Newsroom): Html {
  // Made-up news of the sample organisation is nothing for a search engine.
  const robots = sample ? html`<meta name="robots" content="noindex" />` : null
  return html`<link rel="alternate" type="application/rss+xml" title="${name} (RSS)" href="${url}/feed.xml" />
    <link rel="alternate" type="application/feed+json" title="${name} (JSON Feed)" href="${url}/feed.json" />${robots}`
}

function banner({ organisation: { name }, url }: Newsroom, room: string): Html {
  const initial = [...new Intl.Segmenter().segment(name)][0]?.segment ?? ''
  return html`<header class="banner">
    <a href="${url}"
      ><span class="mark" aria-hidden="true">${initial}</span><span class="name" dir="auto">${name}</span></a
    ><span class="room">${room}</span>
  </header>`
}

function footer({ url }: Newsroom, label: string): Html {
  return html`<footer>
    <nav aria-label="${label}">
      <ul>
        <li><a href="${url}/feed.xml">RSS</a></li>
        <li><a href="${url}/feed.json">JSON Feed</a></li>
      </ul>
    </nav>
  </footer>`
}
