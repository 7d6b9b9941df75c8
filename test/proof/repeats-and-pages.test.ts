import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { REQUIRABLE, ROLES } from '#contract/actions.ts'
import { fillEverything, type Everything } from '../fill-everything.ts'
import { pictureForm } from '../fill-world.ts'
import { addressOf } from '../requests.ts'
import { addPerson } from '../second-organisation.ts'
import { createWorld, type Answer, type World } from '../world.ts'
import { allRoutes } from './routes.ts'
import { withoutTable } from './without-table.ts'

let world: World
let filled: Everything
let owner: pg.Client

beforeAll(async () => {
  world = await createWorld()
  filled = await fillEverything(world)
  owner = new pg.Client(world.connection)
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await world.close()
})

const objective = (title: string) => ({ title, perspective: 'customer', startsOn: '2027-01-01', endsOn: '2027-02-01' })
const answers = async () =>
  (await owner.query<{ body: string | null; status: number }>('select body, status from http_answers')).rows

describe('an Idempotency-Key', () => {
  const repeat = (key: string) => ({ 'idempotency-key': key })

  it('gives the same answer again, and makes one record', async () => {
    const [first, again] = [
      await world.admin.call('POST', '/api/v1/objectives', objective('Once'), repeat('a')),
      await world.admin.call('POST', '/api/v1/objectives', objective('Once'), repeat('a')),
    ]
    expect([
      first.status,
      again.status,
      again.body,
      again.headers.get('etag'),
      again.headers.get('idempotency-replayed'),
    ]).toEqual([201, 201, first.body, first.headers.get('etag'), 'true'])
    const { rows } = await owner.query(`select id from strategy_objectives where title = 'Once'`)
    expect(rows).toHaveLength(1)
  })

  it('gives a secret again that is shown only once, and keeps it sealed', async () => {
    const [first, again] = [
      await world.admin.call('POST', '/api/v1/api-keys', { name: 'Once' }, repeat('b')),
      await world.admin.call('POST', '/api/v1/api-keys', { name: 'Once' }, repeat('b')),
    ]
    expect(again.at('key')).toBe(first.at('key'))
    expect(await world.holder(String(again.at('key'))).call('GET', '/api/v1/posts')).toMatchObject({ status: 200 })
    const kept = JSON.stringify(await answers())
    expect(kept).not.toContain(String(first.at('key')))
    expect(kept).not.toContain(
      Buffer.from(String(first.at('key')))
        .toString('base64')
        .slice(2, 30),
    )
  })

  it('is not kept for a pure question, which is answered anew', async () => {
    const check = (text: string) =>
      world.admin.call(
        'POST',
        '/api/v1/checks',
        { channelIds: [filled.channelId], parts: [{ text }] },
        repeat('question'),
      )
    const before = (await answers()).length
    const [short, long] = [await check('Short'), await check('Rather longer')]
    expect([short.status, long.status, long.headers.get('idempotency-replayed')]).toEqual([200, 200, null])
    expect(short.body).not.toEqual(long.body)
    expect((await answers()).length).toBe(before)
  })

  it('with another body, or at another address, is refused', async () => {
    await world.admin.call('POST', '/api/v1/objectives', objective('First'), repeat('c'))
    for (const [path, body] of [
      ['objectives', objective('Second')],
      ['objectives', { ...objective('First'), description: 'More' }],
      ['goals', objective('First')],
    ] as const) {
      const answer = await world.admin.call('POST', `/api/v1/${path}`, body, repeat('c'))
      expect([answer.status, answer.at('code')]).toEqual([422, 'request.key-reused'])
    }
  })

  it('makes one record of ten requests at once, and tells the others to wait or the same', async () => {
    const all = await Promise.all(
      Array.from({ length: 10 }, () =>
        world.admin.call('POST', '/api/v1/objectives', objective('At once'), repeat('d')),
      ),
    )
    const outcomes = all.map((answer) =>
      answer.status === 201 ? answer.id : `${answer.status} ${String(answer.at('code'))}`,
    )
    expect(new Set(outcomes.filter((outcome) => outcome !== '409 request.in-progress')).size).toBe(1)
    expect((await owner.query(`select id from strategy_objectives where title = 'At once'`)).rows).toHaveLength(1)
  })

  it('works for an upload as well', async () => {
    const body = Buffer.from(await new Response(pictureForm('A cherry')).arrayBuffer()).toString('latin1')
    const type = { 'content-type': `multipart/form-data; boundary=${/^--(\S+)/.exec(body)?.[1] ?? ''}`, ...repeat('e') }
    const send = () =>
      world
        .request('/api/v1/media', {
          method: 'POST',
          headers: { ...type, authorization: `Bearer ${world.adminKey}` },
          body: Buffer.from(body, 'latin1'),
        })
        .then((response) => response.json() as Promise<{ id: string }>)
    expect((await send()).id).toBe((await send()).id)
  })

  it('does not keep a failure of the server, so that the same request can be made again', async () => {
    const failed = await withoutTable(owner, 'strategy_objectives', () =>
      world.admin.call('POST', '/api/v1/objectives', objective('After a fault'), repeat('f')),
    )
    expect(failed.status).toBe(500)
    expect(await world.admin.call('POST', '/api/v1/objectives', objective('After a fault'), repeat('f'))).toMatchObject(
      { status: 201 },
    )
  })

  it('of one person means nothing to another, and one that is too long is refused', async () => {
    const other = await addPerson(world, 'strategist')
    const [mine, theirs] = [
      await world.admin.call('POST', '/api/v1/objectives', objective('Mine'), repeat('g')),
      await other.call('POST', '/api/v1/objectives', objective('Theirs'), repeat('g')),
    ]
    expect([mine.at('title'), theirs.at('title')]).toEqual(['Mine', 'Theirs'])
    expect(
      (await world.admin.call('POST', '/api/v1/objectives', objective('Long'), repeat('x'.repeat(256)))).status,
    ).toBe(422)
  })
})

