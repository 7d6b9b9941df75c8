#!/usr/bin/env node
// npx tutti <command>: the command line, on Node 24, built first where that is needed.
import module from 'node:module'
import { join } from 'node:path'
import { findNode, isNode24, root, run } from '../scripts/node-24.mjs'
import { isStale } from '../scripts/sources.mjs'

process.env.TUTTI_DATA ||= join(root, 'data')

if (isStale()) {
  // The command's own output stays clean: it may be piped somewhere.
  console.error('The sources have changed: building (a few seconds).')
  const code = await run(findNode(), [join(root, 'scripts', 'build.mjs'), '--quiet'], { stdio: ['ignore', 2, 2] })
  if (code !== 0) process.exit(code)
}
if (isNode24) {
  module.enableCompileCache(join(root, 'node_modules', '.cache', 'tutti'))
  await import(new URL('../dist/server/cli.mjs', import.meta.url).href)
} else {
  const cli = join(root, 'dist', 'server', 'cli.mjs')
  const env = { ...process.env, NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'tutti') }
  process.exitCode = await run(findNode(), [cli, ...process.argv.slice(2)], { cwd: process.cwd(), env })
}
