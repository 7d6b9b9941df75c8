// Builds the browser's part into dist/web and the server into dist/server. Arguments: --if-stale does nothing when dist
// is up to date, --quiet prints only what went wrong. Runs at the end of npm install (`prepare`).
import { existsSync, rmSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { continueOnNode24, root } from './node-24.mjs'
import { hasSources, isStale, takeStamp, writeStamp } from './sources.mjs'

// With native parts or files of their own that a bundle would tear apart.
const external = ['sharp', 'pg-native', 'vite', 'esbuild']

const quiet = process.argv.includes('--quiet')
const say = (words) => (quiet ? undefined : console.log(words))

if (!hasSources()) {
  say('There are no sources here to build from.')
} else if (process.argv.includes('--if-stale') && !isStale()) {
  say('dist is up to date.')
} else {
  await continueOnNode24()
  await build()
}

/** Builds beside what is there and swaps at the end: a server that runs from dist meanwhile finds all its files. */
async function build() {
  const startedAt = Date.now()
  const stamp = takeStamp()
  const draft = join(root, 'dist', `draft-${process.pid}`)
  try {
    await Promise.all([buildWeb(join(draft, 'web')), buildServer(join(draft, 'server'))])
    for (const part of ['web', 'server'])
      replace(join(draft, part), join(root, 'dist', part), join(draft, `old-${part}`))
    writeStamp(stamp)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
  say(`Built in ${((Date.now() - startedAt) / 1000).toFixed(1)} s.`)
}

function replace(made, place, aside) {
  if (existsSync(place)) renameSync(place, aside)
  renameSync(made, place)
}

async function buildWeb(outDir) {
  const vite = await import('vite')
  await vite.build({
    configFile: join(root, 'vite.config.ts'),
    logLevel: quiet ? 'error' : 'warn',
    build: { outDir, emptyOutDir: true },
  })
}

async function buildServer(outdir) {
  const esbuild = await import('esbuild')
  const entries = ['main', 'cli'].filter((name) => existsSync(join(root, 'server', `${name}.ts`)))
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: entries.map((name) => ({ in: `server/${name}.ts`, out: name })),
    outdir,
    outExtension: { '.js': '.mjs' },
    // All beside each other, so that import.meta.dirname is the same in each.
    chunkNames: 'part-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    sourcemap: true,
    sourcesContent: false,
    legalComments: 'none',
    logLevel: quiet ? 'error' : 'warning',
    external,
    // Packages in CommonJS ask for Node's own modules with require, which an ES module does not have.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
  })
}
