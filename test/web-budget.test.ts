import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'

const BUILT = fileURLToPath(new URL('../dist/web/', import.meta.url))
const MOST_BYTES = 250_000

/** The scripts of the first load: the entry and what the page asks to have ready with it. */
function scriptsOf(html: string): readonly string[] {
  const entries = [...html.matchAll(/<script[^>]*\ssrc="([^"]+\.js)"/gu)]
  const preloads = [...html.matchAll(/<link[^>]*rel="modulepreload"[^>]*href="([^"]+\.js)"/gu)]
  return [...entries, ...preloads].map(([, path]) => path ?? '')
}

// Without a build there is nothing to weigh; `npm test` builds before the browser tests.
describe.skipIf(!existsSync(`${BUILT}index.html`))('The first load of the web', () => {
  test('has less than 250 kB of script over the wire', async () => {
    const scripts = scriptsOf(await readFile(`${BUILT}index.html`, 'utf8'))
    expect(scripts).not.toEqual([])
    const weighed = await Promise.all(
      scripts.map(async (path) => ({ path, bytes: gzipSync(await readFile(`${BUILT}${path}`)).byteLength })),
    )
    const total = weighed.reduce((sum, { bytes }) => sum + bytes, 0)
    const list = weighed
      .toSorted((one, other) => other.bytes - one.bytes)
      .map(({ path, bytes }) => `${(bytes / 1000).toFixed(1)} kB ${path}`)
    expect(total, list.join('\n')).toBeLessThan(MOST_BYTES)
  })
})
