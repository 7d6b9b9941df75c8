// npm test: everything a test needs, then all tests. Further arguments go to Vitest: npm test -- --project unit
// npm run look: every screen in every language, colour and width; pictures of all in test-results/screens
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { continueOnNode24, root, run } from './node-24.mjs'
import { isStale } from './sources.mjs'

await continueOnNode24()

// npm run fuzz: everything odd that can be sent, to every route
const looks = process.argv.includes('--look')
const fuzzes = process.argv.includes('--fuzz')
const passed = looks
  ? ['--project', 'browser', 'test/e2e/access.e2e.ts']
  : fuzzes
    ? ['--project', 'unit', 'test/proof/fuzz.test.ts']
    : process.argv.slice(2)
const withBrowser = !/--project[= ]unit\b/.test(passed.join(' '))
const env = { ...process.env, ...(looks ? { TUTTI_LOOK: 'all' } : {}), ...(fuzzes ? { TUTTI_FUZZ: 'all' } : {}) }

if (withBrowser) {
  const chromium = await provideChromium()
  if (chromium !== null) env.TUTTI_CHROMIUM = chromium
  if (isStale()) {
    console.log('Building what the browser tests open.')
    const code = await run(process.execPath, [join(root, 'scripts', 'build.mjs'), '--quiet'])
    if (code !== 0) process.exit(code)
  }
}
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
process.exitCode = await run(process.execPath, [vitest, 'run', ...passed], { env })

async function provideChromium() {
  const { findChromium } = await import('../test/chromium.ts')
  const found = findChromium()
  if (found !== null) return found
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('There is no Chromium for the browser tests; installing the package chromium with apt-get.')
    const quietly = ['-y', '-qq', '--no-install-recommends']
    const debian = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const updated = await run('apt-get', ['update', '-qq'], { env: debian })
    if (updated === 0) await run('apt-get', ['install', ...quietly, 'chromium'], { env: debian })
  }
  if (findChromium() === null) {
    console.log('There is no Chromium for the browser tests; fetching the one that Playwright names.')
    await run(process.execPath, [join(root, 'node_modules', 'playwright-core', 'cli.js'), 'install', 'chromium'])
  }
  const installed = findChromium()
  if (installed !== null) return installed
  console.error('No Chromium could be found or installed: the browser tests will fail. Name one with TUTTI_CHROMIUM.')
  return null
}
