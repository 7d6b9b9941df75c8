import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import { createServer as createSocketServer, type AddressInfo, type Server as SocketServer } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { guardedOutbound, type GuardedOutboundOptions } from './guarded.ts'
import type { OutboundFailure, OutboundRequest } from './port.ts'

const open = new Set<{ close: () => unknown }>()
afterEach(async () => {
  for (const one of open) {
    if ('closeAllConnections' in one) (one as Server).closeAllConnections()
    await one.close()
  }
  open.clear()
})

function opened(options: GuardedOutboundOptions) {
  const outbound = guardedOutbound(options)
  open.add(outbound)
  return outbound
}
const toPrivate = () => opened({ allowPrivate: true })
const toPublic = () => opened({ allowPrivate: false })

async function listen(server: Server | SocketServer): Promise<number> {
  open.add(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

/** A real server that remembers what it was asked. */
async function serve(answer: (...exchange: Parameters<RequestListener>) => unknown) {
  const asked: IncomingMessage[] = []
  const port = await listen(createServer((request, response) => (asked.push(request), answer(request, response))))
  return { url: `http://127.0.0.1:${port}`, port, asked }
}

async function failure(answer: Promise<unknown>): Promise<Pick<OutboundFailure, 'sent' | 'why' | 'message'>> {
  return answer.then(
    () => expect.fail('an answer came'),
    (error: OutboundFailure) => {
      expect(error.name).toBe('OutboundFailure')
      return error
    },
  )
}
const get = (url: string, more: Partial<OutboundRequest> = {}): OutboundRequest => ({ method: 'GET', url, ...more })

describe('an ordinary request', () => {
  it('brings status, headers, text and JSON of any answer, also a refusal', async () => {
    const { url } = await serve((_, response) => response.writeHead(418, { 'x-a': 'b' }).end('{"tea":"çay"}'))
    const answer = await toPrivate()(get(`${url}/pot?sugar=1`))
    expect([answer.status, answer.headers.get('x-a'), answer.json(), answer.url]).toEqual([
      418,
      'b',
      { tea: 'çay' },
      `${url}/pot?sugar=1`,
    ])
  })

  it('answers null for a body that is no JSON, and reads the character set that is named', async () => {
    const { url } = await serve((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html; charset=windows-1254' }).end(Buffer.from([0xfe, 0xf0])),
    )
    const answer = await toPrivate()(get(url))
    expect([answer.json(), answer.text()]).toEqual([null, 'şğ'])
  })

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
  ])('undoes %s', async (encoding, compress) => {
    const { url } = await serve((_, response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(compress('hello')),
    )
    expect((await toPrivate()(get(url))).text()).toBe('hello')
  })

  it('gives up an answer that is compressed in a way that was not offered', async () => {
    const { url } = await serve((_, response) => response.writeHead(200, { 'content-encoding': 'zip' }).end('hello'))
    expect(await failure(toPrivate()(get(url)))).toMatchObject({ sent: 'maybe', why: 'answer-lost' })
  })

  it('sends text, bytes and forms with their length and says who asks', async () => {
    const bodies: string[] = []
    const { url, asked } = await serve(async (request, response) => {
      bodies.push((await buffer(request)).toString())
      response.end()
    })
    const form = new FormData()
    form.append('status', 'Merhaba')
    form.append('file', new File(['pixels'], 'a.png', { type: 'image/png' }))
    const outbound = opened({ allowPrivate: true, agentName: 'Tutti/1 test' })
    await outbound({ method: 'POST', url, body: 'text', headers: { Authorization: 'Bearer x' } })
    await outbound({ method: 'PUT', url, body: new Uint8Array([104, 105]), headers: { 'User-Agent': 'own' } })
    await outbound({ method: 'POST', url, body: form })
    expect(bodies.slice(0, 2)).toEqual(['text', 'hi'])
    expect(bodies[2]).toMatch(
      /name="status"\r\n\r\nMerhaba[^]*filename="a.png"\r\nContent-Type: image\/png\r\n\r\npixels/,
    )
    expect(asked.map(({ headers }) => headers['user-agent'])).toEqual(['Tutti/1 test', 'own', 'Tutti/1 test'])
    expect(asked[0]?.headers.authorization).toBe('Bearer x')
    expect(asked[2]?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/)
    expect(Number(asked[2]?.headers['content-length'])).toBe(Buffer.byteLength(bodies[2] ?? ''))
  })

  it('is not repeated after a server error', async () => {
    const { url, asked } = await serve((_, response) => response.writeHead(500).end())
    const outbound = toPrivate()
    expect((await outbound({ method: 'POST', url })).status).toBe(500)
    expect((await outbound(get(url))).status).toBe(500)
    expect(asked).toHaveLength(2)
  })
})

describe('an address that is not open', () => {
  it.each([
    'http://127.0.0.1:PORT/',
    'http://localhost:PORT/',
    'http://2130706433:PORT/',
    'http://0x7f.1:PORT/',
    'http://0177.0.0.1:PORT/',
    'http://127.1:PORT/',
    'http://[::ffff:127.0.0.1]:PORT/',
    'http://[::1]:PORT/',
    'http://0.0.0.0:PORT/',
    'http://①②⑦.0.0.1:PORT/',
    'http://169.254.169.254/latest/meta-data',
    'file:///etc/passwd',
    'ftp://example.org/',
    'http://user:hidden@127.0.0.1:PORT/',
    'no address',
  ])('is refused before anything is sent: %s', async (address) => {
    const { port, asked } = await serve((_, response) => response.end('inside'))
    const refused = await failure(toPublic()(get(address.replace('PORT', String(port)))))
    expect(refused).toMatchObject({ sent: 'no', why: 'address-not-allowed' })
    expect(refused.message).not.toContain('hidden')
    expect(asked).toHaveLength(0)
  })

  it('is refused when only one of the addresses of a name is private', async () => {
    const resolve = async () => [
      { address: '93.184.216.34', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ]
    const refused = await failure(opened({ allowPrivate: false, resolve })(get('http://two-faced.example/')))
    expect(refused).toMatchObject({ sent: 'no', why: 'address-not-allowed' })
  })

  it('cannot be slipped in between check and use: a connection asks for the name once', async () => {
    const { port, asked } = await serve((_, response) => response.end('here'))
    const questions: string[] = []
    const resolve = async (name: string) => {
      questions.push(name)
      return [{ address: questions.length === 1 ? '127.0.0.1' : '169.254.169.254', family: 4 }]
    }
    const outbound = opened({ allowPrivate: true, resolve })
    expect((await outbound(get(`http://changing.example:${port}/`))).text()).toBe('here')
    expect([questions, asked[0]?.headers.host]).toEqual([['changing.example'], `changing.example:${port}`])
  })

  it('stays closed for link-local and passwords even where private addresses are allowed', async () => {
    const outbound = toPrivate()
    for (const url of ['http://169.254.169.254/', 'http://[fe80::1]/', 'http://me:secret@127.0.0.1/']) {
      expect(await failure(outbound(get(url)))).toMatchObject({ sent: 'no', why: 'address-not-allowed' })
    }
  })
})

describe('a redirect', () => {
  it('is followed for GET, and keys do not go along to another origin', async () => {
    const end = await serve((_, response) => response.end('arrived'))
    const start = await serve(({ url: path }, response) =>
      path === '/'
        ? response.writeHead(302, { location: '/own' }).end()
        : response.writeHead(307, { location: end.url }).end(),
    )
    const headers = { authorization: 'Bearer x', 'x-api-key': 'y', cookie: 'z', accept: 'text/plain' }
    const answer = await toPrivate()(get(start.url, { headers }))
    expect([answer.text(), answer.url]).toEqual(['arrived', `${end.url}/`])
    expect(start.asked.map((request) => request.headers.authorization)).toEqual(['Bearer x', 'Bearer x'])
    const { authorization, cookie, accept, ['x-api-key']: key } = end.asked[0]?.headers ?? {}
    expect([authorization, cookie, key, accept]).toEqual([undefined, undefined, undefined, 'text/plain'])
  })

  it('of a POST is an answer', async () => {
    const { url, asked } = await serve((_, response) => response.writeHead(307, { location: '/again' }).end())
    expect((await toPrivate()({ method: 'POST', url, body: 'once' })).status).toBe(307)
    expect(asked).toHaveLength(1)
  })

  it.each(['http://169.254.169.254/', 'http://metadata.example/', 'file:///etc/passwd', 'http://a:b@127.0.0.1/'])(
    'to %s is refused, and the first server has been asked',
    async (location) => {
      const resolve = async (name: string) => [
        { address: name === 'metadata.example' ? '169.254.169.254' : '127.0.0.1', family: 4 },
      ]
      const { port, asked } = await serve((_, response) => response.writeHead(302, { location }).end())
      const refused = await failure(opened({ allowPrivate: true, resolve })(get(`http://start.example:${port}/`)))
      expect(refused).toMatchObject({ sent: 'maybe', why: 'address-not-allowed' })
      expect(asked).toHaveLength(1)
    },
  )

  it('is followed five times and no more', async () => {
    const { url, asked } = await serve((_, response) => response.writeHead(302, { location: '/round' }).end())
    expect(await failure(toPrivate()(get(url)))).toMatchObject({ sent: 'maybe', why: 'answer-lost' })
    expect(asked).toHaveLength(6)
  })
})

describe('limits', () => {
  it.each([
    ['announced', { 'content-length': '1001' }, 'x'.repeat(1001)],
    ['in pieces', {}, 'x'.repeat(1001)],
    ['compressed', { 'content-encoding': 'gzip' }, gzipSync('x'.repeat(1_000_000))],
  ])('end an answer that is too large (%s)', async (_how, headers, body) => {
    const { url } = await serve((_, response) => void response.writeHead(200, headers).end(body))
    const lost = await failure(toPrivate()({ method: 'POST', url, mostBytes: 1000 }))
    expect(lost).toMatchObject({ sent: 'maybe', why: 'too-large' })
  })

  it('let an answer of exactly the size pass', async () => {
    const { url } = await serve((_, response) => response.end('x'.repeat(1000)))
    expect((await toPrivate()(get(url, { mostBytes: 1000 }))).bytes).toHaveLength(1000)
  })

  it.each<[string, RequestListener]>([
    ['headers never come', () => undefined],
    ['the body stops', (_, response) => void response.write('one')],
    ['the redirect hangs', ({ url }, response) => url === '/' && response.writeHead(302, { location: '/hang' }).end()],
  ])('end the wait when %s', async (_what, answer) => {
    const { url } = await serve(answer)
    expect(await failure(toPrivate()(get(url, { timeoutMs: 150 })))).toMatchObject({ sent: 'maybe', why: 'timed-out' })
  })

  it('end the wait for a slow name, and nothing is sent when it is found after all', async () => {
    const { port, asked } = await serve((_, response) => response.end())
    const found = Promise.withResolvers<{ address: string; family: number }[]>()
    const outbound = opened({ allowPrivate: true, resolve: () => found.promise })
    const lost = await failure(outbound({ method: 'POST', url: `http://slow.example:${port}/`, timeoutMs: 50 }))
    expect(lost).toMatchObject({ sent: 'no', why: 'timed-out' })
    found.resolve([{ address: '127.0.0.1', family: 4 }])
    await outbound.close()
    expect(asked).toHaveLength(0)
  })
})

describe('what became of a request without an answer', () => {
  it('is "no" when the connection is refused', async () => {
    const server = createSocketServer()
    const port = await listen(server)
    await new Promise((resolve) => server.close(resolve))
    open.delete(server)
    const lost = await failure(toPrivate()({ method: 'POST', url: `http://127.0.0.1:${port}/?token=secret` }))
    expect(lost).toMatchObject({ sent: 'no', why: 'unreachable', message: expect.stringContaining('ECONNREFUSED') })
    expect(lost.message).not.toContain('secret')
  })

  it('is "no" when the name is not found', async () => {
    const resolve = () => Promise.reject(Object.assign(new Error('nowhere'), { code: 'ENOTFOUND' }))
    const lost = await failure(opened({ allowPrivate: false, resolve })(get('http://nowhere.example/')))
    expect(lost).toMatchObject({ sent: 'no', why: 'unreachable', message: expect.stringContaining('ENOTFOUND') })
  })

  it('is "no" when TLS fails', async () => {
    const { port, asked } = await serve((_, response) => response.end())
    const lost = await failure(toPrivate()({ method: 'POST', url: `https://127.0.0.1:${port}/` }))
    expect(lost).toMatchObject({ sent: 'no', why: 'unreachable' })
    expect(asked).toHaveLength(0)
  })

  it('is "no" when it was cancelled before', async () => {
    const { url, asked } = await serve((_, response) => response.end())
    const lost = await failure(toPrivate()({ method: 'POST', url, signal: AbortSignal.abort() }))
    expect(lost).toMatchObject({ sent: 'no', why: 'unreachable' })
    expect(asked).toHaveLength(0)
  })

  it('is "no" when a header cannot be written', async () => {
    const { url } = await serve((_, response) => response.end())
    const lost = await failure(toPrivate()({ method: 'POST', url, headers: { authorization: 'a\nb' } }))
    expect(lost).toMatchObject({ sent: 'no', why: 'unreachable' })
  })

  it('is "maybe" when the server hangs up after the connection, and nothing is tried again', async () => {
    let connections = 0
    const port = await listen(
      createSocketServer((socket) => void socket.once('data', () => (connections++, socket.destroy()))),
    )
    for (const method of ['POST', 'GET'] as const) {
      const lost = await failure(toPrivate()({ method, url: `http://127.0.0.1:${port}/` }))
      expect(lost).toMatchObject({ sent: 'maybe', why: 'answer-lost' })
    }
    expect(connections).toBe(2)
  })

  it('is "maybe" when the body breaks off', async () => {
    const { url } = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('half', () => response.destroy())
    })
    expect(await failure(toPrivate()(get(url)))).toMatchObject({ sent: 'maybe', why: 'answer-lost' })
  })

  it('is "maybe" when it is cancelled under way, and nothing is tried again', async () => {
    const stop = new AbortController()
    const { url, asked } = await serve(() => stop.abort())
    const outbound = toPrivate()
    const lost = await failure(outbound({ method: 'POST', url, body: 'x', signal: stop.signal }))
    await outbound.close()
    expect(lost).toMatchObject({ sent: 'maybe', why: 'answer-lost' })
    expect(asked).toHaveLength(1)
  })
})
