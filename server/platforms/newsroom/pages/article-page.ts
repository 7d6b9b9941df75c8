import type { Article, ArticlePicture } from '../article.ts'
import { html, type Html } from '../text/html.ts'
import { renderMarkdown } from '../text/markdown.ts'
import { isBeginning } from '../text/summary.ts'
import { languageAround, sayIn, type Newsroom } from '../newsroom.ts'
import { pageText } from './page.ts'
import { pictureMarkup } from '../pictures/picture-markup.ts'
import { socialTags, type SocialCard } from './social-tags.ts'
import { whenMarkup } from './when.ts'

/** One article: its first picture above the text, further ones below. */
export function articlePage(newsroom: Newsroom, article: Article): string {
  const language = languageAround(article.language, newsroom)
  const say = sayIn(language)
  const { name } = newsroom.organisation
  const [hero, ...others] = article.pictures
  const main = html`<article class="reading">
    <p class="back"><a href="${newsroom.url}">${say('all')}</a></p>
    <header>
      <p class="when">${whenMarkup(article.publishedAt, language, newsroom)}</p>
      <h1 dir="auto" lang="${article.language}">${article.title}</h1>
      ${lead(article)}
    </header>
    ${hero === undefined ? null : html`<figure class="hero" lang="${article.language}">${figure(newsroom, article, hero)}</figure>`}
    <div class="body" dir="auto" lang="${article.language}">${renderMarkdown(article.body)}</div>
    ${others.length === 0 ? null : html`<div class="gallery" lang="${article.language}">${others.map((picture) => html`<figure>${figure(newsroom, article, picture)}</figure>`)}</div>`}
  </article>`
  const head = socialTags(cardOf(newsroom, article))
  return pageText({
    language,
    title: say('article.title', { title: article.title, organisation: name }),
    head,
    main,
    newsroom,
  })
}

/** A summary that was only taken from the beginning of the text would be read twice. */
function lead({ summary, body, language }: Article): Html | null {
  return summary === '' || isBeginning(summary, body)
    ? null
    : html`<p class="standfirst" dir="auto" lang="${language}">${summary}</p>`
}

function figure(newsroom: Newsroom, article: Article, picture: ArticlePicture): Html {
  const first = picture === article.pictures[0]
  return pictureMarkup(newsroom, article, picture, {
    sizes: '(min-width: 56rem) 54rem, 92vw',
    altText: picture.altText,
    first,
  })
}

function cardOf(newsroom: Newsroom, article: Article): SocialCard {
  const picture = article.pictures[0]
  const width = Math.min(1440, picture?.width ?? 0)
  return {
    url: newsroom.articleUrl(article),
    title: article.title,
    description: article.summary,
    siteName: newsroom.organisation.name,
    publishedAt: article.publishedAt,
    picture:
      picture === undefined
        ? null
        : {
            // JPEG: some networks do not draw WebP.
            url: newsroom.pictureUrl(article, picture, { width: 1440, format: 'jpg' }),
            altText: picture.altText,
            width,
            height: Math.round((picture.height * width) / picture.width),
          },
  }
}
