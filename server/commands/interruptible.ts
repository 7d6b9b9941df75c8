/**
 * Runs work that Ctrl-C (or a request to stop) breaks off through its signal, so that it can tidy up. A second Ctrl-C ends the
 * process at once.
 */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  const stop = () => {
    unlisten()
    controller.abort()
  }
  const unlisten = () => {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  try {
    return await work(controller.signal)
  } finally {
    unlisten()
  }
}
