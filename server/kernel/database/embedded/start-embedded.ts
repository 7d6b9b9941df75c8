import { randomBytes } from 'node:crypto'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { CannotStart } from '../../cannot-start.ts'
import { isRunning, thisProcess } from '../../process-identity.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { type Connection, type ConnectionFile, readConnectionFile, writeConnectionFile } from './connection-file.ts'
import { initialise, owner, resetPassword } from './initialise.ts'
import { startKeeper } from './keeper.ts'
import { endOrphan } from './orphan.ts'
import { findPlace, type Place, systemFolder } from './place.ts'
import { startPostmaster } from './postmaster.ts'
import type { Listen } from './settings.ts'
import { makeSocketFolder, removeSocketFolder } from './socket-folder.ts'
import { supervise } from './supervise.ts'
import { refuseOtherMajor, versionOfData } from './version.ts'

export interface EmbeddedLog {
  readonly info: (fields: object, message: string) => void
  readonly warn: (fields: object, message: string) => void
  readonly error: (fields: object, message: string) => void
}

export interface EmbeddedOptions {
  /** The data folder; it must exist and be locked by the caller (`lockDataFolder`). */
  readonly folder: string
  readonly log: EmbeddedLog
  /** Folder of PostgreSQL's programs; without it TUTTI_POSTGRES_BINARIES, else those of the npm package. */
  readonly binaries?: string | undefined
  /** False only for a throw-away cluster of the tests: what was written may be lost in a crash. */
  readonly durable?: boolean
  /** Where the files go that an unprivileged account cannot reach in the data folder; `/var/lib/tutti`. */
  readonly systemFolder?: string
}

export interface Embedded {
  readonly connection: Connection
  /** As PostgreSQL says it, such as `18.4`. */
  readonly version: string
  /** Stops PostgreSQL: fast shutdown, at once after 20 s. Safe to call twice. */
  readonly close: () => Promise<void>
}

/**
 * Runs a PostgreSQL of our own in the data folder and keeps it running until `close`. Ends what a killed server left running
 * there, makes the cluster the first time, and starts PostgreSQL again if it ends by itself. It ends by itself soon after
 * this process dies in whatever way. Throws `CannotStart` with what to do where that is in a person's hands.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const folder = resolve(options.folder)
  const previous = await readConnectionFile(folder)
  if (previous !== null && previous.keptBy !== null && isRunning(previous.keptBy))
    throw inUse(folder, previous.keptBy.pid)
  const place = await findPlace(folder, options.systemFolder ?? systemFolder)
  const configured = options.binaries ?? (process.env['TUTTI_POSTGRES_BINARIES'] || undefined)
  const binaries = await findBinaries({ account: place.account, configured, copies: place.copies })
  await endOrphan(place.cluster, options.log)
  const password = await prepare(place, binaries, previous?.password ?? null)
  const listen = await chooseListen(place, previous)
  const at = 'socket' in listen ? { host: listen.socket, port: 5432 } : { host: '127.0.0.1', port: listen.loopbackPort }
  const connection = { ...at, user: owner, password, database: owner }
  tell(options.log, place, binaries)
  return run({ options, folder, place, binaries, listen, connection })
}

/** Makes the cluster where there is none, and answers the password that holds from now on. */
async function prepare(place: Place, binaries: Binaries, known: string | null): Promise<string> {
  const data = await versionOfData(place.cluster)
  refuseOtherMajor(place.cluster, data, binaries.version)
  if (data !== null && known !== null) return known
  const password = randomBytes(24).toString('base64url')
  if (data === null) await initialise(place, binaries, password)
  else await resetPassword(place, binaries, password)
  return password
}

async function chooseListen(place: Place, previous: ConnectionFile | null): Promise<Listen> {
  if (process.platform !== 'win32') return { socket: await makeSocketFolder(place, previous?.host ?? null) }
  return new Promise((done, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const loopbackPort = typeof address === 'object' && address !== null ? address.port : 0
      probe.close(() => done({ loopbackPort }))
    })
  })
}

interface Prepared {
  readonly options: EmbeddedOptions
  readonly folder: string
  readonly place: Place
  readonly binaries: Binaries
  readonly listen: Listen
  readonly connection: Connection
}

async function run({ options, folder, place, binaries, listen, connection }: Prepared): Promise<Embedded> {
  const version = binaries.version.full
  const keeper = startKeeper(place.cluster, place.account)
  const file = { ...connection, version }
  await writeConnectionFile(folder, { ...file, keptBy: thisProcess() })
  const launch = {
    program: join(binaries.bin, 'postgres'),
    cluster: place.cluster,
    account: place.account,
    listen,
    durable: options.durable ?? true,
    logFile: join(folder, 'postgres.log'),
    onPid: keeper.watch,
    log: options.log,
  }
  const leave = async (): Promise<void> => {
    keeper.close()
    await writeConnectionFile(folder, { ...file, keptBy: null })
    if ('socket' in listen) await removeSocketFolder(listen.socket)
  }
  const first = await startPostmaster(launch).catch(async (error: unknown) => {
    await leave()
    throw error
  })
  const again = async (): ReturnType<typeof startPostmaster> => {
    // What served connections outlives a killed postmaster for a moment, and must be gone before the next.
    await endOrphan(place.cluster, options.log)
    return startPostmaster(launch)
  }
  const supervised = supervise(first, again, options.log)
  let closing: Promise<void> | null = null
  const close = (): Promise<void> => (closing ??= supervised.stop(20_000).then(leave))
  return { connection, version, close }
}

function tell(log: EmbeddedLog, place: Place, binaries: Binaries): void {
  const words = [`PostgreSQL ${binaries.version.full} keeps the data in ${place.cluster}`]
  if (place.account.drops) words.push(`as the account ${place.account.name}, because it refuses to run as root`)
  if (place.elsewhere) words.push('outside the data folder, which that account may not enter')
  if (binaries.copiedFrom !== null) words.push(`with programs copied from ${binaries.copiedFrom} to ${binaries.bin}`)
  log.info({ cluster: place.cluster, account: place.account.name }, `${words.join(', ')}.`)
}

function inUse(folder: string, pid: number): CannotStart {
  return new CannotStart(
    `Another Tutti (process ${pid}) uses the database in ${folder}. It was left alone. Stop it first.`,
  )
}
