import pg from 'pg'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { addOrganisation, addPerson } from '#test/second-organisation.ts'
import { createWorld, until, type Answer, type World } from '#test/world.ts'

interface Item {
  readonly id: string
  readonly postId: string
  readonly title: string
  readonly kind: string
  readonly state: string
  readonly waiting: boolean
  readonly coveredBy: { readonly name: string } | null
  readonly decided: { readonly decision: string; readonly by: string } | null
}

let world: World
let owner: pg.Client
let units: { region: string; team: string }
let channels: { company: string; region: string; team: string }
let campaignId: string

beforeAll(async () => {
  world = await createWorld({ background: true })
  owner = new pg.Client(world.connection)
  await owner.connect()
  await owner.query(`set app.maintenance = 'on'`)
  const region = await addUnit('region', 'Türkiye', null)
  units = { region, team: await addUnit('team', 'Ankara', region) }
  channels = {
    company: await connect('Company', null),
    region: await connect('Region', region),
    team: await connect('Team', units.team),
  }
  const campaign = await world.admin.call('POST', '/api/v1/campaigns', {
    title: 'Spring',
    startsOn: '2026-01-01',
    endsOn: '2030-01-01',
  })
  campaignId = campaign.id
})
afterEach(async () => {
  for (const { id } of (await world.admin.call('GET', '/api/v1/stops/running')).at('items') as { id: string }[])
    await lift(id)
})
afterAll(async () => {
  await owner.end()
  await world.close()
})

async function addUnit(kind: string, name: string, parentId: string | null): Promise<string> {
  const id = crypto.randomUUID()
  await owner.query(
    `insert into organisation_units (organisation_id, id, parent_id, kind, name, created_at)
     select $1, $2, coalesce($3::uuid, (select id from organisation_units where organisation_id = $1 and parent_id is null)), $4, $5, now()`,
    [world.organisationId, id, parentId, kind, name],
  )
  return id
}
async function connect(name: string, unitId: string | null): Promise<string> {
  const { id } = await world.admin.call('POST', '/api/v1/channels', { platform: 'newsroom', name, settings: {} })
  await owner.query('update publishing_channels set unit_id = $1 where id = $2', [unitId, id])
  return id
}
const stop = (kind: string, id: string | null = null, more: object = {}, caller = world.admin) =>
  caller.call('POST', '/api/v1/stops', { scope: { kind, id }, reason: 'Earthquake near Elazığ', ...more })
const lift = (id: string, caller = world.admin) => caller.call('POST', `/api/v1/stops/${id}/lift`, { note: 'Over' })
const decide = (id: string, body: object) => world.admin.call('POST', `/api/v1/stops/${id}/decisions`, body)
const plan = async (channelId: string, text: string, inMs = 60_000, more: object = {}) =>
  (
    await world.admin.call('POST', '/api/v1/posts', {
      channelId,
      text,
      plannedAt: new Date(Date.now() + inMs).toISOString(),
      timeZone: 'UTC',
      ...more,
    })
  ).id
/** Makes planned posts due now. */
async function due(...postIds: readonly string[]): Promise<void> {
  await owner.query('update publishing_deliveries set due_at = now(), next_at = now() where post_id = any($1)', [
    postIds,
  ])
  await owner.query(`select pg_notify('tutti_deliveries', '')`)
}
const stateOf = async (postId: string) => {
  const post = await world.admin.call('GET', `/api/v1/posts/${postId}`)
  return [post.at('delivery.state'), post.at('delivery.reason')]
}
const becomes = (postId: string, state: string) =>
  until(
    () => stateOf(postId),
    ([now]) => now === state,
  )
const itemsOf = async (stopId: string, query = '') =>
  (await world.admin.call('GET', `/api/v1/stop-items?stopId=${stopId}${query}`)).at('items') as Item[]
const verbs = async (stopId: string) =>
  (
    (await world.admin.call('GET', `/api/v1/events?subjectType=stop&subjectId=${stopId}`)).at('items') as {
      verb: string
    }[]
  ).map((one) => one.verb)

