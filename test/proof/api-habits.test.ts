import SwaggerParser from '@apidevtools/swagger-parser'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillWorld, type Filled } from '../fill-world.ts'
import { handClock } from '../servers/mastodon-world.ts'
import { createWorld, signIn, until, type Caller, type World } from '../world.ts'
import { allRoutes } from './routes.ts'
import { withoutTable } from './without-table.ts'

let world: World
let filled: Filled
let owner: pg.Client

beforeAll(async () => {
  world = await createWorld()
  filled = await fillWorld(world)
  owner = new pg.Client(world.connection)
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await world.close()
})

const objective = (title: string) => ({ title, perspective: 'customer', startsOn: '2027-01-01', endsOn: '2027-02-01' })

describe('a refusal', () => {
  it('is a problem of RFC 9457 with a stable code, a sentence, and the fields at fault', async () => {
    const answer = await world.admin.call('POST', '/api/v1/objectives', { title: '', perspective: 'sideways' })
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
      422,
      'application/problem+json',
      'no-store',
    ])
    expect(answer.body).toEqual({
      type: 'urn:tutti:problem:request.invalid',
      title: expect.any(String),
      status: 422,
      detail: expect.any(String),
      code: 'request.invalid',
      params: {},
      fields: expect.arrayContaining([
        { path: 'title', code: 'text.empty', detail: expect.any(String) },
        { path: 'perspective', code: 'field.invalid', detail: expect.any(String) },
        { path: 'startsOn', code: 'time.not-a-date', detail: expect.any(String) },
      ]),
    })
    expect((await world.admin.call('PUT', '/api/v1/direction', { mission: 'M' })).at('fields')).toEqual([
      { path: 'vision', code: 'field.missing', detail: expect.any(String) },
    ])
  })

  it.each([
    ['GET', '/api/v1/nothing'],
    ['PUT', '/api/v1/objectives'],
    ['GET', '/api/nothing'],
    ['POST', '/api/auth/sign-up/email'],
    ['GET', '/api/auth/get-session'],
    ['POST', '/api/auth/update-user'],
    ['POST', '/api/auth/request-password-reset'],
  ])('answers %s %s, where nothing is, with 404', async (method, path) => {
    const answer = await world.admin.call(method, path, method === 'GET' ? undefined : {})
    expect([answer.status, answer.at('code'), answer.headers.get('content-type')]).toEqual([
      404,
      'request.not-found',
      'application/problem+json',
    ])
  })

  it('says nothing of what went wrong inside when the server fails', async () => {
    const answer = await withoutTable(owner, 'strategy_objectives', () => world.admin.call('GET', '/api/v1/objectives'))
    expect([answer.status, answer.at('code'), answer.at('params'), answer.at('fields')]).toEqual([
      500,
      'server.error',
      {},
      [],
    ])
    expect(JSON.stringify(answer.body)).not.toMatch(/relation|strategy_objectives|select/)
  })
})

