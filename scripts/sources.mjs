import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './node-24.mjs'

const inputs = [
  'contract',
  'locales',
  'server',
  'web',
  'package.json',
  'package-lock.json',
  'vite.config.ts',
  'scripts/build.mjs',
]
const built = ['dist/server/main.mjs', 'dist/web/index.html']
const stampFile = join(root, 'dist', 'built-from.json')

/** Whether there is something to build from: a packaged installation brings only what was built. */
export const hasSources = () =>
  existsSync(join(root, 'server', 'main.ts')) && existsSync(join(root, 'web', 'index.html'))

export const isBuilt = () => built.every((path) => existsSync(join(root, path)))

/**
 * Whether what is in dist was not built from the sources as they are. Dates and sizes decide where they are as they were;
 * where they are not (a fresh checkout, say), the contents do.
 */
export function isStale() {
  if (!hasSources()) return false
  if (!isBuilt() || !existsSync(stampFile)) return true
  const stamp = JSON.parse(readFileSync(stampFile, 'utf8'))
  const files = listFiles()
  if (stamp.dates === printOfDates(files)) return false
  if (stamp.contents !== printOfContents(files)) return true
  writeStamp({ dates: printOfDates(files), contents: stamp.contents })
  return false
}

/** What the sources are at this moment; to be taken before a build and written after it. */
export function takeStamp() {
  const files = listFiles()
  return { dates: printOfDates(files), contents: printOfContents(files) }
}

export function writeStamp(stamp) {
  mkdirSync(dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, `${JSON.stringify(stamp)}\n`)
}

function listFiles() {
  return inputs.flatMap((path) => walk(path)).sort()
}

function walk(path) {
  const full = join(root, path)
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [path]
  return readdirSync(full, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1))
}

function printOfDates(files) {
  const hash = createHash('sha256')
  for (const file of files) {
    const { size, mtimeMs } = statSync(join(root, file))
    hash.update(`${file} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

function printOfContents(files) {
  const hash = createHash('sha256')
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}