describe('a stop', () => {
  it('holds what comes due in its scope and nothing else; everybody sees it, with who and why', async () => {
    const begun = await stop('unit', units.region)
    expect([begun.status, begun.at('scope'), begun.at('lifted')]).toEqual([
      201,
      { kind: 'unit', id: units.region, name: 'Türkiye' },
      null,
    ])
    const viewer = await addPerson(world, 'viewer')
    expect((await viewer.call('GET', '/api/v1/stops/running')).at('items')).toEqual([
      expect.objectContaining({
        id: begun.id,
        reason: 'Earthquake near Elazığ',
        startedBy: 'Test',
        scope: { kind: 'unit', id: units.region, name: 'Türkiye' },
      }),
    ])
    const [outside, inside, below] = [
      await plan(channels.company, 'Outside'),
      await plan(channels.region, 'Inside'),
      await plan(channels.team, 'Below'),
    ]
    const later = await plan(channels.region, 'Later')
    await due(outside, inside, below)
    await becomes(outside, 'published')
    expect([await becomes(inside, 'held'), await becomes(below, 'held')]).toEqual([
      ['held', 'stop'],
      ['held', 'stop'],
    ])
    expect(await stateOf(later)).toEqual(['planned', null])
    expect((await itemsOf(begun.id)).map((item) => [item.postId, item.kind, item.waiting])).toEqual([
      [inside, 'held', true],
      [below, 'held', true],
    ])
  })

  it.each([
    ['organisation', () => null, () => channels.company],
    ['channel', () => channels.team, () => channels.team],
    ['campaign', () => campaignId, () => channels.company],
  ])('of %s holds what is planned there, also by a campaign that belongs to a unit', async (kind, scope, channel) => {
    const begun = await stop(kind, scope())
    const post = await plan(channel(), `In ${kind}`, 60_000, { campaignId })
    await due(post)
    expect(await becomes(post, 'held')).toEqual(['held', 'stop'])
    expect((await itemsOf(begun.id)).map((item) => item.postId)).toEqual([post])
  })

  it('needs a reason, a scope that exists and the right; the company as a unit is the whole organisation', async () => {
    expect((await stop('organisation', null, { reason: ' ' })).at('fields.0.path')).toBe('reason')
    const unknown = await stop('channel', crypto.randomUUID())
    expect([unknown.status, unknown.at('fields.0.path')]).toEqual([422, 'scope.id'])
    expect((await stop('unit')).status).toBe(422)
    const viewer = await addPerson(world, 'viewer')
    expect((await stop('organisation', null, {}, viewer)).at('code')).toBe('right.missing')
    const officer = await addPerson(world, 'officer')
    const { rows } = await owner.query<{ id: string }>(
      'select id from organisation_units where parent_id is null and organisation_id = $1',
      [world.organisationId],
    )
    const begun = await stop('unit', rows[0]?.id ?? '', {}, officer)
    expect([begun.status, begun.at('scope.kind')]).toEqual([201, 'organisation'])
    expect((await lift(begun.id, officer)).at('code')).toBe('right.missing')
  })

  it('of two people at once is one stop, and lifting it at once is done by one and told to the other', async () => {
    const manager = await addPerson(world, 'manager')
    const [one, other] = await Promise.all([
      stop('channel', channels.team),
      stop('channel', channels.team, { reason: 'I saw it too' }, manager),
    ])
    expect([one.status, other.status, one.id]).toEqual([201, 201, other.id])
    expect((await verbs(one.id)).toSorted()).toEqual(['stop.joined', 'stop.started'])
    const lifted = await Promise.all([lift(one.id), lift(one.id, manager)])
    expect(lifted.map((answer) => answer.status).toSorted((one, other) => one - other)).toEqual([200, 409])
    const late = lifted.find((answer) => answer.status === 409)
    expect([late?.at('code'), ['Test', 'manager'].includes(String(late?.at('params.person')))]).toEqual([
      'stop.lifted',
      true,
    ])
    expect((await verbs(one.id)).filter((verb) => verb === 'stop.lifted')).toHaveLength(1)
  })

  it('in another organisation can be neither seen nor lifted, and holds nothing here', async () => {
    const { caller } = await addOrganisation(world)
    const theirs = await stop('organisation', null, {}, caller)
    expect((await world.admin.call('GET', '/api/v1/stops/running')).at('items')).toEqual([])
    expect((await lift(theirs.id)).status).toBe(404)
    const post = await plan(channels.company, 'Ours goes out')
    await due(post)
    await becomes(post, 'published')
  })
})

