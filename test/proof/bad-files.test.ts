import { createServer, request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../database.ts'
import { startFleet, type Fleet } from '../fleet/fleet.ts'
import { createWorld, type World } from '../world.ts'
import { captureLog, type CapturedLog } from './capture-log.ts'
import { openRowCount, type RowCount } from './count-rows.ts'

const MEGABYTE = 1_000_000
let world: World
let rows: RowCount
let log: CapturedLog

beforeAll(async () => {
  log = captureLog()
  world = await createWorld({ log: log.log, config: { allowPrivateAddresses: false } })
  rows = await openRowCount(world.connection)
})
afterAll(async () => {
  await rows.close()
  await world.close()
})

describe('an upload of 200 MB', () => {
  let database: TestDatabase
  let fleet: Fleet
  beforeAll(async () => {
    database = await cloneDatabase()
    fleet = await startFleet({ connection: database.connection })
  })
  afterAll(async () => {
    await fleet.close()
    await database.drop()
  })

  /** Sends the body piece by piece over a real connection, and tells how much had left when the answer came. */
  async function upload(
    headers: Readonly<Record<string, string>>,
  ): Promise<{ status: number; code: unknown; sent: number }> {
    const piece = Buffer.alloc(64 * 1024, 'x')
    let sent = 0
    return new Promise((resolve, reject) => {
      const request = httpRequest(`${fleet.url}/api/v1/media`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${fleet.key}`,
          'content-type': 'multipart/form-data; boundary=b',
          ...headers,
        },
      })
      let answered = false
      request.on('response', (response) => {
        answered = true
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () => {
          const body = JSON.parse(Buffer.concat(parts).toString()) as { code?: unknown }
          resolve({ status: response.statusCode ?? 0, code: body.code, sent })
          request.destroy()
        })
      })
      request.on('error', (error) => (answered ? undefined : reject(error)))
      const go = () => {
        if (answered) return
        sent += piece.length
        if (sent > 200 * MEGABYTE) request.end()
        else if (request.write(piece)) setImmediate(go)
        else request.once('drain', () => setImmediate(go))
      }
      request.write(
        '--b\r\ncontent-disposition: form-data; name="file"; filename="big.png"\r\ncontent-type: image/png\r\n\r\n',
      )
      go()
    })
  }
  const memory = async () =>
    Number(/^process_resident_memory_bytes (\d+)/m.exec(await (await fetch(`${fleet.url}/metrics`)).text())?.[1])

  it.each([
    ['says its size', { 'content-length': String(200 * MEGABYTE) }, 5],
    ['does not say its size', { 'transfer-encoding': 'chunked' }, 60],
  ])(
    'that %s is refused without being read to the end, and the server does not grow by it',
    { timeout: 30_000 },
    async (_, headers, most) => {
      const before = await memory()
      for (let time = 0; time < 3; time += 1) {
        const answer = await upload(headers)
        expect(answer).toMatchObject({ status: 413, code: 'request.too-large' })
        expect(answer.sent).toBeLessThan(most * MEGABYTE)
      }
      expect((await memory()) - before).toBeLessThan(150 * MEGABYTE)
      expect(await fleet.call('GET', 'media')).toMatchObject({ status: 200, body: { items: [] } })
    },
  )
})

describe('a picture that is none', () => {
  const png = () =>
    sharp({ create: { width: 400, height: 300, channels: 3, background: '#b3202a' } })
      .png({ compressionLevel: 0 })
      .toBuffer()

  it.each<[string, string, string, () => Promise<Buffer> | Buffer]>([
    ['a script that calls itself a picture', 'run.png', 'image/png', () => Buffer.from('#!/bin/sh\nrm -rf /')],
    ['half a picture', 'half.png', 'image/png', async () => (await png()).subarray(0, 5000)],
    [
      'the beginning of a picture before a script',
      'head.png',
      'image/png',
      async () => Buffer.concat([(await png()).subarray(0, 60), Buffer.from('<script>alert(1)</script>')]),
    ],
    [
      'a drawing with a script in it',
      'drawing.svg',
      'image/svg+xml',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    ],
    [
      'a drawing that calls itself a picture',
      'drawing.png',
      'image/png',
      () => Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    ],
    ['a page', 'page.html', 'text/html', () => Buffer.from('<!doctype html><script>alert(1)</script>')],
    [
      'a page that calls itself a picture',
      'page.jpg',
      'image/jpeg',
      () => Buffer.from('<!doctype html><img src=x onerror=alert(1)>'),
    ],
    ['nothing', 'empty.png', 'image/png', () => Buffer.alloc(0)],
    ['a PDF', 'a.png', 'image/png', () => Buffer.from('%PDF-1.7\n1 0 obj\n')],
  ])('is refused and not stored: %s', async (_, name, type, bytes) => {
    const stored = await rows.count()
    for (const [language, words] of [
      ['en', 'picture'],
      ['tr', 'resim'],
    ] as const) {
      const form = new FormData()
      form.set('file', new File([new Uint8Array(await bytes())], name, { type }))
      form.set('altText', 'A text')
      const answer = await world.admin.call('POST', '/api/v1/media', form, { 'accept-language': language })
      expect([answer.status, answer.at('code'), answer.at('fields.0.path')]).toEqual([
        422,
        'media.not-a-picture',
        'file',
      ])
      expect(answer.at('detail')).toContain(words)
    }
    expect(await rows.count()).toEqual(stored)
  })

  it('is a bomb of pixels: refused by its size before it is unpacked', async () => {
    const form = new FormData()
    form.set('file', new File([new Uint8Array(hugePng(30_000, 30_000))], 'bomb.png', { type: 'image/png' }))
    const answer = await world.admin.call('POST', '/api/v1/media', form)
    expect([answer.status, answer.at('code'), answer.at('fields.0.path')]).toEqual([
      422,
      'media.too-many-pixels',
      'file',
    ])
  })

  it('is no file at all', async () => {
    const form = new FormData()
    form.set('file', 'just text')
    form.set('altText', 'A text')
    const answer = await world.admin.call('POST', '/api/v1/media', form)
    expect([answer.status, answer.at('code'), answer.at('fields.0.path')]).toEqual([422, 'request.invalid', 'file'])
  })

  it("keeps nothing of the path and the tricks in a file's name", async () => {
    const form = new FormData()
    form.set(
      'file',
      new File([new Uint8Array(await png())], '../../etc/\u202Egnp.exe\u0000.png', { type: 'text/html' }),
    )
    const answer = await world.admin.call('POST', '/api/v1/media', form)
    expect([answer.status, answer.at('type')]).toEqual([201, 'image/png'])
    expect(answer.at('name')).not.toMatch(/[/\\\u202E\u0000]|\.\./)
  })

  function hugePng(width: number, height: number): Buffer {
    const header = Buffer.alloc(13)
    header.writeUInt32BE(width, 0)
    header.writeUInt32BE(height, 4)
    header.set([8, 2, 0, 0, 0], 8)
    return Buffer.concat([
      Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
      pngChunk('IHDR', header),
      pngChunk('IDAT', deflateSync(Buffer.alloc(1000))),
      pngChunk('IEND', Buffer.alloc(0)),
    ])
  }

  function pngChunk(type: string, data: Buffer): Buffer {
    const body = Buffer.concat([Buffer.from(type), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length, 0)
    frame.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }

  function crc32(bytes: Buffer): number {
    let crc = 0xffffffff
    for (const byte of bytes) {
      crc ^= byte
      for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
    }
    return (crc ^ 0xffffffff) >>> 0
  }
})

describe('the address of a channel', () => {
  const inside = [
    'http://127.0.0.1:1',
    'https://127.0.0.1:1',
    'https://[::1]:1',
    'https://169.254.169.254/latest/meta-data',
    'https://2130706433:1',
    'https://0x7f000001:1',
    'https://0177.0.0.1:1',
    'https://127.1:1',
    'https://[::ffff:127.0.0.1]:1',
    'https://[::ffff:a9fe:a9fe]',
    'https://[fe80::1]',
    'https://10.0.0.1',
    'https://192.168.1.1',
    'https://172.16.0.1',
    'https://100.64.0.1',
    'https://0.0.0.0:1',
    'https://localhost:1',
    'https://[64:ff9b::7f00:1]',
    'https://224.0.0.1',
    'https://255.255.255.255',
    'file:///etc/passwd',
    'gopher://127.0.0.1:70',
    'https://user:password@example.org',
  ]

  it.each(inside)('may not point inside: %s', async (server) => {
    const stored = await rows.count()
    for (const language of ['en', 'tr']) {
      for (const [platform, settings] of [
        ['mastodon', { server, accessToken: 'a-secret-token-of-somebody' }],
        ['bluesky', { service: server, identifier: 'brand.test', appPassword: 'aaaa-bbbb-cccc-dddd' }],
      ] as const) {
        const answer = await world.admin.call(
          'POST',
          '/api/v1/channels',
          { platform, name: 'A', settings },
          { 'accept-language': language },
        )
        expect(answer).toMatchObject({ status: 422, body: { code: 'channel.refused' } })
        expect(answer.at('fields.0.path')).toBe(platform === 'mastodon' ? 'settings.server' : 'settings.service')
        expect([
          'reason.address-not-allowed',
          'reason.not-this-platform',
          ...(server.startsWith('http') ? [] : ['reason.unreachable']),
        ]).toContain(answer.at('fields.0.code'))
        expect(answer.at('fields.0.detail')).toMatch(/^\p{Lu}\S+ .+\.$/u)
        expect(JSON.stringify(answer.body)).not.toMatch(/a-secret-token|aaaa-bbbb/)
      }
    }
    expect(await rows.count()).toEqual(stored)
    expect(log.text()).not.toMatch(/a-secret-token|aaaa-bbbb/)
  })

  it('may not lead inside by a redirect either, and no key goes along', async () => {
    const seen: { url: string; authorization: string | undefined }[] = []
    const outside = createServer((request, response) => {
      seen.push({ url: request.url ?? '', authorization: request.headers.authorization })
      response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/iam' }).end()
    })
    await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve))
    // Loopback stands for the public server here, so it must be open; what the redirect names is closed even then.
    const open = await createWorld({ log: log.log })
    try {
      const server = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`
      for (const settings of [{ server, accessToken: 'a-secret-token-of-somebody' }]) {
        const answer = await open.admin.call('POST', '/api/v1/channels', { platform: 'mastodon', name: 'A', settings })
        expect([answer.status, answer.at('code'), answer.at('fields.0.path'), answer.at('fields.0.code')]).toEqual([
          422,
          'channel.refused',
          'settings.server',
          'reason.address-not-allowed',
        ])
      }
      expect(seen.length).toBeGreaterThan(0)
      expect(seen.every(({ authorization }) => authorization === undefined)).toBe(true)
    } finally {
      await open.close()
      await new Promise((resolve) => outside.close(resolve))
    }
  })
})

it('has written no error of the server for any of this', () => {
  expect(log.errors()).toEqual([])
})
