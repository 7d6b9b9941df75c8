import type { ArticleHead } from '../article.ts'
import { escapeHtml } from '../text/html.ts'
import type { Newsroom } from '../newsroom.ts'

/** The protocol of sitemaps allows 50,000 addresses in a file; one is the newsroom itself. */
export const MOST_IN_SITEMAP = 49_999

/** Every article's address for search engines (sitemaps.org, version 0.9). */
export function sitemap(newsroom: Newsroom, articles: readonly ArticleHead[]): string {
  const entries = articles.map((article) => {
    const changed = `<lastmod>${article.publishedAt.toISOString()}</lastmod>`
    return `<url><loc>${escapeHtml(newsroom.articleUrl(article))}</loc>${changed}</url>`
  })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    `<url><loc>${escapeHtml(newsroom.url)}</loc></url>`,
    ...entries,
    '</urlset>\n',
  ].join('\n')
}
