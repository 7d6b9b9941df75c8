import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Account, runAs } from './account.ts'
import { fixedSettings, type Listen } from './settings.ts'
import { explainFailure } from './trouble.ts'

export interface Launch {
  readonly program: string
  readonly cluster: string
  readonly account: Account
  readonly listen: Listen
  readonly durable: boolean
  readonly logFile: string
  /** Called as soon as the process has a number, long before it is ready. */
  readonly onPid: (pid: number) => void
  readonly log: { readonly info: (fields: object, message: string) => void }
}

/** A running PostgreSQL that accepts connections. */
export interface Postmaster {
  readonly pid: number
  /** Settles when the process has ended, for whatever reason. */
  readonly ended: Promise<string>
  /** Fast shutdown (clients are disconnected, everything is saved); after `patienceMs` at once (recovered at the next start). */
  readonly stop: (patienceMs: number) => Promise<void>
}

const largestLog = 5_000_000

/**
 * Starts PostgreSQL in a session of its own, so that Ctrl-C reaches only the server, and waits until it accepts
 * connections, however long a recovery takes. Throws `CannotStart` with its own words where it gives up.
 */
export async function startPostmaster(launch: Launch): Promise<Postmaster> {
  const { file, from } = openLog(launch.logFile)
  // The caller knows that nothing runs here; the number in a left lock may have gone to another program of the account.
  if ('socket' in launch.listen) rmSync(join(launch.listen.socket, '.s.PGSQL.5432.lock'), { force: true })
  const options = ['-D', launch.cluster, ...fixedSettings(launch.listen, launch.durable)]
  const child = spawn(launch.program, options, {
    ...runAs(launch.account),
    detached: process.platform !== 'win32',
    stdio: ['ignore', file, file],
  })
  closeSync(file)
  child.unref()
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
  })
  if (child.pid !== undefined) launch.onPid(child.pid)
  if (!(await accepts(child, launch))) {
    await ended
    throw explainFailure(launch.program, readFileSync(launch.logFile).subarray(from).toString('utf8'))
  }
  return { pid: child.pid ?? 0, ended, stop: (patienceMs) => stop(child, ended, patienceMs) }
}

/** The state stands on line 8 of postmaster.pid (PostgreSQL's miscadmin.h, LOCK_FILE_LINE_PM_STATUS). */
async function accepts(child: ChildProcess, { cluster, log }: Launch): Promise<boolean> {
  let nextWord = Date.now() + 5_000
  while (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
    const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready') return true
    if (Date.now() > nextWord) {
      log.info({ pid: child.pid }, 'PostgreSQL is still starting, probably recovering after it was cut short.')
      nextWord += 10_000
    }
    await sleep(10)
  }
  return false
}

async function stop(child: ChildProcess, ended: Promise<string>, patienceMs: number): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', patienceMs],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    const timer = new AbortController()
    await Promise.race([ended, sleep(patience, undefined, { signal: timer.signal }).catch(() => undefined)])
    timer.abort()
  }
}

/** Opened by us and handed down, so that the account can write to the log but to nothing else in its folder. */
function openLog(path: string): { file: number; from: number } {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  if (size > largestLog) renameSync(path, `${path}.1`)
  return { file: openSync(path, 'a', 0o600), from: size > largestLog ? 0 : size }
}