describe('a change against an older version', () => {
  const records = () =>
    [
      ['objectives', filled.objectiveId, 'title'],
      ['goals', filled.goalId, 'title'],
      ['campaigns', filled.campaignId, 'title'],
      ['pieces', filled.pieceId, 'title'],
      ['channels', filled.channelId, 'name'],
      ['posts', filled.postId, 'title'],
      ['media', filled.mediaId, 'altText'],
    ] as const

  it('is refused to the second of two writers, on every kind of record', async () => {
    for (const [kind, id, field] of records()) {
      const path = `/api/v1/${kind}/${id}`
      const write = (text: string, ifMatch: string) =>
        world.admin.call('PATCH', path, { [field]: text }, { 'if-match': ifMatch })
      const seen = kind === 'media' ? await write('Seen', '*') : await world.admin.call('GET', path)
      const tag = seen.headers.get('etag') ?? ''
      expect([kind, tag]).toEqual([kind, `"${String(seen.at('version'))}"`])
      const [first, second] = [await write('One', tag), await write('Two', tag)]
      expect([kind, first.status, second.status, second.at('code')]).toEqual([kind, 200, 412, 'record.changed'])
      expect((await write('Two', first.headers.get('etag') ?? '')).status).toBe(200)
      expect((await write('Three', '*')).status).toBe(200)
    }
  })

  it('is refused to one of two writers at the same moment', async () => {
    const path = `/api/v1/objectives/${filled.objectiveId}`
    const tag = (await world.admin.call('GET', path)).headers.get('etag') ?? ''
    const both = await Promise.all(
      ['A', 'B'].map((title) => world.admin.call('PATCH', path, { title }, { 'if-match': tag })),
    )
    expect(both.map((answer) => answer.status).toSorted((one, other) => one - other)).toEqual([200, 412])
  })

  it('is refused too where the expected version is none at all', async () => {
    const answer = await world.admin.call(
      'PATCH',
      `/api/v1/objectives/${filled.objectiveId}`,
      { title: 'A' },
      { 'if-match': '"abc"' },
    )
    expect([answer.status, answer.at('code')]).toEqual([412, 'record.changed'])
  })

  it('is refused on direction and organisation as well', async () => {
    for (const [method, path, change] of [
      ['PUT', 'direction', { vision: 'V', mission: 'M' }],
      ['PATCH', 'organisation', { name: 'Kavrela' }],
    ] as const) {
      const tag = (await world.admin.call('GET', `/api/v1/${path}`)).headers.get('etag') ?? ''
      const statuses = [
        await world.admin.call(method, `/api/v1/${path}`, change, { 'if-match': tag }),
        await world.admin.call(method, `/api/v1/${path}`, change, { 'if-match': tag }),
      ].map((answer) => answer.status)
      expect([path, ...statuses]).toEqual([path, 200, 412])
    }
  })
})

describe('how often one may ask', () => {
  it('is said in every answer, counts down, and ends in 429 with the time to wait', async () => {
    const ask = (address: string) =>
      world.app.fetch(new Request('http://localhost:4000/api/v1/nothing'), {
        incoming: { socket: { remoteAddress: address } },
      })
    const [first, second] = [await ask('203.0.113.7'), await ask('203.0.113.7')]
    const left = (response: Response) =>
      Number(/^"requests";r=(\d+);t=\d+$/.exec(response.headers.get('ratelimit') ?? '')?.[1])
    expect([first.headers.get('ratelimit-policy'), left(first) - left(second)]).toEqual(['"requests";q=600;w=60', 1])
    for (let number = 0; number < 598; number += 1) await ask('203.0.113.7')
    const refused = await ask('203.0.113.7')
    expect([refused.status, ((await refused.json()) as { code: string }).code, left(refused)]).toEqual([
      429,
      'rate.exceeded',
      0,
    ])
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await ask('203.0.113.8')).status).toBe(404)
  })
})

describe('the description of the API', () => {
  interface Operation {
    summary?: string
    tags?: string[]
    security?: unknown[]
    responses?: Record<string, unknown>
  }

  it('is valid OpenAPI 3.1, and every request in it has a summary, a subject and says whom it is for', async () => {
    const document = (await (await world.request('/api/openapi.json')).json()) as {
      openapi: string
      security: unknown
      paths: Record<string, Record<string, Operation>>
    }
    expect(document.openapi).toMatch(/^3\.1\./)
    await SwaggerParser.validate(structuredClone(document) as never)
    const described = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, operation]) => ({ path, method: method.toUpperCase(), ...operation })),
    )
    const routes = allRoutes()
    expect(described).toHaveLength(routes.length)
    for (const operation of described) {
      const route = routes.find((each) => each.path === operation.path && each.method === operation.method)
      expect([operation.path, operation.summary, operation.tags?.length]).toEqual([
        operation.path,
        expect.stringMatching(/\S/),
        1,
      ])
      expect([operation.path, operation.security ?? document.security]).toEqual([
        operation.path,
        route?.may === 'public' ? [] : [{ bearer: [] }],
      ])
      expect(operation.responses).toHaveProperty('default')
    }
  })

  it('is shown on a page whose parts all come from this server', async () => {
    const page = await world.request('/api/docs')
    const html = await page.text()
    const parts = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '')
    expect(parts.length).toBeGreaterThan(2)
    for (const part of parts) {
      expect(part).toMatch(/^\/api\/docs\//)
      expect((await world.request(part)).status).toBe(200)
    }
    expect(page.headers.get('content-security-policy')).toContain(`script-src 'self'`)
    expect(html).not.toMatch(/<script>[^<]/)
  })
})

