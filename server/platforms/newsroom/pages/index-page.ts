import type { ArticleHead } from '../article.ts'
import { html, type Html } from '../text/html.ts'
import { sayIn, type Newsroom, type Say } from '../newsroom.ts'
import { pageText } from './page.ts'
import { pictureMarkup } from '../pictures/picture-markup.ts'
import { socialTags } from './social-tags.ts'
import { whenMarkup } from './when.ts'

export interface IndexPage {
  readonly articles: readonly ArticleHead[]
  /** Counted from 1. */
  readonly number: number
  readonly hasOlder: boolean
}

/** The list of articles, newest first; the newest of all comes larger. */
export function indexPage(newsroom: Newsroom, page: IndexPage): string {
  const { language, name } = newsroom.organisation
  const say = sayIn(language)
  const heading = say('index.title', { organisation: name })
  const title = page.number === 1 ? heading : say('index.title-page', { organisation: name, page: page.number })
  const tags = socialTags({
    url: pageUrl(newsroom, page.number),
    title,
    description: say('index.description', { organisation: name }),
    siteName: name,
    picture: null,
    publishedAt: null,
  })
  return pageText({
    language,
    title,
    head: html`${tags}${neighbours(newsroom, page)}`,
    main: html`<h1 class="index" dir="auto">${heading}</h1>
      ${list(newsroom, page, say)}${turnPages(newsroom, page, say)}`,
    newsroom,
  })
}

function list(newsroom: Newsroom, { articles, number }: IndexPage, say: Say): Html {
  if (articles.length === 0) return html`<p class="empty">${say('empty')}</p>`
  const items = articles.map((article, index) => entry(newsroom, article, number === 1 && index === 0))
  return html`<ol class="news" role="list">
    ${items}
  </ol>`
}

function entry(newsroom: Newsroom, article: ArticleHead, lead: boolean): Html {
  const url = newsroom.articleUrl(article)
  const { language } = newsroom.organisation
  // The heading is the link for everybody; the picture only makes it larger for a pointer.
  const picture = article.pictures[0]
  const sizes = lead ? '(min-width: 56rem) 54rem, 92vw' : '(min-width: 40rem) 14rem, 92vw'
  const shown =
    picture === undefined
      ? null
      : html`<a class="thumbnail" href="${url}" tabindex="-1" aria-hidden="true"
          >${pictureMarkup(newsroom, article, picture, { sizes, altText: '', first: lead })}</a
        >`
  return html`<li${lead ? html` class="lead"` : null}>${shown}<div class="words"><p class="when">${whenMarkup(article.publishedAt, language, newsroom)}</p><h2 dir="auto" lang="${article.language}"><a href="${url}">${article.title}</a></h2><p class="summary" dir="auto" lang="${article.language}">${article.summary}</p></div></li>`
}

function turnPages(newsroom: Newsroom, { number, hasOlder }: IndexPage, say: Say): Html | null {
  if (number === 1 && !hasOlder) return null
  const newer = number > 1 ? html`<a rel="prev" href="${pageUrl(newsroom, number - 1)}">${say('newer')}</a>` : null
  const older = hasOlder ? html`<a rel="next" href="${pageUrl(newsroom, number + 1)}">${say('older')}</a>` : null
  return html`<nav class="pages" aria-label="${say('pages')}">
    ${newer}<span>${say('page', { page: number })}</span>${older}
  </nav>`
}

function neighbours(newsroom: Newsroom, { number, hasOlder }: IndexPage): Html {
  const newer = number > 1 ? html`<link rel="prev" href="${pageUrl(newsroom, number - 1)}" />` : null
  return html`${newer}${hasOlder ? html`<link rel="next" href="${pageUrl(newsroom, number + 1)}" />` : null}`
}

function pageUrl({ url }: Newsroom, number: number): string {
  return number === 1 ? url : `${url}?page=${number}`
}
