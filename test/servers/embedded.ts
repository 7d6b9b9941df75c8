import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** A separate process that keeps an embedded database and writes numbered rows into it as fast as it can. */
export interface WritingServer {
  readonly process: ChildProcess
  /** The highest number whose commit was acknowledged so far; 0 before the first. */
  readonly acknowledged: () => number
  /** The process numbers of PostgreSQL and of its keeper. */
  readonly postmaster: number
  readonly keeper: number
  /** Kills the server with SIGKILL and waits for its end. */
  readonly kill: () => Promise<void>
}

export interface WritingServerOptions {
  readonly folder: string
  /** Runs as this user and group. */
  readonly identity?: { readonly uid: number; readonly gid: number }
}

const program = fileURLToPath(new URL('./embedded-process.ts', import.meta.url))

/** Starts the process and waits for its first row. Throws with its words where it ends before. */
export async function startWritingServer({ folder, identity }: WritingServerOptions): Promise<WritingServer> {
  const child = spawn(process.execPath, [program, folder], { ...identity, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] })
  let words = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (words += text))
  const seen = { postmaster: 0, keeper: 0, row: 0 }
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [name, value] = line.split(' ')
    if (name === 'postmaster' || name === 'keeper' || name === 'row') seen[name] = Number(value)
  })
  await until(() => {
    if (child.exitCode !== null) throw new Error(`the process ended: ${words}`)
    return seen.row > 0
  })
  return {
    process: child,
    acknowledged: () => seen.row,
    postmaster: seen.postmaster,
    keeper: seen.keeper,
    kill: async () => {
      const ended = new Promise((resolve) => child.once('close', resolve))
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** Polls until the condition holds; throws after 20 s. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('waited 20 s in vain')
    await sleep(20)
  }
}
