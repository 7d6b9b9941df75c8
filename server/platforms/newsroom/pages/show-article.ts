import type { Article } from '../article.ts'
import { selectBySlug } from '../store.ts'
import { isSlug } from '../text/slug-of-title.ts'
import { articlePage } from './article-page.ts'
import { answerVisit, HTML_TYPE, removedPage, unknownPage, type Visit } from './visit.ts'

/** An article's page; 410 where it was removed, 404 where it never was. */
export async function showArticle(visit: Visit): Promise<Response> {
  const article = await findArticle(visit)
  if (article === null) return unknownPage(visit)
  if (article.removedAt !== null) return removedPage(visit, article.language)
  const body = articlePage(visit.newsroom, article)
  return answerVisit(visit, { body, type: HTML_TYPE, seconds: 60, changedAt: article.publishedAt })
}

/** The article that the address names, removed ones too. */
export async function findArticle({ kernel, newsroom, parameter }: Visit): Promise<Article | null> {
  const slug = parameter('article').normalize('NFC')
  const { id } = newsroom.organisation
  return isSlug(slug) ? kernel.database.inOrganisation(id, (db) => selectBySlug(db, id, slug)) : null
}
