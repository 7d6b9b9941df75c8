/** Mantine sets styles on elements, so inline styles are allowed; scripts come from this server only, never inline. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ')

/** Sets what every answer carries. An answer that has a stricter policy of its own keeps it. */
export function secure(headers: Headers, publicUrl: string): void {
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', POLICY)
  headers.set('x-content-type-options', 'nosniff')
  if (!headers.has('referrer-policy')) headers.set('referrer-policy', 'strict-origin-when-cross-origin')
  headers.set('x-frame-options', 'DENY')
  headers.set('cross-origin-opener-policy', 'same-origin')
  headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=()')
  if (publicUrl.startsWith('https://')) headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains')
}

/**
 * Whether a request that changes something may come with a cookie: only from our own pages. Browsers tell by `Sec-Fetch-Site`
 * or `Origin`; a program that sends neither has no cookie of a browser to abuse.
 */
export function isFromOwnPages(headers: Headers, host: string): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin' || site === 'none'
  const origin = headers.get('origin')
  return origin === null || (URL.canParse(origin) && new URL(origin).host === host)
}
