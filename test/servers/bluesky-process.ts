import { Database, PlcServer } from '@did-plc/server'
import { PDS, readEnv } from '@atproto/pds'
import { rm } from 'node:fs/promises'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'

/**
 * A personal data server with its own directory of identities, as a process of its own. It reads its settings from
 * the environment (names of the server itself), answers on loopback only, says one line of JSON when it is ready and
 * ends, with its data, when its standard input closes: it cannot outlive whoever started it.
 */

interface Listening {
  listen: (port: number, host: string) => Server
}

const WithApp = z.object({ app: z.custom<Listening>((app) => typeof app === 'function') })

/** Both servers listen on every interface by themselves. */
function onLoopback(owner: object): void {
  const { app } = WithApp.parse(owner)
  const listen = app.listen.bind(app)
  app.listen = (port: number | undefined) => listen(port ?? 0, '127.0.0.1')
}

const directory = PlcServer.create({ db: Database.mock() })
onLoopback(directory)
const directoryServer = await directory.start()
const { port: directoryPort } = directoryServer.address() as AddressInfo

const server = await PDS.fromEnv({ ...readEnv(), didPlcUrl: `http://localhost:${directoryPort}` })
onLoopback(server)
await server.start()
process.stdout.write(`${JSON.stringify({ ready: true })}\n`)

process.stdin.resume()
process.stdin.once('end', () => {
  void Promise.allSettled([server.destroy(), directory.destroy()])
    .then(() => rm(process.env['PDS_DATA_DIRECTORY'] ?? '', { recursive: true, force: true }))
    .finally(() => process.exit(0))
})
