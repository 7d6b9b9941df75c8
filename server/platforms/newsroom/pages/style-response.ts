import { namesTag } from './answer.ts'
import { STYLE, STYLE_TAG } from './style.ts'

/** The stylesheet of all newsrooms. Its address carries its fingerprint, so it may be kept for ever. */
export function styleResponse(request: Request): Response {
  const tag = `"${STYLE_TAG}"`
  const headers = new Headers({
    'content-type': 'text/css; charset=utf-8',
    etag: tag,
    'cache-control': 'public, max-age=31536000, immutable',
  })
  if (namesTag(request.headers.get('if-none-match') ?? '', tag)) return new Response(null, { status: 304, headers })
  return new Response(STYLE, { headers })
}
