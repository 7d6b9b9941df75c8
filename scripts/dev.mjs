// npm run dev: the server from its sources, started again at every change, and the browser's part served by Vite, which
// passes on what belongs to the server. Open the address that Vite prints.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { continueOnNode24, root } from './node-24.mjs'

await continueOnNode24()

const webPort = process.env.TUTTI_DEV_PORT ?? '5173'
const env = {
  ...process.env,
  PORT: process.env.PORT || '4000',
  TUTTI_DATA: process.env.TUTTI_DATA || join(root, 'data'),
  TUTTI_URL: process.env.TUTTI_URL || `http://localhost:${webPort}`,
}
const start = (options) => spawn(process.execPath, options, { cwd: root, env, stdio: 'inherit' })
const children = [
  start(['--watch', '--watch-preserve-output', 'server/main.ts']),
  start([join(root, 'node_modules', 'vite', 'bin', 'vite.js'), '--port', webPort, '--strictPort']),
]

let ending = false
function end(signal) {
  ending = true
  for (const child of children) child.kill(signal)
}
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => end(signal))
for (const child of children) {
  child.once('exit', (code) => {
    if (!ending) process.exitCode = code ?? 1
    end('SIGTERM')
  })
}
