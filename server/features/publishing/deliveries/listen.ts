import pg from 'pg'
import type { Log } from '#server/kernel/log.ts'

const AGAIN_AFTER_MS = 1000
const STOPS = 'tutti_stops'

interface Heard {
  /** A plan was made or moved. */
  readonly wake: () => void
  /** An emergency stop of this organisation began or ended; null: some may have, while nobody listened. */
  readonly stop: (organisationId: string | null) => void
}

/** Tells what workers have to know at once, over a connection of its own that is made anew when it breaks. */
export async function listenForDeliveries(connection: pg.ClientConfig, log: Log, { wake, stop }: Heard) {
  let client: pg.Client | null = null
  let closed = false
  let timer: NodeJS.Timeout | null = null
  const retry = () => {
    if (closed || timer !== null) return
    timer = setTimeout(() => {
      timer = null
      void connect().then(() => {
        stop(null)
        wake()
      }, retry)
    }, AGAIN_AFTER_MS)
  }
  const connect = async () => {
    const fresh = new pg.Client(connection)
    fresh.on('error', (error) => {
      log.warn({ err: error }, 'the line for new plans broke; it is made anew')
      fresh.removeAllListeners('notification')
      void fresh.end().catch(() => undefined)
      retry()
    })
    fresh.on('notification', ({ channel, payload }) => (channel === STOPS ? stop(payload ?? null) : wake()))
    await fresh.connect()
    await fresh.query(`listen tutti_deliveries; listen ${STOPS}`)
    client = fresh
  }
  await connect()
  return {
    close: async () => {
      closed = true
      if (timer !== null) clearTimeout(timer)
      await client?.end()
    },
  }
}