describe('a list', () => {
  type Adding = () => Promise<unknown>
  const add = (path: string, body: unknown) => world.admin.call('POST', `/api/v1/${path}`, body)
  const put = (path: string, body: unknown) => world.admin.call('PUT', `/api/v1/${path}`, body)
  /** Each day once, since there is one rate for a day. */
  let day = Date.UTC(2027, 0, 1)
  const nextDay = () => new Date((day += 86_400_000)).toISOString().slice(0, 10)
  /** Each with another action and role, since the same requirement stands only once. */
  let added = 0
  const addRequirement = () => {
    const [action, role] = [
      REQUIRABLE[added % REQUIRABLE.length],
      ROLES.toReversed()[Math.floor(added / REQUIRABLE.length)],
    ]
    added += 1
    return add('requirements', { action, role, courseId: filled.courseId })
  }
  /** Who is named to represent a unit is told: the administrator, by somebody else. */
  const addNotice = async () => {
    const strategist = await addPerson(world, 'strategist')
    const unit = await add('units', { name: 'Added', kind: 'team', parentId: filled.unitId })
    await strategist.call('PUT', `/api/v1/units/${unit.id}/representative`, { personId: world.personId })
  }
  /** What is due during a stop is held by lifting it. */
  const addStopped = async () => {
    const stop = await add('stops', { scope: { kind: 'channel', id: filled.channelId }, reason: 'Added' })
    await add('posts', {
      channelId: filled.channelId,
      text: 'Due',
      plannedAt: new Date().toISOString(),
      timeZone: 'UTC',
    })
    await add(`stops/${stop.id}/lift`, {})
  }
  /** Another superior each time. */
  const addLine = async () => {
    const superior = await add('positions', { unitId: filled.companyId, title: 'Added' })
    await world.admin.call('PUT', `/api/v1/positions/${filled.positionId}/lines/functional`, {
      superiorId: superior.id,
    })
  }
  const addModel = () => {
    added += 1
    const model = added % 2 === 0 ? 'dandelion' : 'decentralised'
    return world.admin.call('PUT', '/api/v1/operating-model', { model, reason: 'Added' })
  }
  /** A change of the objective asks for a review of what stands below it, once for each cause. */
  const addReview = async () => {
    const goal = await add('goals', { title: 'Added', kpi: 'clicks', target: '1', dueOn: '2027-01-01' })
    await add('plans', {
      level: 'tactical',
      title: 'Added',
      startsOn: '2027-01-01',
      endsOn: '2027-02-01',
      goalIds: [goal.id],
    })
    await world.admin.call('PATCH', `/api/v1/goals/${goal.id}`, { target: '2' })
  }
  const lists: [string, Adding][] = [
    ['objectives', () => add('objectives', objective('Added'))],
    ['goals', () => add('goals', { title: 'Added', kpi: 'clicks', target: '1', dueOn: '2027-01-01' })],
    ['audiences', () => add('audiences', { name: 'Added' })],
    ['competitors', () => add('competitors', { name: 'Added' })],
    ['audit-accounts', () => add('audit-accounts', { platform: 'linkedin', handle: crypto.randomUUID() })],
    ['audit-accounts/{id}/readings', () => add(`audit-accounts/${filled.accountId}/readings`, { followers: 7 })],
    ['campaigns', () => add('campaigns', { title: 'Added', startsOn: '2027-01-01', endsOn: '2027-02-01' })],
    ['pieces', () => add('pieces', { title: 'Added' })],
    ['media', () => add('media', pictureForm('Added'))],
    ['channels', () => add('channels', { platform: 'newsroom', name: 'Added', settings: {} })],
    ['people', () => addPerson(world, 'viewer')],
    ['positions', () => add('positions', { unitId: filled.unitId, title: 'Added' })],
    ['absences', () => add('absences', { fromOn: '2099-02-01', untilOn: '2099-02-02' })],
    ['notices', addNotice],
    [
      'invitations',
      () => add('invitations', { email: `${crypto.randomUUID()}@example.org`, name: 'Added', role: 'viewer' }),
    ],
    ['api-keys', () => add('api-keys', { name: 'Added' })],
    // Many at the same time, so that the order has to hold among equals.
    [
      'posts',
      () =>
        add('posts', {
          channelId: filled.channelId,
          text: 'Added https://kavrela.example/a',
          plannedAt: '2027-05-01T09:00',
          timeZone: 'UTC',
        }),
    ],
    [
      'deliveries',
      () =>
        add('posts', { channelId: filled.channelId, text: 'Added', plannedAt: '2027-05-01T09:00', timeZone: 'UTC' }),
    ],
    [
      'links',
      () =>
        add('posts', {
          channelId: filled.channelId,
          text: 'Added https://kavrela.example/b',
          plannedAt: '2027-05-01T09:00',
          timeZone: 'UTC',
        }),
    ],
    ['conversions', () => add('conversions', { value: '1', currency: 'EUR' })],
    ['events', () => add('objectives', objective('Added'))],
    ['stops', () => add('stops', { scope: { kind: 'organisation' }, reason: 'Added', drill: true })],
    ['stop-items', addStopped],
    ['stakeholders', () => add('stakeholders', { name: 'Added' })],
    [
      'approvals',
      () =>
        add('posts', {
          channelId: filled.channelId,
          text: 'It cures colds',
          plannedAt: '2027-05-01T09:00',
          timeZone: 'UTC',
        }),
    ],
    ['policies', () => add('policies', { starter: 'charity' })],
    ['policy-acceptances', () => addPerson(world, 'viewer')],
    ['courses', () => add('courses', { ready: 'crisis' })],
    ['certificates', () => addPerson(world, 'viewer')],
    ['requirements', addRequirement],
    ['positions/{positionId}/lines', addLine],
    ['operating-model/history', addModel],
    ['placements', () => add('placements', { title: 'Added', answers: { role: ['awareness'] } })],
    ['rule-packs', () => add('rule-packs', { kind: 'brand', title: 'Added' })],
    [
      'waivers',
      () =>
        add('waivers', {
          ruleId: filled.ruleId,
          fingerprint: crypto.randomUUID().replaceAll('-', '').repeat(2),
          words: '!!',
          reason: 'Added',
        }),
    ],
    ['confidential', () => add('confidential', { title: 'Added', terms: [crypto.randomUUID()], contact: 'PR' })],
    ['confidential-views', () => add(`confidential/${filled.confidentialId}/views`, { reason: 'Added' })],
    ['plans', () => add('plans', { level: 'tactical', title: 'Added', startsOn: '2027-01-01', endsOn: '2027-02-01' })],
    ['tasks', () => add('tasks', { title: 'Added' })],
    ['budget-lines', () => add('budget-lines', { title: 'Added', onDay: '2027-01-01', planned: '1' })],
    ['exchange-rates', () => put('exchange-rates', { base: 'GBP', quote: 'EUR', onDay: nextDay(), rate: '1.1' })],
    ['cost-rates', () => put('cost-rates', { personId: world.personId, since: nextDay(), amount: '50' })],
    ['hours', () => add('hours', { onDay: '2027-01-01', hours: '1' })],
    ['tools', () => add('tools', { name: 'Added', price: '1', startsOn: '2027-01-01' })],
    ['cascade/orphans', () => add('goals', { title: 'Added', kpi: 'clicks', target: '1', dueOn: '2027-01-01' })],
    ['cascade/reviews', addReview],
    ['goal-progress', () => add('goals', { title: 'Added', kpi: 'clicks', target: '1', dueOn: '2027-01-01' })],
  ]

  it('is walked here for every list there is', () => {
    expect(lists.map(([name]) => `/${name}`).toSorted()).toEqual(
      allRoutes()
        .filter((route) => 'cursor' in route.fields)
        .map((route) => route.path)
        .toSorted(),
    )
  })

  it.each(lists)('shows everything exactly once, page by page, while it grows: /%s', async (name, adding) => {
    for (let number = 0; number < 5; number += 1) await adding()
    const path = addressOf({ path: `/${name}` }, { world, filled })
    // Of everything that serves nothing, the goals.
    const kind = name === 'cascade/orphans' ? 'kind=goal&' : ''
    const page = (query: string) => world.admin.call('GET', `${path}?${kind}${query}`)
    const idsOf = (answer: Answer) => (answer.at('items') as { id: string }[]).map((item) => item.id)
    const there = idsOf(await page('limit=200'))
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const answer: Answer = await page(`limit=2${cursor === null ? '' : `&cursor=${cursor}`}`)
      expect(answer.status).toBe(200)
      seen.push(...idsOf(answer))
      if (seen.length < 8) await adding()
      cursor = answer.at('nextCursor') as string | null
    } while (cursor !== null && seen.length < 400)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toEqual(expect.arrayContaining(there))
  })
})