describe('after a stop', () => {
  /** A stop of a channel under which these posts were held, lifted. */
  async function lifted(texts: readonly string[]): Promise<{ stopId: string; posts: string[]; answer: Answer }> {
    const { id: stopId } = await stop('channel', channels.region)
    const posts: string[] = []
    for (const text of texts) posts.push(await plan(channels.region, text))
    await due(...posts)
    for (const post of posts) await becomes(post, 'held')
    return { stopId, posts, answer: await lift(stopId) }
  }

  it('nothing bursts out: each is sent with a distance, moved or dropped, and the decision is written down', async () => {
    const { stopId, posts, answer } = await lifted(['One', 'Two', 'Three', 'Four'])
    expect([answer.at('waiting'), answer.at('lifted.note')]).toEqual([4, 'Over'])
    const items = await itemsOf(stopId, '&waiting=true')
    expect(items.map((item) => item.postId)).toEqual(posts)
    const ids = items.map((item) => item.id)
    expect((await decide(stopId, { decision: 'drop', items: [ids[0]] })).body).toEqual({ decided: 1, left: 3 })
    const at = new Date(Date.now() + 86_400_000).toISOString()
    expect((await decide(stopId, { decision: 'move', at, items: [ids[1]] })).body).toEqual({ decided: 1, left: 2 })
    expect((await decide(stopId, { decision: 'send-now', items: 'all', spacingMinutes: 10 })).body).toEqual({
      decided: 2,
      left: 0,
    })
    await becomes(posts[2] ?? '', 'published')
    expect(await stateOf(posts[0] ?? '')).toEqual(['cancelled', null])
    const [moved, last] = [
      await world.admin.call('GET', `/api/v1/posts/${posts[1]}`),
      await world.admin.call('GET', `/api/v1/posts/${posts[3]}`),
    ]
    expect([moved.at('delivery.state'), moved.at('delivery.dueAt')]).toEqual(['planned', at])
    const distance = new Date(String(last.at('delivery.dueAt'))).getTime() - Date.now()
    expect([last.at('delivery.state'), Math.round(distance / 60_000)]).toEqual(['planned', 10])
    expect((await itemsOf(stopId)).map((item) => [item.waiting, item.decided?.decision, item.decided?.by])).toEqual(
      expect.arrayContaining([
        [false, 'drop', 'Test'],
        [false, 'move', 'Test'],
        [false, 'send-now', 'Test'],
      ]),
    )
    expect((await verbs(stopId)).filter((verb) => verb === 'stop.decided')).toHaveLength(3)
    expect((await decide(stopId, { decision: 'drop', items: ids })).body).toEqual({ decided: 0, left: 0 })
  })

  it('what came due without a worker looking is held by the lifting itself', async () => {
    await using quiet = await createWorld()
    const connected = await quiet.admin.call('POST', '/api/v1/channels', {
      platform: 'newsroom',
      name: 'N',
      settings: {},
    })
    const post = await quiet.admin.call('POST', '/api/v1/posts', {
      channelId: connected.id,
      text: 'Due',
      plannedAt: new Date().toISOString(),
      timeZone: 'UTC',
    })
    const begun = await stop('organisation', null, {}, quiet.admin)
    expect(begun.at('workers')).toEqual({ asked: 0, acknowledged: 0, afterMs: null })
    const answer = await quiet.admin.call('POST', `/api/v1/stops/${begun.id}/lift`)
    expect(answer.at('waiting')).toBe(1)
    expect((await quiet.admin.call('GET', `/api/v1/posts/${post.id}`)).at('delivery.state')).toBe('held')
  })

  it('a post that somebody has planned anew in the calendar waits no longer', async () => {
    const { stopId, posts } = await lifted(['Rescued'])
    const moved = await world.admin.call('PATCH', `/api/v1/posts/${posts[0]}`, {
      plannedAt: '2027-09-01T09:00',
      timeZone: 'UTC',
    })
    expect([moved.status, moved.at('delivery.state')]).toEqual([200, 'planned'])
    expect((await world.admin.call('GET', `/api/v1/stops/${stopId}`)).at('waiting')).toBe(0)
    expect((await decide(stopId, { decision: 'drop', items: 'all' })).body).toEqual({ decided: 0, left: 0 })
  })

  it('a decision needs something to decide on, and a time for moving that is to come', async () => {
    const { stopId } = await lifted([])
    expect((await decide(stopId, { decision: 'drop', items: [] })).at('fields.0.path')).toBe('items')
    expect((await decide(stopId, { decision: 'move', items: 'all' })).at('fields.0.path')).toBe('at')
    expect((await decide(stopId, { decision: 'move', items: 'all', at: '2020-01-01T00:00:00Z' })).at('code')).toBe(
      'time.past',
    )
  })
})

