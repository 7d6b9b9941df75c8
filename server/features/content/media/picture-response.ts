import { Readable } from 'node:stream'

type Opened = Uint8Array | { readonly stream: Readable; readonly bytes: number }

export interface ServedPicture {
  /** Changes whenever the bytes do. */
  readonly tag: string
  readonly type: string
  readonly name: string
  /** Null where the file is gone. */
  readonly open: () => Promise<Opened | null>
}

/** Types that a browser draws and never runs. */
const DRAWN = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'])

/**
 * Answers with a picture that nothing can be run from: its type is fixed, it is kept by the reader's own browser only, and
 * whatever is no picture is offered as a download. 304 to a reader who has it already; null where the file is gone.
 */
export async function pictureResponse(request: Request, picture: ServedPicture): Promise<Response | null> {
  const headers = new Headers({
    etag: `"${picture.tag}"`,
    'cache-control': 'private, max-age=3600',
    vary: 'cookie, authorization',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
  })
  if (request.headers.get('if-none-match')?.includes(`"${picture.tag}"`) === true)
    return new Response(null, { status: 304, headers })
  // Nobody would read the stream of an answer without a body, and its file would stay open.
  const opened = request.method === 'HEAD' ? new Uint8Array() : await picture.open()
  if (opened === null) return null
  const drawn = DRAWN.has(picture.type)
  headers.set('content-type', drawn ? picture.type : 'application/octet-stream')
  headers.set(
    'content-disposition',
    `${drawn ? 'inline' : 'attachment'}; filename*=UTF-8''${encodedName(picture.name)}`,
  )
  if (request.method === 'HEAD') return new Response(null, { headers })
  if (opened instanceof Uint8Array) return new Response(new Uint8Array(opened), { headers })
  headers.set('content-length', String(opened.bytes))
  return new Response(Readable.toWeb(opened.stream) as ReadableStream<Uint8Array<ArrayBuffer>>, { headers })
}

/** RFC 8187: what `encodeURIComponent` leaves alone but a header value may not hold. */
function encodedName(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
