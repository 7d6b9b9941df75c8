import { execFileSync } from 'node:child_process'
import { readdir, readFile, readlink, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive } from '../../process-identity.ts'

export interface OrphanLog {
  readonly warn: (fields: object, message: string) => void
}

/**
 * Ends a PostgreSQL that still runs on the cluster although nobody keeps it (server and keeper were both killed): fast
 * shutdown first, so nothing acknowledged is lost. Also clears a postmaster.pid whose number has gone to a foreign program.
 * Returns when no process is left on the cluster.
 */
export async function endOrphan(cluster: string, log: OrphanLog): Promise<void> {
  const named = await namedPostmaster(cluster)
  const left = await processesOn(cluster, named)
  if (left.length > 0) {
    log.warn({ processes: left }, 'A PostgreSQL of a server that was killed still ran; ending it before starting anew.')
    await end(cluster, named)
  }
  // Nothing works here any more, but PostgreSQL believes a number that a foreign or a not yet collected process has.
  if (named !== null && isTaken(named)) await rm(join(cluster, 'postmaster.pid'), { force: true })
}

async function end(cluster: string, named: number | null): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 10_000],
  ] as const) {
    const running = await processesOn(cluster, named)
    // Without a postmaster its children end by themselves; they are only told where they do not.
    const told = named !== null && running.includes(named) ? [named] : signal === 'SIGINT' ? [] : running
    for (const pid of signal === 'SIGKILL' ? running : told) send(pid, signal)
    if (await emptied(cluster, named, told.length === 0 ? 5_000 : patience)) return
  }
  throw new Error(`PostgreSQL processes on ${cluster} do not end`)
}

/** The process number in postmaster.pid, whether it lives or not. */
export async function namedPostmaster(cluster: string): Promise<number | null> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const pid = Number.parseInt(text.split('\n')[0] ?? '', 10)
  return pid > 0 ? pid : null
}

async function emptied(cluster: string, named: number | null, patience: number): Promise<boolean> {
  const deadline = Date.now() + patience
  while (Date.now() < deadline) {
    if ((await processesOn(cluster, named)).length === 0) return true
    await sleep(50)
  }
  return false
}

/** All processes of PostgreSQL work in the cluster's folder; where that cannot be seen, only the named one is looked at. */
async function processesOn(cluster: string, named: number | null): Promise<number[]> {
  if (process.platform !== 'linux') return named !== null && isPostgres(named) ? [named] : []
  const folder = await realpath(cluster)
  const pids = (await readdir('/proc')).map(Number).filter((pid) => pid > 0 && pid !== process.pid)
  const folders = await Promise.all(pids.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => null)))
  const inside = pids.filter((_, index) => folders[index] === folder)
  const programs = await Promise.all(inside.map((pid) => readlink(`/proc/${pid}/exe`).catch(() => '')))
  // A person's shell may stand in that folder too.
  return inside.filter((_, index) => /\/postgres( \(deleted\))?$/.test(programs[index] ?? ''))
}

function isPostgres(pid: number): boolean {
  if (process.platform === 'win32') return isAlive(pid)
  try {
    return /postgres/.test(execFileSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' }))
  } catch {
    return false
  }
}

function isTaken(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It ended in the meantime.
  }
}
