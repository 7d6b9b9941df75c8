import { createRequire } from 'node:module'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { OpenAPIGenerator } from '@orpc/openapi'
import { traverseContractProcedures } from '@orpc/server'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { Hono } from 'hono'
import { contract } from '#contract/index.ts'
import type { RouteMeta } from '#contract/route.ts'

const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code', 'params', 'fields'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'A sentence for people, in their language' },
    code: { type: 'string', description: 'Stable: scripts may rely on it' },
    params: { type: 'object' },
    fields: {
      type: 'array',
      items: {
        type: 'object',
        properties: { path: { type: 'string' }, code: { type: 'string' }, detail: { type: 'string' } },
      },
    },
  },
} as const

/** The public description of the API (OpenAPI 3.1), made from the contract that also serves it. */
export async function makeApiDocument(publicUrl: string, version: string) {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  const document = await generator.generate(contract, {
    info: {
      title: 'Tutti',
      version,
      description:
        'Authenticate with an API key: `Authorization: Bearer tutti_...`. Every POST takes an `Idempotency-Key`; records carry an `ETag` that `If-Match` holds a change against.',
    },
    servers: [{ url: `${publicUrl}/api/v1` }],
    security: [{ bearer: [] }],
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
  })
  const open = publicOperations()
  for (const [path, operations] of Object.entries(document.paths ?? {})) {
    for (const [method, operation] of Object.entries(operations ?? {})) {
      if (typeof operation !== 'object' || operation === null || !('responses' in operation)) continue
      Object.assign(operation.responses as object, {
        default: { description: 'A refusal', content: { 'application/problem+json': { schema: PROBLEM } } },
      })
      if (open.has(`${method.toUpperCase()} ${path}`)) Object.assign(operation, { security: [] })
    }
  }
  return document
}

/** What anybody may ask, without a key. */
function publicOperations(): ReadonlySet<string> {
  const found = new Set<string>()
  traverseContractProcedures({ router: contract, path: [] }, ({ contract: procedure }) => {
    const { route } = procedure['~orpc']
    const meta = procedure['~orpc'].meta as Partial<RouteMeta>
    if (meta.may === 'public') found.add(`${route.method ?? ''} ${route.path ?? ''}`)
  })
  return found
}

const INITIALISER = `window.onload = () => { window.ui = SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#swagger-ui', deepLinking: true, tryItOutEnabled: false, validatorUrl: null }) }`
const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Tutti API</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css"></head><body><div id="swagger-ui"></div><script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body></html>`

/** `/api/openapi.json` and the page that shows it. The page's parts come from this server, so it works without the internet. */
export function apiDocumentPages(publicUrl: string, version: string): Hono {
  const pages = new Hono()
  let document: Promise<unknown> | null = null
  pages.get('/api/openapi.json', async (context) =>
    context.json((await (document ??= makeApiDocument(publicUrl, version))) as object, 200, {
      'cache-control': 'no-cache',
    }),
  )
  pages.get('/api/docs', (context) => context.html(PAGE))
  pages.get('/api/docs/start.js', (context) =>
    context.body(INITIALISER, 200, { 'content-type': 'text/javascript; charset=utf-8' }),
  )
  for (const [name, type] of [
    ['swagger-ui.css', 'text/css'],
    ['swagger-ui-bundle.js', 'text/javascript'],
  ] as const) {
    pages.get(`/api/docs/${name}`, async (context) =>
      context.body(new Uint8Array(await readFile(partOfPage(name))), 200, {
        'content-type': `${type}; charset=utf-8`,
        'cache-control': 'public, max-age=86400',
      }),
    )
  }
  return pages
}

function partOfPage(name: string): string {
  return join(dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json')), name)
}
