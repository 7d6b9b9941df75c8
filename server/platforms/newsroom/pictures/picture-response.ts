import { makeRendition, type RenditionWish } from '#server/kernel/files/rendition.ts'
import type { ArticlePicture } from '../article.ts'
import type { NewsroomKernel } from '../kernel-needs.ts'
import { namesTag } from '../pages/answer.ts'
import type { RenditionCache } from './rendition-cache.ts'

/** A picture at an address never changes, but its article may be removed: shared caches forget it after a week. */
const KEPT_SECONDS = 7 * 24 * 60 * 60

export interface PictureRequest {
  readonly request: Request
  readonly organisationId: string
  readonly picture: ArticlePicture
  readonly wish: RenditionWish
}

/**
 * Answers with a picture made anew, never with the file itself, which may say where and by whom it was taken. 404 where the
 * file is gone or cannot be read, 503 while too many others are being made.
 */
export async function pictureResponse(
  { files }: NewsroomKernel,
  cache: RenditionCache,
  asked: PictureRequest,
): Promise<Response> {
  const { request, organisationId, picture, wish } = asked
  const { width, format } = wish
  const tag = `"${picture.file.slice(0, 32)}-${width}-${format}"`
  const headers = new Headers({
    etag: tag,
    'cache-control': `public, max-age=${KEPT_SECONDS}, immutable`,
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
  })
  if (namesTag(request.headers.get('if-none-match') ?? '', tag)) return new Response(null, { status: 304, headers })
  const made = await cache.get(`${organisationId}/${tag}`, async () => {
    const original = await files.read(organisationId, picture.file)
    return original === null ? null : render(original, wish)
  })
  if (made === 'busy')
    return new Response(null, { status: 503, headers: { 'retry-after': '2', 'cache-control': 'no-store' } })
  if (made === null) return noPicture(404)
  headers.set('content-type', `image/${format}`)
  headers.set('content-length', String(made.byteLength))
  return new Response(new Uint8Array(made), { headers })
}

/** No picture here (404), or no longer (410). */
export function noPicture(status: 404 | 410): Response {
  return new Response(null, { status, headers: { 'cache-control': 'public, max-age=60' } })
}

/** Null for what cannot be drawn, which is no reason to fail a page. */
function render(original: Uint8Array, wish: RenditionWish): Promise<Uint8Array | null> {
  return makeRendition(original, wish).then(
    ({ bytes }) => bytes,
    () => null,
  )
}
