import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** A process that cannot be mistaken for a later one with the same number. `started` is null where the system does not tell. */
export const processIdentity = z.object({ pid: z.int().positive(), started: z.string().nullable() })
export type ProcessIdentity = z.infer<typeof processIdentity>

/** This process. */
export function thisProcess(): ProcessIdentity {
  return { pid: process.pid, started: startOf(process.pid) }
}

/** Whether exactly this process still runs: same number and, where known, same start. */
export function isRunning(identity: ProcessIdentity): boolean {
  if (!isAlive(identity.pid)) return false
  return identity.started === null || identity.started === startOf(identity.pid)
}

/** Whether some process has this number, whoever owns it, and has not ended (one that waits to be collected has). */
export function isAlive(pid: number): boolean {
  if (process.platform === 'linux') return !['Z', 'X', undefined].includes(readStat(pid)?.[0])
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * When a process started, in the system's own words (only good for comparing): on Linux clock ticks since boot, field 22
 * of proc_pid_stat(5), together with the boot itself.
 */
export function startOf(pid: number): string | null {
  try {
    if (process.platform === 'linux') return startOnLinux(pid)
    if (process.platform === 'win32') return null
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null
  } catch {
    return null
  }
}

function startOnLinux(pid: number): string | null {
  const ticks = readStat(pid)?.[19]
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  return ticks === undefined ? null : `${boot} ${ticks}`
}

/** The fields of /proc/<pid>/stat from the third (the state) on, or null where there is no such process. */
function readStat(pid: number): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The command's name stands in brackets and may hold spaces and brackets itself.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}
