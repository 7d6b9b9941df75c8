import { Hono } from 'hono'
import { showJsonFeed, showRssFeed, showSitemap } from '../feeds/show-feeds.ts'
import type { NewsroomKernel } from '../kernel-needs.ts'
import { createRenditionCache } from '../pictures/rendition-cache.ts'
import { showPicture } from '../pictures/show-picture.ts'
import { showArticle } from './show-article.ts'
import { showIndex } from './show-index.ts'
import { styleResponse } from './style-response.ts'
import { visiting } from './visit.ts'

/**
 * The newsrooms of this installation, open to everybody: `/newsroom/<organisation>` with its articles, feeds, site map and
 * pictures. They set no cookie, run nothing and load nothing from elsewhere. Join them at the root.
 */
export function newsroomPages(kernel: NewsroomKernel): Hono {
  const pages = new Hono()
  const cache = createRenditionCache({ mostBytes: 48_000_000, mostAtOnce: 2, mostWaiting: 60 })
  pages.get('/newsroom/style.css', (context) => styleResponse(context.req.raw))
  pages.get('/newsroom/:slug', visiting(kernel, showIndex))
  pages.get('/newsroom/:slug/feed.xml', visiting(kernel, showRssFeed))
  pages.get('/newsroom/:slug/feed.json', visiting(kernel, showJsonFeed))
  pages.get('/newsroom/:slug/sitemap.xml', visiting(kernel, showSitemap))
  pages.get(
    '/newsroom/:slug/pictures/:article/:number',
    visiting(kernel, (visit) => showPicture(cache, visit)),
  )
  pages.get('/newsroom/:slug/:article', visiting(kernel, showArticle))
  return pages
}
