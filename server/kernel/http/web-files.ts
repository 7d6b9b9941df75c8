import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { promisify } from 'node:util'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.map': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
}
const COMPRESSED = new Set(['.html', '.js', '.css', '.svg', '.json', '.webmanifest'])

interface Encoded {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly encoding: string | null
}

/**
 * Serves the built web application from a folder, compressed once and then from memory. Addresses that are no file get the
 * application itself, which knows its own addresses. Null: nothing is built.
 */
export function webFiles(folder: string): (request: Request) => Promise<Response | null> {
  const kept = new Map<string, Encoded>()
  const load = async (path: string, encoding: 'br' | 'gzip' | null): Promise<Encoded | null> => {
    const key = `${encoding} ${path}`
    const known = kept.get(key)
    if (known !== undefined) return known
    const raw = await readFile(join(folder, path)).catch(() => null)
    if (raw === null) return null
    const encoded = {
      bytes: new Uint8Array(await compress(raw, COMPRESSED.has(extname(path)) ? encoding : null)),
      encoding: COMPRESSED.has(extname(path)) ? encoding : null,
    }
    kept.set(key, encoded)
    return encoded
  }
  return async (request) => {
    const decoded = decodedOrNull(new URL(request.url).pathname)
    const asked = decoded === null ? null : normalize(decoded)
    if (asked === null || asked.includes('\0') || asked.split(sep).includes('..')) return null
    const accepts = request.headers.get('accept-encoding') ?? ''
    const encoding = /\bbr\b/.test(accepts) ? 'br' : /\bgzip\b/.test(accepts) ? 'gzip' : null
    const isFile = extname(asked) !== ''
    const path = isFile ? asked : '/index.html'
    const found = await load(path, encoding)
    if (found === null) return null
    const headers = new Headers({
      'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
      vary: 'accept-encoding',
      'cache-control': asked.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    })
    if (found.encoding !== null) headers.set('content-encoding', found.encoding)
    return new Response(request.method === 'HEAD' ? null : found.bytes, { headers })
  }
}

/** Null for escapes that are no UTF-8. */
function decodedOrNull(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}

async function compress(raw: Buffer, encoding: 'br' | 'gzip' | null): Promise<Buffer> {
  if (encoding === 'br') return promisify(brotliCompress)(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } })
  return encoding === 'gzip' ? promisify(gzip)(raw) : raw
}
