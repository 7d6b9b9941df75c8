const LONGEST_WAIT_MS = 24 * 60 * 60 * 1000

/**
 * When the server takes requests again, from `Retry-After` (seconds or a date) or, where nothing remains, from
 * `RateLimit-Reset` (seconds since 1970). The later of both, at most a day from `now`; null when it names no time to come.
 */
export function retryTime(headers: Headers, now: Date): Date | null {
  const times = [afterSeconds(headers.get('retry-after'), now), reset(headers)].filter((time) => time > now.getTime())
  if (times.length === 0) return null
  return new Date(Math.min(Math.max(...times), now.getTime() + LONGEST_WAIT_MS))
}

function afterSeconds(value: string | null, now: Date): number {
  if (value === null) return 0
  if (/^\d{1,9}$/.test(value.trim())) return now.getTime() + Number(value) * 1000
  return Date.parse(value) || 0
}

function reset(headers: Headers): number {
  const value = headers.get('ratelimit-reset')
  const remaining = headers.get('ratelimit-remaining')
  if (value === null || !/^\d{1,12}$/.test(value.trim()) || (remaining !== null && Number(remaining) > 0)) return 0
  return Number(value) * 1000
}