describe('an answer of any kind', () => {
  it('carries the headers that protect whoever reads it', async () => {
    const media = `/api/v1/media/${filled.mediaId}/file`
    const asked: [string, RequestInit?][] = [
      ['/api/v1/installation'],
      ['/api/v1/posts'],
      ['/api/v1/nothing'],
      ['/api/openapi.json'],
      ['/api/docs'],
      ['/health/live'],
      ['/metrics'],
      ['/l/nothing'],
      ['/newsroom/kavrela-coffee'],
      ['/newsroom/nothing'],
      ['/'],
      ['/posts/x'],
      ['/nothing.js'],
      ['/api/auth/nothing'],
      [media],
      [media, { headers: { authorization: `Bearer ${world.adminKey}` } }],
      ['/api/v1/posts', { method: 'OPTIONS' }],
      [
        '/api/v1/posts',
        {
          method: 'POST',
          body: '{',
          headers: { authorization: `Bearer ${world.adminKey}`, 'content-type': 'application/json' },
        },
      ],
    ]
    const responses = await Promise.all(
      asked.map(async ([path, init]) => [path, await world.request(path, init)] as const),
    )
    const broken = await withoutTable(owner, 'newsroom_articles', () => world.request('/newsroom/kavrela-coffee'))
    expect(broken.status).toBe(500)
    for (const [path, { headers }] of [...responses, ['a fault', broken] as const]) {
      expect([
        path,
        headers.get('x-content-type-options'),
        headers.get('x-frame-options'),
        headers.get('cross-origin-opener-policy'),
      ]).toEqual([path, 'nosniff', 'DENY', 'same-origin'])
      expect([path, headers.get('content-security-policy')]).toEqual([
        path,
        expect.stringContaining(`default-src 'none'`),
      ])
      expect([path, headers.get('content-security-policy')]).toEqual([
        path,
        expect.not.stringMatching(/script-src[^;]*(unsafe|\*|https?:)/),
      ])
      expect([path, headers.get('referrer-policy')]).toEqual([path, expect.stringMatching(/origin|no-referrer/)])
      expect(headers.get('access-control-allow-origin')).toBeNull()
      expect(headers.get('x-powered-by')).toBeNull()
    }
  })

  it('tells browsers to stay with https where the server has it', async () => {
    await using secure = await createWorld({ config: { publicUrl: 'https://social.example.org' } })
    expect((await secure.request('/api/v1/installation')).headers.get('strict-transport-security')).toContain(
      'max-age=31536000',
    )
    expect((await world.request('/api/v1/installation')).headers.get('strict-transport-security')).toBeNull()
  })
})

describe('a change that a browser sends along with the cookie', () => {
  it.each([
    ['from a page elsewhere', { 'sec-fetch-site': 'cross-site' }, 403],
    ['from a neighbouring site', { 'sec-fetch-site': 'same-site' }, 403],
    ['with a foreign origin', { origin: 'https://evil.example' }, 403],
    ['with an origin that is hidden', { origin: 'null' }, 403],
    ['from our own page', { 'sec-fetch-site': 'same-origin', origin: 'http://localhost:4000' }, 201],
    ['from our own origin', { origin: 'http://localhost:4000' }, 201],
  ])('%s', async (_, headers, status) => {
    const cookie = await signIn(world.request, 'ada@example.org')
    const send = (path: string, body: unknown) =>
      world.stranger.call('POST', path, body, { cookie, ...(headers as Record<string, string>) })
    expect((await send('/api/v1/objectives', objective('By browser'))).status).toBe(status)
    if (status === 403) {
      expect((await send('/api/auth/sign-out', {})).status).toBe(403)
      expect((await world.stranger.call('GET', '/api/v1/session', undefined, { cookie })).status).toBe(200)
    }
  })
})

