import { setTimeout as sleep } from 'node:timers/promises'
import type { Postmaster } from './postmaster.ts'

export interface SuperviseLog {
  readonly info: (fields: object, message: string) => void
  readonly error: (fields: object, message: string) => void
}

export interface Supervised {
  /** Stops PostgreSQL for good; waits for it. */
  readonly stop: (patienceMs: number) => Promise<void>
}

const longestPauseMs = 30_000
const calmAfterMs = 60_000

/**
 * Starts PostgreSQL again whenever it ends by itself: after a quarter of a second at first, with pauses that double up to half
 * a minute while it keeps ending, and from the beginning once it has held for a minute.
 */
export function supervise(first: Postmaster, start: () => Promise<Postmaster>, log: SuperviseLog): Supervised {
  const closing = new AbortController()
  let current: Postmaster | null = first
  const watching = watch()

  async function watch(): Promise<void> {
    let pause = 250
    while (!closing.signal.aborted) {
      const startedAt = Date.now()
      const why = current === null ? 'it did not start' : await current.ended
      if (closing.signal.aborted) return
      if (current !== null && Date.now() - startedAt > calmAfterMs) pause = 250
      log.error({ why, pauseMs: pause }, 'PostgreSQL ended by itself; starting it again.')
      await sleep(pause, undefined, { signal: closing.signal, ref: false }).catch(() => undefined)
      pause = Math.min(pause * 2, longestPauseMs)
      if (closing.signal.aborted) return
      current = await start().catch((error: unknown) => {
        log.error({ err: error }, 'PostgreSQL could not be started again.')
        return null
      })
      if (current !== null) log.info({ pid: current.pid }, 'PostgreSQL runs again.')
    }
  }

  return {
    stop: async (patienceMs) => {
      closing.abort()
      await current?.stop(patienceMs)
      await watching
      // A start that was under way when the end was asked for.
      await current?.stop(patienceMs)
    },
  }
}
