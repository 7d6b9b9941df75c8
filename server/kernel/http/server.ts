import type { HttpBindings } from '@hono/node-server'
import { Hono, type Context, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Language } from '#contract/kinds.ts'
import type { Actor } from '../actor.ts'
import type { Kernel } from '../kernel.ts'
import { acceptedLanguage } from '../translate.ts'
import { CLIENT_ADDRESS, clientAddress } from './client-address.ts'
import { readIfMatch } from './entity-tag.ts'
import { once } from './idempotency.ts'
import { problemResponse } from './problem.ts'
import { questionPaths } from './questions.ts'
import { createRateLimit } from './rate-limit.ts'
import type { RequestContext } from './request-context.ts'
import { routePattern } from './route-pattern.ts'
import { isFromOwnPages, secure } from './security-headers.ts'

const MOST_JSON_BYTES = 2_000_000
const MULTIPART_OVERHEAD = 100_000
const QUOTA_KNOWN = 6000
const QUOTA_STRANGER = 600

export interface ServerParts {
  readonly kernel: Kernel
  readonly authenticate: (headers: Headers) => Promise<Actor | null>
  readonly api: (request: Request, context: RequestContext) => Promise<Response | null>
  /** Null: nothing is open at this address. */
  readonly signIn: (request: Request) => Promise<Response | null>
  /** Pages beside the API: newsroom, short links, pictures, health. They guard themselves. */
  readonly pages: readonly Hono[]
  readonly web: (request: Request) => Promise<Response | null>
}

/** Joins everything that answers requests. The order is: whose address, how often, from which page, how large, who, and only then what. */
export function createServer({ kernel, authenticate, api, signIn, pages, web }: ServerParts) {
  const server = new Hono<{ Bindings: Partial<HttpBindings> }>()
  const limit = createRateLimit()
  const questions = questionPaths()

  server.use(async (context, next) => {
    const began = performance.now()
    await next()
    secureAnswer(context, kernel.config.publicUrl)
    kernel.metrics.countHttpRequest({
      method: context.req.method,
      route: routePattern(context.req.path),
      status: context.res.status,
      seconds: (performance.now() - began) / 1000,
    })
  })
  server.onError((error, context) => {
    kernel.log.error({ err: error, path: routePattern(context.req.path) }, 'a request failed')
    return problemResponse('server.error', acceptedLanguage(context.req.header('accept-language') ?? null))
  })

  const addressOf = (env: Partial<HttpBindings> | undefined, headers: Headers) =>
    clientAddress(headers, env?.incoming?.socket.remoteAddress, kernel.config.trustProxy)
  const own = (request: Request): Response | null => {
    const safe = request.method === 'GET' || request.method === 'HEAD'
    const withCookie = request.headers.has('cookie') && !request.headers.has('authorization')
    if (safe || !withCookie || isFromOwnPages(request.headers, new URL(request.url).host)) return null
    return problemResponse('right.missing', acceptedLanguage(request.headers.get('accept-language')))
  }

  server.all('/api/auth/*', bodyLimit({ maxSize: 100_000, onError: tooLarge }), async (context) => {
    const foreign = own(context.req.raw)
    if (foreign !== null) return foreign
    const headers = new Headers(context.req.raw.headers)
    headers.set(CLIENT_ADDRESS, addressOf(context.env, headers))
    return (
      (await signIn(new Request(context.req.raw, { headers }))) ??
      problemResponse('request.not-found', acceptedLanguage(headers.get('accept-language')))
    )
  })

  for (const sub of pages) {
    server.use(async (context, next) => {
      context.req.raw.headers.set(CLIENT_ADDRESS, addressOf(context.env, context.req.raw.headers))
      await next()
    })
    server.route('/', sub)
  }

  const uploadLimit: MiddlewareHandler = bodyLimit({
    maxSize: kernel.config.mostUploadBytes + MULTIPART_OVERHEAD,
    onError: tooLarge,
  })
  const jsonLimit: MiddlewareHandler = bodyLimit({ maxSize: MOST_JSON_BYTES, onError: tooLarge })
  const limitBody: MiddlewareHandler = (context, next) => {
    const isUpload =
      context.req.path === '/api/v1/media' && (context.req.header('content-type') ?? '').startsWith('multipart/')
    return (isUpload ? uploadLimit : jsonLimit)(context, next)
  }
  server.use('/api/v1/*', limitBody)
  server.all('/api/v1/*', async (context) => {
    const request = context.req.raw
    const address = addressOf(context.env, request.headers)
    const actor = await authenticate(request.headers)
    const language = languageOf(request.headers, actor)
    const quota = limit.take(
      actor === null ? `address ${address}` : `actor ${actor.id}`,
      actor === null ? QUOTA_STRANGER : QUOTA_KNOWN,
      kernel.clock.now().getTime(),
    )
    if (!quota.allowed) return problemResponse('rate.exceeded', language, quota.headers)
    const foreign = own(request)
    if (foreign !== null) return foreign
    const facts: RequestContext = {
      actor,
      language,
      ifMatch: readIfMatch(request.headers.get('if-match')),
      address,
      headers: request.headers,
    }
    const answer = async (each: Request) => (await api(each, facts)) ?? problemResponse('request.not-found', language)
    // A pure question needs no stored answer; it is asked with every few keystrokes.
    const response = await (questions.has(context.req.path) ? answer(request) : once(kernel, request, facts, answer))
    for (const [name, value] of Object.entries(quota.headers)) response.headers.set(name, value)
    if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store')
    return response
  })

  server.all('/api/*', (context) =>
    problemResponse('request.not-found', acceptedLanguage(context.req.header('accept-language') ?? null)),
  )
  server.get('*', async (context) => (await web(context.req.raw)) ?? context.text('Not found', 404))
  return server
}

/** Answers that came from elsewhere have headers that cannot be set: those are made anew, others are spared the copy. */
function secureAnswer(context: Context, publicUrl: string): void {
  try {
    secure(context.res.headers, publicUrl)
  } catch {
    context.res = new Response(context.res.body, context.res)
    secure(context.res.headers, publicUrl)
  }
}

function tooLarge(context: { req: { header: (name: string) => string | undefined } }): Response {
  return problemResponse('request.too-large', acceptedLanguage(context.req.header('accept-language') ?? null))
}

/** A person's own language; a script may ask for another. */
function languageOf(headers: Headers, actor: Actor | null): Language {
  const asked = headers.get('accept-language')
  if (actor === null || actor.kind === 'api-key')
    return asked === null && actor !== null ? actor.language : acceptedLanguage(asked)
  return actor.language
}
