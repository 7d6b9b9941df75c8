/** The version of nothing: versions begin with 1. */
const NO_VERSION = 0

/** The version that an `If-Match` header names; null where there is none and for `*`. A tag that is none of ours fits no version. */
export function readIfMatch(header: string | null): number | null {
  const tag = header?.trim() ?? '*'
  if (tag === '*') return null
  const found = /^(?:W\/)?"(\d{1,9})"$/.exec(tag)?.[1]
  return found === undefined ? NO_VERSION : Number(found)
}

/** Gives the answer about one record its version as `ETag`. It serves `If-Match`, not caching: counts beside a record change without it. */
export async function withEntityTag(response: Response): Promise<Response> {
  if (response.status >= 300 || !response.headers.get('content-type')?.startsWith('application/json')) return response
  const text = await response.text()
  const version = versionOf(text)
  const headers = new Headers(response.headers)
  if (version !== null) headers.set('etag', `"${version}"`)
  return new Response(text, { status: response.status, headers })
}

/** Longer answers are lists, whose parts have versions of their own: they are not taken apart to look. */
const LONGEST_RECORD = 200_000

function versionOf(text: string): number | null {
  if (text.length > LONGEST_RECORD || !text.includes('"version":')) return null
  const body: unknown = JSON.parse(text)
  return typeof body === 'object' && body !== null && 'version' in body && typeof body.version === 'number'
    ? body.version
    : null
}
