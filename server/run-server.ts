import type { serve as Serve } from '@hono/node-server'
import type { AddressInfo } from 'node:net'
import { createApp } from '#server/app.ts'
import { CannotStart } from '#server/kernel/cannot-start.ts'
import { readConfig } from '#server/kernel/config.ts'
import { migrate } from '#server/kernel/database/migrate.ts'
import { createLog } from '#server/kernel/log.ts'
import { openKernel } from '#server/kernel/open-kernel.ts'
import { openInstallation } from '#server/open-installation.ts'

export interface RunningServer {
  readonly port: number
  /** Refuses new requests, lets requests and deliveries under way end, then closes the database. */
  readonly close: () => Promise<void>
}

/** Opens the installation, brings the schema up to date, starts working and listens. Prints one line when it is ready. */
export async function runServer(
  env: Readonly<Record<string, string | undefined>>,
  serve: typeof Serve,
): Promise<RunningServer> {
  const config = readConfig(env)
  const log = createLog(config.logLevel)
  for (const warning of config.warnings) log.warn(warning)
  const closers: (() => Promise<unknown>)[] = []
  const close = async () => {
    for (const each of closers.splice(0).reverse()) await each()
  }
  try {
    const installation = await openInstallation(config, log)
    closers.push(installation.close)
    const applied = await migrate(installation.connection)
    if (applied.length > 0) log.info({ applied }, 'the database schema is up to date')
    const { kernel, close: closeKernel } = await openKernel({
      config,
      log,
      connection: installation.connection,
      installationKey: installation.installationKey,
    })
    closers.push(closeKernel)
    const app = await createApp(kernel, installation.connection, installation.installationKey)
    closers.push(app.close)
    await app.start()
    const port = config.role === 'worker' ? 0 : await listen(serve, app.fetch, config, closers)
    console.log(config.role === 'worker' ? 'Tutti is working' : `Tutti is ready at ${config.publicUrl}`)
    return { port, close }
  } catch (error) {
    await close()
    throw error
  }
}

function listen(
  serve: typeof Serve,
  fetch: Awaited<ReturnType<typeof createApp>>['fetch'],
  config: { port: number; host: string },
  closers: (() => Promise<unknown>)[],
): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port: config.port, hostname: config.host }, (address: AddressInfo) => {
      closers.push(
        () =>
          new Promise<void>((done) => {
            server.close(() => done())
            if ('closeIdleConnections' in server) server.closeIdleConnections()
          }),
      )
      resolve(address.port)
    })
    server.on('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new CannotStart(`Port ${config.port} is in use by another program. Stop it, or choose another with PORT.`)
          : error,
      )
    })
  })
}