describe('a stop inside a stop', () => {
  it('leaves the other running: what both held can be decided on only when both are lifted, and then once', async () => {
    const inner = await stop('channel', channels.team)
    const outer = await stop('organisation')
    const [both, one] = [await plan(channels.team, 'Both'), await plan(channels.company, 'One')]
    await due(both, one)
    await becomes(both, 'held')
    await becomes(one, 'held')
    const lifted = await lift(outer.id)
    expect(lifted.at('waiting')).toBe(2)
    const items = await itemsOf(outer.id)
    expect(items.map((item) => [item.postId, item.coveredBy?.name ?? null])).toEqual([
      [both, 'Team'],
      [one, null],
    ])
    const refused = await decide(outer.id, { decision: 'send-now', items: items.map((item) => item.id) })
    expect([refused.status, refused.at('code'), refused.at('params.scope')]).toEqual([409, 'stop.running', 'Team'])
    expect((await decide(outer.id, { decision: 'send-now', items: 'all' })).body).toEqual({ decided: 1, left: 1 })
    await becomes(one, 'published')
    await due(both)
    expect(await stateOf(both)).toEqual(['held', 'stop'])
    await lift(inner.id)
    expect((await decide(inner.id, { decision: 'drop', items: 'all' })).body).toEqual({ decided: 1, left: 0 })
    expect((await world.admin.call('GET', `/api/v1/stops/${outer.id}`)).at('waiting')).toBe(0)
  })

  it('holds again what was moved out of one stop and comes due in another', async () => {
    const first = await stop('channel', channels.team)
    const post = await plan(channels.team, 'Twice')
    await due(post)
    await becomes(post, 'held')
    await lift(first.id)
    await decide(first.id, { decision: 'move', items: 'all', at: new Date(Date.now() + 3_600_000).toISOString() })
    const second = await stop('organisation')
    await due(post)
    await becomes(post, 'held')
    expect((await itemsOf(second.id)).map((item) => [item.postId, item.waiting])).toEqual([[post, true]])
  })
})

describe('a drill', () => {
  it('holds nothing, shows no banner, and tells how long the workers took to know', async () => {
    const drill = await stop('organisation', null, { drill: true, reason: 'Quarterly drill' })
    expect(drill.body).toMatchObject({ drill: true, lifted: { by: 'Tutti' }, workers: { asked: 1, acknowledged: 1 } })
    expect(Number(drill.at('workers.afterMs'))).toBeLessThan(1000)
    expect((await world.admin.call('GET', '/api/v1/stops/running')).at('items')).toEqual([])
    expect((await verbs(drill.id)).toSorted()).toEqual(['stop.drill-ended', 'stop.drill-started'])
    const post = await plan(channels.company, 'Goes out')
    await due(post)
    await becomes(post, 'published')
    const history = await world.admin.call('GET', '/api/v1/stops?limit=1')
    expect(history.at('items.0.id')).toBe(drill.id)
  })

  it('whose process was killed is filed by the next one', async () => {
    const id = crypto.randomUUID()
    await owner.query(
      `insert into governance_stops (organisation_id, id, scope_kind, scope_name, drill, reason, started_by_name, started_at, workers) values ($1, $2, 'organisation', 'K', true, 'Killed', 'Ada', now() - interval '1 minute', '{}')`,
      [world.organisationId, id],
    )
    const { fileAbandonedDrills } = await import('./file-drill.ts')
    await fileAbandonedDrills(world.kernel)
    const filed = await world.admin.call('GET', `/api/v1/stops/${id}`)
    expect(filed.at('lifted')).not.toBeNull()
    await fileAbandonedDrills(world.kernel)
    expect(await verbs(id)).toEqual(['stop.drill-ended'])
  })
})

it('a lifting that is killed half-way leaves the stop running and everything as it was', async () => {
  const begun = await stop('channel', channels.team)
  const { liftStop } = await import('./lift-stop.ts')
  const { stopPorts } = await import('#server/features/publishing/index.ts')
  const ports = stopPorts(world.kernel)
  const actor = { ...(await import('#server/kernel/actor.ts')).systemActor(world.organisationId) }
  const killing = liftStop(
    world.kernel,
    {
      ...ports,
      // The last thing before the transaction would be committed.
      wake: async (db) => {
        await sql`select pg_terminate_backend(pg_backend_pid())`.execute(db)
      },
    },
    actor,
    { id: begun.id, note: '' },
  )
  await expect(killing).rejects.toThrow(/terminat|connection/i)
  expect((await world.admin.call('GET', `/api/v1/stops/${begun.id}`)).at('lifted')).toBeNull()
  const post = await plan(channels.team, 'Still held')
  await due(post)
  expect(await becomes(post, 'held')).toEqual(['held', 'stop'])
  expect((await lift(begun.id)).status).toBe(200)
})