describe('whoever looks after the server', () => {
  const from = (at: World, address: string, path: string, headers: Readonly<Record<string, string>> = {}) =>
    at.app.fetch(new Request(`http://localhost:4000${path}`, { headers }), {
      incoming: { socket: { remoteAddress: address } },
    })

  it('reads the figures on this machine, and nobody does from elsewhere, whatever the request claims', async () => {
    for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1'])
      expect((await from(world, address, '/metrics')).status).toBe(200)
    expect((await from(world, '203.0.113.7', '/metrics')).status).toBe(403)
    expect(
      (
        await from(world, '203.0.113.7', '/metrics', {
          'x-forwarded-for': '127.0.0.1',
          'x-tutti-client-address': '127.0.0.1',
          forwarded: 'for=127.0.0.1',
        })
      ).status,
    ).toBe(403)
  })

  it('reads the figures with the token where one is set, and only so', async () => {
    await using guarded = await createWorld({ config: { metricsToken: 'a-token-of-sixteen-signs' } })
    const statuses = [
      await from(guarded, '203.0.113.7', '/metrics', { authorization: 'Bearer a-token-of-sixteen-signs' }),
      await from(guarded, '127.0.0.1', '/metrics'),
      await from(guarded, '127.0.0.1', '/metrics', { authorization: 'Bearer wrong' }),
    ].map((response) => response.status)
    expect(statuses).toEqual([200, 403, 403])
  })

  it('finds no ids and names in the figures', async () => {
    await world.admin.call('GET', `/api/v1/posts/${filled.postId}`)
    const text = await (await from(world, '127.0.0.1', '/metrics')).text()
    expect(text).toContain('route="/api/v1/posts/{id}"')
    expect(text).not.toContain(filled.postId)
  })
})

describe('readiness', () => {
  async function ready(caller: Caller) {
    const answer = await caller.call('GET', '/health/ready')
    return { status: answer.status, workers: answer.at('workers'), late: answer.at('late') }
  }

  it('fails while no worker beats, holds while one does, and fails when one falls silent', async () => {
    expect((await ready(world.stranger)).status).toBe(503)
    const clock = handClock(new Date())
    await using working = await createWorld({ background: true, clock })
    expect(await ready(working.stranger)).toEqual({ status: 200, workers: 1, late: 0 })
    clock.advance(31_000)
    expect(await ready(working.stranger)).toEqual({ status: 503, workers: 0, late: 0 })
    await until(
      () => ready(working.stranger),
      ({ status }) => status === 200,
    )
  })

  it('fails while a delivery waits that should be under way', async () => {
    const clock = handClock(new Date())
    await using idle = await createWorld({ clock })
    await fillWorld(idle, new Date(clock.now().getTime() + 30_000).toISOString())
    // A worker that beats and does nothing, such as one that hangs.
    const beat = () =>
      idle.kernel.database.dispatching((db) =>
        db
          .insertInto('publishing_workers')
          .values({ id: crypto.randomUUID(), started_at: clock.now(), beat_at: clock.now() })
          .execute(),
      )
    await beat()
    expect((await ready(idle.stranger)).status).toBe(200)
    clock.advance(120_000)
    await beat()
    expect(await ready(idle.stranger)).toEqual({ status: 503, workers: 1, late: 1 })
  })

  it('fails while the server shuts down', async () => {
    const leaving = await createWorld()
    await leaving.app.close()
    expect((await leaving.stranger.call('GET', '/health/ready')).status).toBe(503)
    await leaving.close().catch(() => undefined)
  })
})
