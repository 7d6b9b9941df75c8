import { afterAll, beforeAll, expect, it } from 'vitest'
import { fillEverything, type Everything } from '../fill-everything.ts'
import { createWorld, type Caller, type World } from '../world.ts'
import { addressOf, bodyOf } from '../requests.ts'
import { allRoutes, placesIn, type Route } from './routes.ts'

/** Raw JSON, because some of it is no value of JavaScript. */
const JUNK = [
  'null',
  '[]',
  '{}',
  '""',
  '5',
  '-1',
  '1e400',
  '99999999999999999999999',
  'true',
  `"${'x'.repeat(100_000)}"`,
  '"\\u0000"',
  '"\\u202eevil"',
  '"\\ud800"',
  '[[null]]',
  '{"__proto__":{"a":1},"constructor":1}',
  '"2026-02-30"',
  '"+275760-09-13T00:00:00Z"',
  '"00000000-0000-0000-0000-000000000000"',
]
const AT_ONCE = 8
/** `npm run fuzz` sends everything; the suite every fourth, shifted from route to route so that each kind reaches each kind of place. */
const EVERY = process.env['TUTTI_FUZZ'] === 'all' ? 1 : 4
/** Answered apart: each call plants half a year of work. */
const routes = allRoutes().filter((route) => route.path !== '/sample')

let world: World
let filled: Everything
let callers: Caller[]
let turn = 0

beforeAll(async () => {
  world = await createWorld()
  filled = await fillEverything(world)
  // Several keys, since each may ask only so often in a minute.
  callers = await Promise.all(
    Array.from({ length: 6 }, async (_, number) =>
      world.holder(String((await world.admin.call('POST', '/api/v1/api-keys', { name: `Key ${number}` })).at('key'))),
    ),
  )
})
afterAll(() => world.close())

/** What ends a record is asked of nobody's record, so that the others still find theirs. */
function address(route: Route, other: Readonly<Record<string, string>> = {}): string {
  const nobody = route.method === 'DELETE' ? { id: crypto.randomUUID() } : {}
  return addressOf(route, { world, filled }, { ...nobody, ...other })
}

interface Shot {
  readonly path: string
  readonly body?: string
  readonly what: string
}

/** Junk instead of the whole body, and at every place of a body that is right otherwise. */
function bodies(route: Route): Shot[] {
  const path = address(route)
  const whole = [...JUNK, '', '{', '"', `${'['.repeat(50_000)}${']'.repeat(50_000)}`].map((body) => ({
    path,
    body,
    what: body.slice(0, 60),
  }))
  const right = bodyOf(route, { world, filled })
  const inPlace = placesIn(route.fields).flatMap((place) => {
    const body = JSON.stringify(withMark(right, place.split('.')))
    return JUNK.map((junk) => ({
      path,
      body: body.replace('"<mark>"', () => junk),
      what: `${place}: ${junk.slice(0, 60)}`,
    }))
  })
  return [...whole, ...inPlace]
}

function withMark(value: unknown, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined) return '<mark>'
  if (name === '0') return [withMark(Array.isArray(value) ? value[0] : undefined, rest)]
  const record = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
  return { ...record, [name]: withMark(Reflect.get(record, name), rest) }
}

function queries(route: Route): Shot[] {
  const path = address(route)
  const named = Object.keys(route.fields).flatMap((name) =>
    JUNK.map((junk) => ({
      path: `${path}?${name}=${encodeURIComponent(plain(junk))}`,
      what: `?${name}=${junk.slice(0, 60)}`,
    })),
  )
  const odd = [
    'limit=1&limit=2',
    'limit[]=1',
    'limit[a]=1',
    '__proto__[a]=1',
    'cursor[]=x&cursor[]=y',
    '%00',
    '%',
    '=',
    '&&&',
    '%ff=%ff',
  ].map((query) => ({ path: `${path}?${query}`, what: query }))
  return [...named, ...odd]
}

function inPath(route: Route): Shot[] {
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')
  return names.flatMap((name) =>
    JUNK.map((junk) => ({
      path: address(route, { [name]: plain(junk).slice(0, 500) || ' ' }),
      ...(route.method === 'GET' ? {} : { body: '{}' }),
      what: `{${name}} ${junk.slice(0, 60)}`,
    })),
  )
}

function plain(junk: string): string {
  const text = /^".*"$/.test(junk) ? String(JSON.parse(junk)) : junk
  return text.toWellFormed().slice(0, 12_000)
}

