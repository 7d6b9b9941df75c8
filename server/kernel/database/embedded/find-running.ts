import { connect } from 'node:net'
import { join } from 'node:path'
import { isRunning } from '../../process-identity.ts'
import { type Connection, connectionOf, readConnectionFile } from './connection-file.ts'

/**
 * The connection to the PostgreSQL that a running server keeps for this data folder, for a command line beside it; null
 * where there is none that answers. Throws `CannotStart` where the connection file belongs to another account.
 */
export async function findRunning(folder: string): Promise<(Connection & { version: string }) | null> {
  const file = await readConnectionFile(folder)
  if (file === null || file.keptBy === null || !isRunning(file.keptBy)) return null
  const found = connectionOf(file)
  return (await answers(found)) ? { ...found, version: file.version } : null
}

async function answers({ host, port }: Connection): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = host.startsWith('/') ? connect(join(host, `.s.PGSQL.${port}`)) : connect(port, host)
    const finish = (answered: boolean): void => {
      socket.destroy()
      resolve(answered)
    }
    socket.setTimeout(2_000, () => finish(false))
    socket.once('connect', () => finish(true))
    socket.once('error', () => finish(false))
  })
}
