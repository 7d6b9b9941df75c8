const WINDOW_MS = 60_000

export interface RateLimit {
  /** Counts one request of this caller. */
  readonly take: (
    caller: string,
    quota: number,
    now: number,
  ) => { readonly allowed: boolean; readonly headers: Readonly<Record<string, string>> }
}

/** Limits requests by caller in windows of a minute, in the memory of this process: every web process counts for itself. */
export function createRateLimit(): RateLimit {
  const windows = new Map<string, { startedAt: number; used: number }>()
  return {
    take: (caller, quota, now) => {
      if (windows.size > 50_000)
        for (const [key, window] of windows) if (now - window.startedAt >= WINDOW_MS) windows.delete(key)
      let window = windows.get(caller)
      if (window === undefined || now - window.startedAt >= WINDOW_MS) {
        window = { startedAt: now, used: 0 }
        windows.set(caller, window)
      }
      window.used += 1
      const resetSeconds = Math.ceil((window.startedAt + WINDOW_MS - now) / 1000)
      const left = Math.max(0, quota - window.used)
      const headers = {
        'ratelimit-policy': `"requests";q=${quota};w=60`,
        ratelimit: `"requests";r=${left};t=${resetSeconds}`,
      }
      return window.used <= quota
        ? { allowed: true, headers }
        : { allowed: false, headers: { ...headers, 'retry-after': String(resetSeconds) } }
    },
  }
}
