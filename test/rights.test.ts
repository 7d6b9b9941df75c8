import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROLES, type Role } from '#contract/actions.ts'
import { fillEverything, type Everything } from './fill-everything.ts'
import { allRoutes, type Route } from './proof/routes.ts'
import { addressOf, bodyOf } from './requests.ts'
import { lacking } from './role-table.ts'
import { addOrganisation, addPerson } from './second-organisation.ts'
import { createWorld, type Caller, type World } from './world.ts'

const routes = allRoutes()

let world: World
let filled: Everything
let callers: Map<Role, Caller>
let other: Caller
let toldBefore: unknown

const newestEvent = async () => (await world.admin.call('GET', '/api/v1/events?limit=1')).at('items.0.position')

beforeAll(async () => {
  world = await createWorld({ config: { trustProxy: true } })
  filled = await fillEverything(world)
  callers = new Map()
  for (const role of ROLES) callers.set(role, await addPerson(world, role))
  other = (await addOrganisation(world)).caller
  toldBefore = await newestEvent()
})
afterAll(() => world.close())

/** Strangers have a quota: each route is asked from an address of its own. */
const strangely = (route: Route) => ({ 'x-forwarded-for': `192.0.2.${routes.indexOf(route) % 250}` })
const address = (route: Route) => addressOf(route, { world, filled })

describe.each(routes.filter((route) => route.may !== 'public'))('$method $path', (route) => {
  it('asks a stranger to sign in, before it looks at anything', async () => {
    const answer = await world.stranger.call(
      route.method,
      address(route),
      route.method === 'GET' ? undefined : {},
      strangely(route),
    )
    expect([answer.status, answer.at('code')]).toEqual([401, 'sign-in.needed'])
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
  })

  it('asks the holder of a made-up key to sign in', async () => {
    const answer = await world
      .holder(`tutti_${'A'.repeat(43)}`)
      .call(route.method, address(route), route.method === 'GET' ? undefined : {}, strangely(route))
    expect(answer.status).toBe(401)
  })

  const without = lacking(route.may)
  if (without.length > 0)
    it.each(without)('is refused to the role %s, naming the right', async (role) => {
      const answer = await callers
        .get(role)
        ?.call(route.method, address(route), route.method === 'GET' ? undefined : {})
      expect([answer?.status, answer?.at('code'), answer?.at('params.action')]).toEqual([
        403,
        'right.missing',
        route.may,
      ])
    })

  if (route.method === 'GET')
    it.each(ROLES.filter((role) => !without.includes(role)))('is open to the role %s', async (role) => {
      const answer = await callers.get(role)?.call('GET', address(route))
      expect([401, 403]).not.toContain(answer?.status)
    })

  if (/\{(id|positionId|channelId)\}/.test(route.path) && route.method === 'GET')
    it('finds nothing of another organisation', async () => {
      const answer = await other.call('GET', address(route))
      expect([answer.status, answer.status === 200 ? answer.at('items') : []]).toEqual([
        answer.status === 200 ? 200 : 404,
        [],
      ])
    })

  if (/\{(id|positionId|unitId)\}/.test(route.path) && route.method !== 'GET' && route.name !== 'session.revoke')
    it('changes nothing of another organisation', async () => {
      const body = route.method === 'DELETE' ? undefined : bodyOf(route, { world, filled })
      const answer = await other.call(route.method, address(route), body)
      expect([answer.status, answer.at('code')]).toEqual([404, 'record.not-found'])
    })
})

it('leaves all of it as it was, after another organisation tried everything', async () => {
  const post = await world.admin.call('GET', `/api/v1/posts/${filled.postId}`)
  expect([post.status, post.at('delivery.state')]).toEqual([200, 'planned'])
  expect(toldBefore).toBeGreaterThan(50)
  expect(await newestEvent()).toBe(toldBefore)
})

it('limits a key to its scopes', async () => {
  const made = await world.admin.call('POST', '/api/v1/api-keys', { name: 'Reads', scopes: ['posts.read'] })
  const reader = world.holder(String(made.at('key')))
  expect((await reader.call('GET', '/api/v1/posts')).status).toBe(200)
  const refused = await reader.call('GET', '/api/v1/objectives')
  expect([refused.status, refused.at('code')]).toEqual([403, 'right.scope-missing'])
})

it('ends a key at once when it is revoked', async () => {
  const made = await world.admin.call('POST', '/api/v1/api-keys', { name: 'Short-lived' })
  const caller = world.holder(String(made.at('key')))
  expect((await caller.call('GET', '/api/v1/posts')).status).toBe(200)
  await world.admin.call('DELETE', `/api/v1/api-keys/${made.id}`)
  expect((await caller.call('GET', '/api/v1/posts')).status).toBe(401)
})

it('stores a key only as a hash', async () => {
  const rows = await world.kernel.database.inOrganisation(world.organisationId, (db) =>
    db.selectFrom('organisation_api_keys').selectAll().execute(),
  )
  expect(JSON.stringify(rows)).not.toContain(world.adminKey)
})
