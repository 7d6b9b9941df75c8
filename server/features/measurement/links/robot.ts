import { isbot } from 'isbot'

const PREFETCH_HEADERS = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'] as const

/** Whether nobody is looking: a robot by its own words, a program that names itself nothing, a HEAD, or a page fetched in advance. */
export function isRobot(method: string, headers: Headers): boolean {
  const userAgent = headers.get('user-agent')?.trim() ?? ''
  if (method === 'HEAD' || userAgent === '' || isbot(userAgent)) return true
  return PREFETCH_HEADERS.some((name) => /prefetch|prerender|preview/i.test(headers.get(name) ?? ''))
}

/** The host of the page that the link was on, as far as the browser tells; null else. */
export function referrerHost(headers: Headers): string | null {
  const url = URL.parse(headers.get('referer') ?? '')
  return url === null || url.hostname === '' || url.hostname.length > 253 ? null : url.hostname
}
