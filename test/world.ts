import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp, type App } from '#server/app.ts'
import type { Clock } from '#server/kernel/clock.ts'
import { systemClock } from '#server/kernel/clock.ts'
import { readConfig, type Config } from '#server/kernel/config.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { createLog, type Log } from '#server/kernel/log.ts'
import { openKernel } from '#server/kernel/open-kernel.ts'
import { cloneDatabase, type TestConnection } from './database.ts'

export interface Answer {
  readonly status: number
  readonly headers: Headers
  /** Parsed JSON, or the text where the body is none. */
  readonly body: unknown
  /** What stands in the body at a path such as `delivery.state` or `items.0.id`; undefined where nothing does. */
  readonly at: (path: string) => unknown
  /** The `id` in the body. */
  readonly id: string
}

export interface Caller {
  readonly call: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Answer>
}

/** A running server on a database of its own; nobody has founded an organisation yet. */
export interface Server {
  readonly app: App
  readonly kernel: Kernel
  readonly connection: TestConnection
  readonly stranger: Caller
  /** Whoever holds this key. */
  readonly holder: (key: string) => Caller
  readonly request: (path: string, init?: RequestInit) => Promise<Response>
  readonly close: () => Promise<void>
}

export interface World extends Server, AsyncDisposable {
  readonly organisationId: string
  readonly personId: string
  /** The administrator, by API key. */
  readonly admin: Caller
  readonly adminKey: string
}

export interface WorldOptions {
  readonly clock?: Clock
  readonly config?: Partial<Config>
  /** Whether deliveries and jobs run. */
  readonly background?: boolean
  /** Default: none is written. */
  readonly log?: Log
}

export const PASSWORD = 'harbour-violin-42-cloud'

/** A whole server on its own database, not founded yet; nothing in it is a stand-in but what is asked for. */
export async function openServer(options: WorldOptions = {}): Promise<Server> {
  const database = await cloneDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'tutti-world-'))
  const config: Config = {
    ...readConfig({
      TUTTI_DATA: folder,
      TUTTI_LOG_LEVEL: 'silent',
      TUTTI_ALLOW_PRIVATE_ADDRESSES: 'true',
      TUTTI_URL: 'http://localhost:4000',
    }),
    ...options.config,
  }
  const installationKey = Buffer.alloc(32, 7)
  const { kernel, close: closeKernel } = await openKernel({
    config,
    log: options.log ?? createLog(config.logLevel),
    connection: database.connection,
    installationKey,
    clock: options.clock ?? systemClock,
  })
  const app = await createApp(kernel, database.connection, installationKey)
  if (options.background === true) await app.start()
  const request = async (path: string, init?: RequestInit) => app.fetch(new Request(`${config.publicUrl}${path}`, init))
  const holder = (key: string | null): Caller => ({
    call: (method, path, body, headers = {}) => call(request, { key, method, path, body, headers }),
  })
  const close = async () => {
    await app.close()
    await closeKernel()
    await database.drop()
    await rm(folder, { recursive: true, force: true })
  }
  return { app, kernel, connection: database.connection, stranger: holder(null), holder, request, close }
}

/** A server with an organisation, founded by an administrator who has a key. */
export async function createWorld(options: WorldOptions = {}): Promise<World> {
  const server = await openServer(options)
  const founded = await server.stranger.call('POST', '/api/v1/installation', {
    organisation: 'Kavrela Coffee',
    name: 'Ada Admin',
    email: 'ada@example.org',
    password: PASSWORD,
    timeZone: 'Europe/Istanbul',
  })
  if (founded.status !== 201) throw new Error(`Founding failed: ${JSON.stringify(founded.body)}`)
  const session = await signIn(server.request, 'ada@example.org')
  const made = await call(server.request, {
    key: null,
    method: 'POST',
    path: '/api/v1/api-keys',
    body: { name: 'Test' },
    headers: { cookie: session },
  })
  const adminKey = String(made.at('key'))
  return {
    ...server,
    organisationId: String(founded.at('organisationId')),
    personId: String(founded.at('personId')),
    admin: server.holder(adminKey),
    adminKey,
    [Symbol.asyncDispose]: server.close,
  }
}

/** Signs in with a password and returns the cookie header of the session. */
export async function signIn(request: World['request'], email: string, password = PASSWORD): Promise<string> {
  const response = await request('/api/auth/sign-in/email', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
  if (response.status !== 200) throw new Error(`Signing in failed: ${response.status} ${await response.text()}`)
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

async function call(
  request: World['request'],
  {
    key,
    method,
    path,
    body,
    headers,
  }: { key: string | null; method: string; path: string; body: unknown; headers: Readonly<Record<string, string>> },
): Promise<Answer> {
  const isForm = body instanceof FormData
  const response = await request(path.startsWith('/') ? path : `/api/v1/${path}`, {
    method,
    headers: {
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: isForm ? body : typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const answered = parse(await response.text())
  const at = (place: string) =>
    place
      .split('.')
      .reduce<unknown>(
        (value, name) => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined),
        answered,
      )
  return { status: response.status, headers: response.headers, body: answered, at, id: String(at('id')) }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Asks until the answer satisfies, for at most `seconds`. */
export async function until<T>(ask: () => Promise<T>, satisfied: (answer: T) => boolean, seconds = 15): Promise<T> {
  const deadline = Date.now() + seconds * 1000
  for (;;) {
    const answer = await ask()
    if (satisfied(answer)) return answer
    if (Date.now() > deadline) throw new Error(`Still not so after ${seconds} s: ${JSON.stringify(answer)}`)
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}
