import { statSync } from 'node:fs'
import { resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isContractProcedure, minifyContractRouter } from '@orpc/contract'
import type { Plugin } from 'vite'

/** Whether a value is data that JSON keeps as it is. Zod schemas and functions are not. */
function isPlain(value: unknown): boolean {
  if (value === null) return true
  if (typeof value === 'object') {
    const kind: unknown = Object.getPrototypeOf(value)
    if (Array.isArray(value)) return value.every(isPlain)
    return kind === Object.prototype && Object.values(value).every(isPlain)
  }
  return ['string', 'number', 'boolean'].includes(typeof value)
}

function isRouter(value: unknown): value is Parameters<typeof minifyContractRouter>[0] {
  if (isContractProcedure(value)) return true
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.getPrototypeOf(value) === Object.prototype &&
    Object.values(value).length > 0 &&
    Object.values(value).every(isRouter)
  )
}

/** What only documentation and rights need of a route; the client needs its method, path and structure. */
const SERVER_SIDE: ReadonlySet<string> = new Set(['summary', 'description', 'successDescription', 'tags', 'may'])

function withoutServerSide(name: string, value: unknown): unknown {
  return SERVER_SIDE.has(name) && (typeof value === 'string' || Array.isArray(value)) ? undefined : value
}

/** One export for the browser: data as it is, routes without their schemas, and nothing for a schema. */
function exported([name, value]: [string, unknown]): readonly string[] {
  if (isRouter(value))
    return [`export const ${name} = ${JSON.stringify(minifyContractRouter(value), withoutServerSide)}`]
  return isPlain(value) ? [`export const ${name} = ${JSON.stringify(value)}`] : []
}

/**
 * Gives the browser each contract module that uses Zod as its data only: constants as they are, routes as method and
 * path. Zod stays on the server, and importing a schema into the browser fails the build by name.
 */
export function contractWithoutSchemas(root: string): Plugin {
  const folder = resolve(root, 'contract') + sep
  return {
    name: 'tutti:contract-without-schemas',
    enforce: 'pre',
    async transform(code, id) {
      const file = id.split('?')[0] ?? id
      if (!resolve(file).startsWith(folder) || !/^import (?!type\b)/mu.test(code)) return null
      const module: unknown = await import(`${pathToFileURL(file).href}?changed=${statSync(file).mtimeMs}`)
      if (typeof module !== 'object' || module === null) return null
      return { code: Object.entries(module).flatMap(exported).join('\n') || 'export {}', map: null }
    },
  }
}
