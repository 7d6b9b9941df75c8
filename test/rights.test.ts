import { traverseContractProcedures } from '@orpc/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROLES, type Role } from '#contract/actions.ts'
import { contract } from '#contract/index.ts'
import { fillWorld, type Filled } from './fill-world.ts'
import { addOrganisation, addPerson } from './second-organisation.ts'
import { createWorld, type Caller, type World } from './world.ts'

interface Route {
  readonly name: string
  readonly method: string
  readonly path: string
  readonly may: string
}

const routes: Route[] = []
traverseContractProcedures({ router: contract, path: [] }, ({ contract: procedure, path }) => {
  const { meta, route } = procedure['~orpc']
  routes.push({
    name: path.join('.'),
    method: route.method ?? '',
    path: route.path ?? '',
    may: String((meta as { may?: string }).may),
  })
})

/** Said a second time and on purpose in another form than in the product: what each role lacks. */
const LACKS: Readonly<Record<Role, readonly string[]>> = {
  administrator: [],
  executive: [
    'organisation.change',
    'people.change',
    'api-keys.manage',
    'campaigns.change',
    'pieces.change',
    'channels.change',
    'posts.change',
    'deliveries.settle',
    'conversions.record',
  ],
  strategist: ['organisation.change', 'api-keys.manage'],
  manager: ['organisation.change', 'people.change', 'api-keys.manage', 'objectives.change', 'sample.change'],
  officer: [
    'organisation.change',
    'people.change',
    'api-keys.manage',
    'objectives.change',
    'goals.change',
    'campaigns.change',
    'channels.change',
    'sample.change',
  ],
  viewer: [
    'organisation.change',
    'people.change',
    'api-keys.manage',
    'objectives.change',
    'goals.change',
    'campaigns.change',
    'pieces.change',
    'channels.change',
    'posts.change',
    'deliveries.settle',
    'conversions.record',
    'sample.change',
  ],
}

let world: World
let filled: Filled
let callers: Map<Role, Caller>
let other: Caller

beforeAll(async () => {
  world = await createWorld()
  filled = await fillWorld(world)
  callers = new Map()
  for (const role of ROLES) callers.set(role, await addPerson(world, role))
  other = (await addOrganisation(world)).caller
})
afterAll(() => world.close())

/** The address with ids of records that exist, so that a refusal is about the right and not about the record. */
function address(route: Route): string {
  const ids: Readonly<Record<string, string>> = {
    objectives: filled.objectiveId,
    goals: filled.goalId,
    campaigns: filled.campaignId,
    pieces: filled.pieceId,
    channels: filled.channelId,
    posts: filled.postId,
    media: filled.mediaId,
    people: world.personId,
    post: filled.postId,
  }
  const kind = route.path.split('/')[1] ?? ''
  return `/api/v1${route.path
    .replace('{channelId}', filled.channelId)
    .replace('{type}', 'post')
    .replace('{token}', 'x')
    .replace('{id}', kind === 'trace' ? filled.postId : (ids[kind] ?? crypto.randomUUID()))}`
}

describe.each(routes.filter((route) => route.may !== 'public'))('$method $path', (route) => {
  it('asks a stranger to sign in, before it looks at anything', async () => {
    const answer = await world.stranger.call(route.method, address(route), route.method === 'GET' ? undefined : {})
    expect([answer.status, answer.at('code')]).toEqual([401, 'sign-in.needed'])
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
  })

  it('asks the holder of a made-up key to sign in', async () => {
    const answer = await world
      .holder(`tutti_${'A'.repeat(43)}`)
      .call(route.method, address(route), route.method === 'GET' ? undefined : {})
    expect(answer.status).toBe(401)
  })

  const lacking = ROLES.filter((role) => LACKS[role].includes(route.may))
  if (lacking.length > 0)
    it.each(lacking)('is refused to the role %s, naming the right', async (role) => {
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
    it.each(ROLES.filter((role) => !LACKS[role].includes(route.may)))('is open to the role %s', async (role) => {
      const answer = await callers.get(role)?.call('GET', address(route))
      expect([401, 403]).not.toContain(answer?.status)
    })

  if (/\{(id|channelId)\}/.test(route.path) && route.method === 'GET')
    it('finds nothing of another organisation', async () => {
      const answer = await other.call('GET', address(route))
      expect([answer.status, answer.status === 200 ? answer.at('items') : []]).toEqual([
        answer.status === 200 ? 200 : 404,
        [],
      ])
    })

  if (route.path.includes('{id}') && ['DELETE', 'POST'].includes(route.method) && route.may !== 'signed-in')
    it('changes nothing of another organisation', async () => {
      const answer = await other.call(
        route.method,
        address(route),
        route.method === 'DELETE' ? undefined : { outcome: 'published', channelIds: [filled.channelId] },
      )
      expect(answer.status).toBe(404)
    })
})

it('leaves all of it as it was, after another organisation tried everything', async () => {
  const post = await world.admin.call('GET', `/api/v1/posts/${filled.postId}`)
  expect([post.status, post.at('delivery.state')]).toEqual([200, 'planned'])
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
