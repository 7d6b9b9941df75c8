import { serve } from '@hono/node-server'
import { runServer } from '#server/run-server.ts'
import { CannotStart } from '#server/kernel/cannot-start.ts'

/** The process: environment in, signals, exit code. */
try {
  const running = await runServer(process.env, serve)
  let leaving = false
  const leave = () => {
    if (leaving) return
    leaving = true
    void running.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error('Tutti could not shut down cleanly.', error)
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', leave)
  process.on('SIGINT', leave)
} catch (error) {
  console.error(error instanceof CannotStart ? error.message : error)
  process.exit(1)
}
