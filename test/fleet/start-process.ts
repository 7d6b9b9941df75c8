import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

export interface Started {
  readonly child: ChildProcess
  /** The first line that satisfied. */
  readonly line: string
  /** Resolves when the process is gone. */
  readonly gone: Promise<unknown>
}

/** Starts a program and waits until it prints the line that says it is ready. What it says on its error output is in the error. */
export async function startProcess(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  ready: (line: string) => boolean,
  seconds = 30,
): Promise<Started> {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'pipe'] })
  const gone = once(child, 'exit')
  const errors: string[] = []
  child.stderr.on('data', (text: Buffer) => errors.push(text.toString()))
  const lines = createInterface({ input: child.stdout })
  const line = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error(`Not ready after ${seconds} s: ${args.join(' ')}\n${errors.join('')}`))
    }, seconds * 1000)
    lines.on('line', (text) => {
      if (!ready(text)) return
      clearTimeout(timer)
      resolve(text)
    })
    void gone.then(() => {
      clearTimeout(timer)
      reject(new Error(`It ended before it was ready: ${args.join(' ')}\n${errors.join('')}`))
    })
  })
  return { child, line, gone }
}
