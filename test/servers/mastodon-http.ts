import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Behaviour, Settled } from './mastodon-options.ts'
import type { Store } from './mastodon-store.ts'

/** What a route answers with; `drop` closes the connection instead. */
export interface Answer {
  readonly status: number
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly drop?: boolean
}

/** A refusal of the server, in Mastodon's form. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly status: number
  readonly body: unknown
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, error: string, more: Readonly<Record<string, unknown>> = {}) {
    super(error)
    this.status = status
    const { headers, ...body } = more
    this.body = { error, ...body }
    this.headers = typeof headers === 'object' && headers !== null ? Object.fromEntries(Object.entries(headers)) : {}
  }
}

/** One request as the routes see it. */
export interface Asked {
  readonly method: string
  readonly path: readonly string[]
  readonly query: URLSearchParams
  readonly headers: IncomingMessage['headers']
  readonly type: string
  readonly body: Buffer
}

/** What all routes work on. `behave` changes what is done with the posts that come. */
export interface MastodonWorld {
  readonly options: Settled
  readonly store: Store
  readonly url: () => string
  readonly faults: Faults
  readonly counters: Map<string, { count: number; until: number }>
  readonly late: Set<NodeJS.Timeout>
}

/** Decides what happens to the next valid post. */
export interface Faults {
  readonly next: () => Behaviour
}

const MOST_BYTES = 30_000_000

export async function readRequest(request: IncomingMessage): Promise<Asked> {
  const [path = '/', query = ''] = (request.url ?? '/').split('?', 2)
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > MOST_BYTES) throw new Refused(413, 'Payload Too Large')
    chunks.push(bytes)
  }
  return {
    method: request.method ?? 'GET',
    path: path.split('/').filter(Boolean).map(decodeURIComponent),
    query: new URLSearchParams(query),
    headers: request.headers,
    type: (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim() ?? '',
    body: Buffer.concat(chunks),
  }
}

/** Fields of a JSON or form body; lists come as lists, whether written `name` or `name[]`. */
export function fieldsOf({ type, body }: Asked): Readonly<Record<string, unknown>> {
  if (body.length === 0) return {}
  if (type === 'application/json') {
    const parsed = parsedJson(body.toString('utf8'))
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw new Refused(400, 'Bad Request')
    return Object.fromEntries(Object.entries(parsed))
  }
  if (type !== 'application/x-www-form-urlencoded') throw new Refused(400, 'Bad Request')
  const form = new URLSearchParams(body.toString('utf8'))
  const names = [...new Set(form.keys())]
  return Object.fromEntries(
    names.map((name) => (name.endsWith('[]') ? [name.slice(0, -2), form.getAll(name)] : [name, form.get(name)])),
  )
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refused(400, 'Error parsing JSON')
  }
}

export function textField(fields: Readonly<Record<string, unknown>>, name: string): string | null {
  const value = fields[name]
  return typeof value === 'string' ? value : null
}

export function send(response: ServerResponse, { status, body, headers = {}, drop = false }: Answer, date: Date): void {
  if (drop) {
    response.socket?.destroy()
    return
  }
  const isHtml = headers['content-type'] !== undefined
  const text = isHtml ? String(body) : JSON.stringify(body)
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    date: date.toUTCString(),
    'content-length': Buffer.byteLength(text),
    ...headers,
  })
  response.end(text)
}
