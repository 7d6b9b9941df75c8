import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface KillingProxy {
  readonly url: string
  /** At the next request that matches, `after` others: lets it through or not, does this, and never answers. */
  readonly interrupt: (order: {
    readonly path: string
    readonly after?: number
    readonly arrives: boolean
    readonly act: () => void
  }) => Promise<void>
  /** How many requests to this path came by. */
  readonly passed: (path: string) => number
  readonly close: () => Promise<void>
}

/**
 * Stands between a worker and a Bluesky server. It takes the server's own address out of sign-ins, so that all that follows
 * comes this way too.
 */
export async function startKillingProxy(target: string): Promise<KillingProxy> {
  const passed: string[] = []
  let order: (Parameters<KillingProxy['interrupt']>[0] & { left: number; done: () => void }) | null = null
  const server = createServer((request, response) => {
    void (async () => {
      const body = await readBody(request)
      passed.push(request.url ?? '')
      const hit = order !== null && (request.url ?? '').includes(order.path) && (order.left -= 1) < 0 ? order : null
      if (hit !== null) order = null
      const answer = hit?.arrives === false ? null : await forward(target, request, body)
      if (hit !== null || answer === null) {
        hit?.act()
        request.socket.destroy()
        return hit?.done()
      }
      response.writeHead(answer.status, { 'content-type': answer.type }).end(answer.body)
    })().catch(() => request.socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    interrupt: (next) => new Promise((done) => (order = { ...next, left: next.after ?? 0, done })),
    passed: (path) => passed.filter((url) => url.includes(path)).length,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}

async function forward(target: string, request: IncomingMessage, body: Buffer<ArrayBuffer>) {
  const headers: Record<string, string> = {}
  for (const name of ['authorization', 'content-type', 'accept', 'atproto-proxy'] as const) {
    const value = request.headers[name]
    if (typeof value === 'string') headers[name] = value
  }
  const answer = await fetch(`${target}${request.url ?? ''}`, {
    method: request.method ?? 'GET',
    headers,
    ...(body.length === 0 ? {} : { body }),
  })
  const text = await answer.text()
  const signIn = /createSession|refreshSession|getSession/.test(request.url ?? '') && answer.ok
  return {
    status: answer.status,
    type: answer.headers.get('content-type') ?? 'application/json',
    body: signIn ? JSON.stringify({ ...(JSON.parse(text) as object), didDoc: undefined }) : text,
  }
}
