import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { projectRoot } from '#server/kernel/project-root.ts'

export interface Finished {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Starts the real command line in a process of its own. */
export function spawnCommand(
  env: Readonly<Record<string, string>>,
  ...words: string[]
): { child: ChildProcess; finished: Promise<Finished> } {
  const child = spawn(process.execPath, [join(projectRoot(), 'server', 'cli.ts'), ...words], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const texts = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (texts.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (texts.stderr += text))
  const finished = new Promise<Finished>((resolve) => child.once('close', (code) => resolve({ code, ...texts })))
  return { child, finished }
}

/** Runs the real command line to its end. */
export function runCommand(env: Readonly<Record<string, string>>, ...words: string[]): Promise<Finished> {
  return spawnCommand(env, ...words).finished
}
