// npm start: builds what is not up to date, then becomes the server.
import module from 'node:module'
import { join } from 'node:path'
import { findNode, isNode24, root, run } from './node-24.mjs'
import { hasSources, isBuilt, isStale } from './sources.mjs'

process.env.TUTTI_DATA ||= join(root, 'data')

if (isStale()) {
  console.log(
    isBuilt() ? 'The sources have changed: building (a few seconds).' : 'Building for the first time (a few seconds).',
  )
  const code = await run(findNode(), [join(root, 'scripts', 'build.mjs'), '--quiet'])
  if (code !== 0) process.exit(code)
}
if (!isBuilt()) {
  console.error(
    hasSources()
      ? 'The build left no server to start.'
      : 'There is neither a built server nor its sources here. Install Tutti again.',
  )
  process.exit(1)
}

const server = join(root, 'dist', 'server', 'main.mjs')
if (isNode24) {
  // In this very process: one process less, and signals and exit code need no passing on.
  module.enableCompileCache(join(root, 'node_modules', '.cache', 'tutti'))
  await import(new URL('../dist/server/main.mjs', import.meta.url).href)
} else {
  const env = { ...process.env, NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'tutti') }
  process.exitCode = await run(findNode(), ['--enable-source-maps', server], { cwd: process.cwd(), env })
}
