/** The version of nothing: versions begin with 1. */
const NO_VERSION = 0

/** The version that an `If-Match` header names; null where there is none and for `*`. A tag that is none of ours fits no version. */
export function readIfMatch(header: string | null): number | null {
  const tag = header?.trim() ?? '*'
  if (tag === '*') return null
  const found = /^(?:W\/)?"(\d{1,9})"$/.exec(tag)?.[1]
  return found === undefined ? NO_VERSION : Number(found)
}

/** The `ETag` of an answer about one record: its version. It serves `If-Match`, not caching: counts beside a record change without it. */
export function entityTag(body: unknown): string | null {
  return typeof body === 'object' && body !== null && 'version' in body && typeof body.version === 'number'
    ? `"${body.version}"`
    : null
}
