import pg from 'pg'
import type { Log } from '#server/kernel/log.ts'

const AGAIN_AFTER_MS = 1000

/** Calls `wake` when a plan was made or moved, over a connection of its own that is made anew when it breaks. */
export async function listenForDeliveries(connection: pg.ClientConfig, log: Log, wake: () => void) {
  let client: pg.Client | null = null
  let closed = false
  let timer: NodeJS.Timeout | null = null
  const retry = () => {
    if (closed || timer !== null) return
    timer = setTimeout(() => {
      timer = null
      void connect().then(wake, retry)
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
    fresh.on('notification', wake)
    await fresh.connect()
    await fresh.query('listen tutti_deliveries')
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
