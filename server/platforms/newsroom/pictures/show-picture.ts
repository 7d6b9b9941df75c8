import { findArticle } from '../pages/show-article.ts'
import type { Visit } from '../pages/visit.ts'
import { noPicture, pictureResponse } from './picture-response.ts'
import type { RenditionCache } from './rendition-cache.ts'
import { readPictureName, wishFor } from './rendition-wish.ts'

/** A picture of an article that is out; 410 when the article was removed, 404 for everything else. */
export async function showPicture(cache: RenditionCache, visit: Visit): Promise<Response> {
  const name = readPictureName(visit.parameter('number'))
  const article = name === null ? null : await findArticle(visit)
  if (name === null || article === null) return noPicture(404)
  if (article.removedAt !== null) return noPicture(410)
  const picture = article.pictures[name.number - 1]
  if (picture === undefined) return noPicture(404)
  const wish = wishFor(visit.query('width'), name.format)
  const { request, kernel, newsroom } = visit
  return pictureResponse(kernel, cache, { request, organisationId: newsroom.organisation.id, picture, wish })
}
