// npm run check: types, lint, format, architecture, database types. Runs all, then says which failed.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { continueOnNode24, root } from './node-24.mjs'

await continueOnNode24()

const bin = (name) => join(root, 'node_modules', '.bin', name)
const node = process.execPath
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')

const checks = [
  { name: 'types', command: [bin('tsc'), '--noEmit'] },
  { name: 'lint', command: [bin('oxlint'), '--deny-warnings'] },
  { name: 'format', command: [bin('oxfmt'), '--check'] },
  {
    name: 'architecture',
    file: 'test/architecture.test.ts',
    command: [node, vitest, 'run', '--project', 'unit', 'test/architecture.test.ts'],
  },
  {
    name: 'database types',
    file: 'scripts/database-types.mjs',
    command: [node, 'scripts/database-types.mjs', '--check'],
  },
].filter(({ file }) => file === undefined || existsSync(join(root, file)))

const results = []
// Two at a time: the first two use several cores themselves.
const waiting = [...checks]
await Promise.all([work(), work()])
for (const { name } of checks) {
  const { code, output, seconds } = results.find((result) => result.name === name)
  if (code !== 0) console.log(`\n--- ${name}\n${output.trimEnd()}\n`)
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`)
}
process.exitCode = results.every(({ code }) => code === 0) ? 0 : 1

async function work() {
  for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) results.push(await carryOut(check))
}

async function carryOut({ name, command: [program, ...options] }) {
  const startedAt = Date.now()
  const env = { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH}` }
  const child = spawn(program, options, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text))
  const code = await new Promise((resolve) => {
    child.once('error', (error) => {
      output += error.message
      resolve(1)
    })
    child.once('close', (status) => resolve(status ?? 1))
  })
  return { name, code, output, seconds: ((Date.now() - startedAt) / 1000).toFixed(1) }
}
