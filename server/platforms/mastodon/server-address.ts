/**
 * The origin of the server that a person names: `mastodon.social`, `https://mastodon.social/explore` or
 * `@brand@mastodon.social`. Null where no usable address can be read. Plain http is left to machines without a public
 * name (loopback, one-word names): a token must not cross the internet in the clear.
 */
export function readServerAddress(entered: string): string | null {
  const text = entered.trim().replace(/^@?[\w.-]+@(?=[^@/]+$)/, '')
  if (text === '' || text.length > 300 || /\s/.test(text)) return null
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`)
  if (url === null || url.username !== '' || url.password !== '' || url.hostname === '') return null
  if (url.protocol === 'https:') return url.origin
  return url.protocol === 'http:' && isNearby(url.hostname) ? url.origin : null
}

function isNearby(hostname: string): boolean {
  return /^127(\.\d+){3}$/.test(hostname) || hostname === '[::1]' || /^[a-z0-9-]*[a-z][a-z0-9-]*$/.test(hostname)
}

/** An address that may be shown as a link; anything but http and https gives the fallback. */
export function webAddress(candidates: readonly (string | null | undefined)[], fallback: string): string {
  for (const candidate of candidates) {
    const url = candidate === null || candidate === undefined ? null : URL.parse(candidate)
    if (url !== null && (url.protocol === 'https:' || url.protocol === 'http:')) return url.href
  }
  return fallback
}
