import { randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { CannotStart } from './cannot-start.ts'
import { isRunning, processIdentity, thisProcess } from './process-identity.ts'

const lockContents = processIdentity.extend({ token: z.string(), host: z.string() })
type LockContents = z.infer<typeof lockContents>

const beatEveryMs = 3_000
const silentAfterMs = 10_000

export interface DataFolder {
  /** Absolute. */
  readonly path: string
  /** Lets others use the folder. Safe to call twice. */
  readonly release: () => Promise<void>
}

/**
 * Creates the data folder (mode 0700) where it is missing and takes it for this process alone. Throws `CannotStart` when
 * another live Tutti uses it, which is left alone. The lock of a killed process is taken over, also when its number
 * has been given to another process since. A lock written on another machine (a folder in a network or a container volume)
 * is judged by its heart beat, which takes up to ten seconds.
 */
export async function lockDataFolder(folder: string): Promise<DataFolder> {
  const path = resolve(folder)
  await createFolder(path)
  const file = join(path, 'tutti.lock')
  const mine: LockContents = { ...thisProcess(), token: randomUUID(), host: hostname() }
  const draft = `${file}.${mine.token}`
  await writeFile(draft, JSON.stringify(mine), { mode: 0o600, flag: 'wx' })
  try {
    await take(file, draft, path)
  } finally {
    await rm(draft, { force: true })
  }
  const beat = setInterval(() => void touch(file), beatEveryMs).unref()
  return {
    path,
    release: async () => {
      clearInterval(beat)
      if ((await readLock(file))?.token === mine.token) await rm(file, { force: true })
    },
  }
}

async function createFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new CannotStart(
      `The data folder ${path} cannot be made (${why}). Choose another with TUTTI_DATA, or let the account that runs Tutti write there.`,
    )
  }
}

async function take(file: string, draft: string, folder: string): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt++) {
    // A link appears whole or not at all, and never replaces another's.
    if (await placed(draft, file)) return
    const other = await readLock(file)
    if (other !== null && (await isHeld(other, file))) throw inUse(folder, other)
    if (!(await removeStale(file, draft, other))) await sleep(100)
  }
  throw new CannotStart(`The data folder ${folder} is being taken by another Tutti right now. Start again in a moment.`)
}

/**
 * Removes a stale lock under a second one, so that of several starts that judged the same lock none removes the lock that
 * another has placed in the meantime. Answers false where another start is at it.
 */
async function removeStale(file: string, draft: string, judged: LockContents | null): Promise<boolean> {
  const guard = `${file}.takeover`
  if (!(await placed(draft, guard))) {
    const guardian = await readLock(guard)
    // Killed within these few lines: nobody will remove its guard.
    if (guardian !== null && Date.now() - (await beatOf(guard)) > silentAfterMs) await rm(guard, { force: true })
    return false
  }
  try {
    const now = await readLock(file)
    if (now?.token === judged?.token) await rm(file, { force: true })
    return true
  } finally {
    await rm(guard, { force: true })
  }
}

async function placed(draft: string, file: string): Promise<boolean> {
  try {
    await link(draft, file)
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    throw error
  }
}

async function isHeld(other: LockContents, file: string): Promise<boolean> {
  if (other.host === hostname()) return isRunning(other)
  const before = await beatOf(file)
  if (Date.now() - before > silentAfterMs) return false
  const deadline = Date.now() + silentAfterMs
  while (Date.now() < deadline) {
    await sleep(500)
    if ((await beatOf(file)) !== before) return true
  }
  return false
}

async function readLock(file: string): Promise<LockContents | null> {
  try {
    return lockContents.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    return null
  }
}

async function beatOf(file: string): Promise<number> {
  const found = await stat(file).catch(() => null)
  return found === null ? 0 : found.mtimeMs
}

async function touch(file: string): Promise<void> {
  const now = new Date()
  await utimes(file, now, now).catch(() => undefined)
}

function inUse(folder: string, other: LockContents): CannotStart {
  const where = other.host === hostname() ? '' : ` on ${other.host}`
  return new CannotStart(
    `Another Tutti (process ${other.pid}${where}) uses the data folder ${folder}. It was left alone. ` +
      'Stop it first, or give this one a folder of its own with TUTTI_DATA.',
  )
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
