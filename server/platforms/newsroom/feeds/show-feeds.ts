import { answerVisit, type Visit } from '../pages/visit.ts'
import { selectChangedAt, selectRecent, selectRecentWithBody } from '../store.ts'
import { jsonFeed, MOST_IN_FEED, rssFeed, type Feed } from './feed-texts.ts'
import { MOST_IN_SITEMAP, sitemap } from './sitemap.ts'

const SECONDS = 300

/** The newest articles as RSS 2.0. */
export async function showRssFeed(visit: Visit): Promise<Response> {
  const feed = await readFeed(visit)
  const type = 'application/rss+xml; charset=utf-8'
  return answerVisit(visit, { body: rssFeed(visit.newsroom, feed), type, seconds: SECONDS, changedAt: feed.changedAt })
}

/** The newest articles as JSON Feed 1.1. */
export async function showJsonFeed(visit: Visit): Promise<Response> {
  const feed = await readFeed(visit)
  const type = 'application/feed+json; charset=utf-8'
  return answerVisit(visit, { body: jsonFeed(visit.newsroom, feed), type, seconds: SECONDS, changedAt: feed.changedAt })
}

/** The addresses of all articles, for search engines. */
export async function showSitemap(visit: Visit): Promise<Response> {
  const { id } = visit.newsroom.organisation
  const { articles, changedAt } = await visit.kernel.database.inOrganisation(id, async (db) => ({
    articles: await selectRecent(db, id, { skip: 0, most: MOST_IN_SITEMAP }),
    changedAt: await selectChangedAt(db, id),
  }))
  const type = 'application/xml; charset=utf-8'
  return answerVisit(visit, { body: sitemap(visit.newsroom, articles), type, seconds: SECONDS, changedAt })
}

function readFeed({ kernel, newsroom }: Visit): Promise<Feed> {
  const { id } = newsroom.organisation
  return kernel.database.inOrganisation(id, async (db) => ({
    articles: await selectRecentWithBody(db, id, MOST_IN_FEED),
    changedAt: await selectChangedAt(db, id),
  }))
}
