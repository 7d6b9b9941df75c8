export interface Origin {
  /** Platform of the post; null where the link belongs to none. */
  readonly source: string | null
  readonly campaign: string
  /** The post. */
  readonly content: string | null
  readonly clickId: string
}

/** The name under which a page gets the click's id, to hand it back with a conversion. */
export const CLICK_PARAMETER = 'tutti_click'

/**
 * The target with where the visitor comes from. UTM values that the target has already are kept; a click's id that somebody
 * pasted along is replaced. The rest of the address stays byte for byte. Null for anything but http and https.
 */
export function addressWithOrigin(target: string, origin: Origin): string | null {
  const url = URL.parse(target)
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null
  const pairs = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && nameOf(pair) !== CLICK_PARAMETER)
  const present = new Set(pairs.map(nameOf))
  const wanted: readonly (readonly [string, string | null])[] = [
    ['utm_source', origin.source],
    ['utm_medium', 'social'],
    ['utm_campaign', origin.campaign],
    ['utm_content', origin.content],
    [CLICK_PARAMETER, origin.clickId],
  ]
  for (const [name, value] of wanted) {
    if (value !== null && !present.has(name)) pairs.push(`${name}=${encodeURIComponent(value)}`)
  }
  url.search = pairs.join('&')
  return url.href
}

function nameOf(pair: string): string {
  return pair.split('=', 1)[0]?.toLowerCase() ?? ''
}
