import { Refused, type MastodonWorld } from './mastodon-http.ts'

const HALF_HOUR = 30 * 60_000

/** Counts one use of a limited thing and refuses with 429 when the window is used up. */
export function countUse(world: MastodonWorld, name: string, most: number, windowMs = HALF_HOUR): void {
  const now = world.options.now().getTime()
  let window = world.counters.get(name)
  if (window === undefined || window.until <= now) {
    window = { count: 0, until: now + windowMs }
    world.counters.set(name, window)
  }
  if (window.count >= most) throw tooMany(most, new Date(window.until))
  window.count += 1
}

/** The refusal of the `rate-limits` behaviour. */
export function limited(world: MastodonWorld): Refused {
  return tooMany(world.options.rateLimit?.most ?? 300, new Date(world.options.now().getTime() + world.options.resetMs))
}

/** Headers on every answer; the reset is an ISO 8601 instant, as on Mastodon. */
export function limitHeaders(world: MastodonWorld, token: string | null): Record<string, string> {
  const { rateLimit, now } = world.options
  const window = token === null ? undefined : world.counters.get(`token:${token}`)
  const most = rateLimit?.most ?? 300
  const until = window?.until ?? now().getTime() + (rateLimit?.windowMs ?? 300_000)
  return {
    'x-ratelimit-limit': String(most),
    'x-ratelimit-remaining': String(Math.max(0, most - (window?.count ?? 0))),
    'x-ratelimit-reset': new Date(until).toISOString(),
  }
}

function tooMany(most: number, until: Date): Refused {
  const headers = {
    'x-ratelimit-limit': String(most),
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': until.toISOString(),
  }
  return new Refused(429, 'Too many requests', { headers })
}
