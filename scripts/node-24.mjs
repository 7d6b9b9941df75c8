import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. These scripts are plain JavaScript because they must also run on the Node 20 of a shell. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const wanted = 24

/** Whether this process is new enough for the project. */
export const isNode24 = Number(process.versions.node.split('.')[0]) >= wanted

/** The Node 24 that came with the installation, or this one where it is new enough. Ends the process where there is none. */
export function findNode() {
  if (isNode24) return process.execPath
  const windows = process.platform === 'win32'
  const name = `node-${windows ? 'win' : process.platform}-${process.arch}`
  const program = windows ? ['bin', 'node.exe'] : ['bin', 'node']
  const folders = [join(root, 'node_modules', name)]
  try {
    folders.push(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)))
  } catch {
    // Not installed beside us either.
  }
  const found = folders.map((folder) => join(folder, ...program)).find((path) => existsSync(path))
  if (found !== undefined) return found
  console.error(
    `Tutti needs Node ${wanted}, and this is ${process.version}. On this system none comes with the installation: ` +
      `install Node ${wanted} (or repeat npm install without --omit=optional).`,
  )
  process.exit(1)
}

/**
 * Runs a script on Node 24 in a process of its own, or a program, and answers its exit code. Signals that reach us are
 * passed on, so that whoever stops us stops it.
 */
export async function run(program, options, { cwd = root, env = process.env, stdio = 'inherit' } = {}) {
  const child = spawn(program, options, { cwd, env, stdio })
  const passOn = (signal) => child.kill(signal)
  const signals = ['SIGTERM', 'SIGINT', 'SIGHUP']
  for (const signal of signals) process.on(signal, passOn)
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (status, signal) => resolve(status ?? 128 + (signal === 'SIGINT' ? 2 : 15)))
  })
  for (const signal of signals) process.off(signal, passOn)
  return code
}

/** Goes on only on Node 24: elsewhere runs the same script there, with the same arguments, and ends with its exit code. */
export async function continueOnNode24() {
  if (isNode24) return
  process.exit(await run(findNode(), process.argv.slice(1), { cwd: process.cwd() }))
}
