import { generateJsonFeed, generateRssFeed } from 'feedsmith'
import type { Article } from '../article.ts'
import { escapeHtml, html, textOf } from '../text/html.ts'
import { renderMarkdown } from '../text/markdown.ts'
import { publicText } from '../text/public-text.ts'
import { sayIn, type Newsroom } from '../newsroom.ts'

/** How many articles a feed holds. */
export const MOST_IN_FEED = 50

export interface Feed {
  readonly articles: readonly Article[]
  /** When an article last came or went. */
  readonly changedAt: Date | null
}

/** RSS 2.0 with whole articles, newest first. */
export function rssFeed(newsroom: Newsroom, { articles, changedAt }: Feed): string {
  const { title, description } = words(newsroom)
  return generateRssFeed({
    title,
    description,
    link: newsroom.url,
    language: newsroom.organisation.language,
    ...(changedAt === null ? {} : { lastBuildDate: changedAt }),
    atom: { links: [{ href: `${newsroom.url}/feed.xml`, rel: 'self', type: 'application/rss+xml' }] },
    items: articles.map((article) => ({
      title: article.title,
      link: newsroom.articleUrl(article),
      guid: { value: `urn:uuid:${article.id}`, isPermaLink: false },
      pubDate: article.publishedAt,
      // Readers take it for HTML; as text it has to be escaped once more than the feed does.
      description: escapeHtml(article.summary),
      dc: { languages: [article.language] },
      content: { encoded: contentOf(newsroom, article) },
    })),
  })
}

/** JSON Feed 1.1 with whole articles, newest first. */
export function jsonFeed(newsroom: Newsroom, { articles }: Feed): string {
  const { title, description } = words(newsroom)
  const { name, language } = newsroom.organisation
  const feed = generateJsonFeed({
    title,
    description,
    language,
    home_page_url: newsroom.url,
    feed_url: `${newsroom.url}/feed.json`,
    authors: [{ name, url: newsroom.url }],
    items: articles.map((article) => ({
      id: `urn:uuid:${article.id}`,
      url: newsroom.articleUrl(article),
      title: article.title,
      summary: article.summary,
      content_html: contentOf(newsroom, article),
      language: article.language,
      date_published: article.publishedAt,
      ...imageOf(newsroom, article),
    })),
  })
  return JSON.stringify(feed)
}

function words({ organisation: { name, language } }: Newsroom): { title: string; description: string } {
  const say = sayIn(language)
  const organisation = publicText(name)
  return { title: say('index.title', { organisation }), description: say('index.description', { organisation }) }
}

function imageOf(newsroom: Newsroom, article: Article): { image?: string } {
  const picture = article.pictures[0]
  return picture === undefined ? {} : { image: newsroom.pictureUrl(article, picture, { width: 1440, format: 'jpg' }) }
}

/** An article as a reader program shows it: pictures and text as on its page, with absolute addresses. */
function contentOf(newsroom: Newsroom, article: Article): string {
  const [hero, ...others] = article.pictures.map((picture) => {
    const url = newsroom.pictureUrl(article, picture, { width: 1440, format: 'jpg' })
    return html`<figure><img src="${url}" alt="${picture.altText}" /></figure>`
  })
  return textOf(html`${hero ?? null}${renderMarkdown(article.body)}${others}`)
}