async function attack(route: Route): Promise<string[]> {
  const shift = route.name.length
  const shots = [...(route.method === 'GET' ? queries(route) : bodies(route)), ...inPath(route)].filter(
    (_, place) => (place + shift) % EVERY === 0,
  )
  const failed: string[] = []
  const next = async (): Promise<void> => {
    for (let shot = shots.pop(); shot !== undefined; shot = shots.pop()) {
      const answer = await callers[(turn += 1) % callers.length]?.call(route.method, shot.path, shot.body)
      if (answer === undefined || answer.status >= 500 || answer.status === 429)
        failed.push(`${answer?.status} for ${shot.what}`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, next))
  return failed
}

it('begins with requests that are right, so that one wrong place is all that is wrong', async () => {
  const refused: string[] = []
  for (const route of routes.filter(
    ({ method, fields }) => ['POST', 'PUT', 'PATCH'].includes(method) && Object.keys(fields).length > 0,
  )) {
    const answer = await world.admin.call(route.method, address(route), bodyOf(route, { world, filled }))
    if (answer.status >= 300) refused.push(`${answer.status} ${String(answer.at('code'))} ${route.name}`)
  }
  expect(refused.toSorted()).toEqual([
    // What these ask for is not there to be had, or not any more: a second founding, a made-up token, a file, an app to sign in at, one's own work to approve, a circle, a draft, a running stop.
    '403 approval.own-work governance.approvals.decide',
    '403 approval.own-work governance.approvals.release',
    '403 document.own strategy.planDocument.decide',
    '404 record.not-found governance.approvals.commentReview',
    '404 record.not-found governance.approvals.decideReview',
    '404 record.not-found organisation.acceptInvitation',
    '409 course.unfinished governance.training.changeCourse',
    '409 delivery.wrong-state publishing.settleDelivery',
    '409 document.waiting strategy.planDocument.propose',
    '409 installation.founded installation.found',
    '409 placement.not-proposed organisation.placements.apply',
    '409 plan.state strategy.plans.decide',
    '409 policy.not-current governance.policies.accept',
    '409 right.last-administrator organisation.changePerson',
    '409 scorecard.circle strategy.scorecards.setCause',
    '409 scorecard.exists strategy.scorecards.create',
    '409 stop.lifted governance.stops.lift',
    '412 record.changed governance.workflows.order',
    '422 channel.unknown-platform publishing.authoriseChannel',
    '422 import.problems organisation.transfer.import',
    '422 request.invalid content.addMedia',
  ])
})

it.each(routes)('never fails at $method $path, whatever is sent', async (route) => {
  expect(await attack(route)).toEqual([])
})

it('never fails at a page either, nor at signing in, however odd the address and what is sent', async () => {
  const odd = [
    '%00',
    '%',
    '%E0%A4%A',
    '%ff',
    '..%2f..%2fetc%2fpasswd',
    '%5c..%5c',
    'x'.repeat(5000),
    '%u0041',
    '%F0%9F%A6%80',
    '-1',
    'null',
    '%20',
    '%0d%0aset-cookie:a=b',
    '.%00.png',
  ]
  const places = [
    '/',
    '/assets/',
    '/l/',
    '/newsroom/',
    '/newsroom/kavrela-coffee/',
    '/newsroom/kavrela-coffee/pictures/',
    `/newsroom/kavrela-coffee/pictures/${filled.postId}/`,
    '/api/v1/media/',
    '/api/docs/',
    '/api/auth/',
    '/health/',
    '/invitations/',
    '/api/v1/channel-authorisations/callback?state=',
  ]
  const failed: string[] = []
  const ask = async (path: string, init?: RequestInit) => {
    const { status } = await world.request(path, init)
    if (status >= 500) failed.push(`${status} ${init?.method ?? 'GET'} ${path.slice(0, 100)}`)
  }
  for (const place of places) for (const end of odd) await ask(`${place}${end}`)
  for (const end of odd)
    await ask(`/api/v1/media/${filled.mediaId}/file?width=${end}`, {
      headers: { authorization: `Bearer ${world.adminKey}` },
    })
  for (const path of [
    'sign-in/email',
    'sign-out',
    'change-password',
    'two-factor/enable',
    'two-factor/verify-totp',
    'two-factor/verify-backup-code',
  ])
    for (const body of [
      ...JUNK,
      '{"email":{"a":1},"password":[]}',
      '{"email":"a\\u0000@example.org","password":"x"}',
      '{"code":{}}',
      '{',
    ])
      await ask(`/api/auth/${path}`, { method: 'POST', body, headers: { 'content-type': 'application/json' } })
  expect(failed).toEqual([])
})

it('still works after all that, with nothing of it in the prototype of all objects', async () => {
  expect((await world.admin.call('GET', `/api/v1/posts/${filled.postId}`)).status).toBe(200)
  expect(Reflect.get({}, 'a')).toBeUndefined()
})
