const LONGEST_MS = 24 * 3_600_000

/**
 * When a limited request may be repeated. `X-RateLimit-Reset` is an ISO 8601 instant on Mastodon
 * (https://docs.joinmastodon.org/api/rate-limits/) and seconds since 1970 on some compatible servers; `Retry-After`
 * comes from proxies. Null where neither is readable or the instant is not within the next 24 hours.
 */
export function readReset(headers: Headers, now: Date): Date | null {
  return soon(readInstant(headers.get('x-ratelimit-reset')), now) ?? soon(readRetryAfter(headers, now), now)
}

function readRetryAfter(headers: Headers, now: Date): number | null {
  const text = headers.get('retry-after')
  if (text === null) return null
  return /^\d+$/.test(text.trim()) ? now.getTime() + Number(text) * 1000 : readInstant(text)
}

function readInstant(text: string | null): number | null {
  if (text === null || text.trim() === '') return null
  if (/^\d+(\.\d+)?$/.test(text.trim())) {
    const number = Number(text)
    // Above this, the number can only be milliseconds.
    return number > 100_000_000_000 ? number : number * 1000
  }
  const parsed = Date.parse(text)
  return Number.isNaN(parsed) ? null : parsed
}

function soon(at: number | null, now: Date): Date | null {
  if (at === null || at <= now.getTime() || at > now.getTime() + LONGEST_MS) return null
  return new Date(at)
}
