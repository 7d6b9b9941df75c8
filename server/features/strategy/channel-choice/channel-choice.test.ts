import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addColleague, made, type Colleague } from '#test/colleague.ts'
import { createWorld, type World } from '#test/world.ts'

let time = new Date('2026-11-18T10:00:00Z')
let world: World
let writer: Colleague
let channelId: string
const choices = new Map<string, string>()

const POINTS = { audience: 3, purpose: 3, format: 3, effort: 2, cost: 1, risk: 1 }

beforeAll(async () => {
  world = await createWorld({ clock: { now: () => new Date(time), newId: () => v7() } })
  writer = await addColleague(world, 'Burcu Tezel', 'officer')
  channelId = (await made(world.admin, 'channels', { platform: 'newsroom', name: 'Newsroom', settings: {} })).id
  for (const [platform, points] of [
    ['x', { ...POINTS, risk: 5 }],
    ['newsroom', { ...POINTS, audience: 5 }],
    ['mastodon', POINTS],
  ] as const)
    choices.set(platform, (await made(world.admin, 'channel-choices', { platform, points })).id)
})
afterAll(() => world.close())

const get = (path: string) => world.admin.call('GET', `/api/v1/${path}`)
const send = (method: string, path: string, body?: object, headers = {}) =>
  world.admin.call(method, `/api/v1/${path}`, body, headers)
const path = (platform: string) => `channel-choices/${choices.get(platform)}`

describe('the choice of channels', () => {
  it('ranks platforms, with what each criterion adds and what would change the order', async () => {
    const list = await get('channel-choices')
    expect(list.at('weightsVersion')).toBe(0)
    expect(list.at('items.0')).toMatchObject({
      platform: 'newsroom',
      place: 1,
      score: 74.7,
      adds: { audience: 26.3, purpose: 12.6, format: 9.5, effort: 9.5, cost: 8.4, risk: 8.4 },
      missing: [],
      flip: null,
    })
    expect(list.at('items.1')).toMatchObject({ platform: 'mastodon', place: 2, flip: null })
    const other = { audience: 4, risk: 4, purpose: 3, format: 3, effort: 2, cost: 1 }
    const linkedin = await made(world.admin, 'channel-choices', { platform: 'linkedin', points: other })
    const flipped = await get('channel-choices')
    expect(flipped.at('items.1')).toMatchObject({
      platform: 'mastodon',
      flip: { platform: 'linkedin', criterion: 'risk', from: 2, to: 1 },
    })
    await send('DELETE', `channel-choices/${linkedin.id}`)
  })

  it('follows the weights, which are not all nothing and not changed behind somebody’s back', async () => {
    const weights = { audience: 0, purpose: 1, format: 1, effort: 1, cost: 1, risk: 10 }
    const set = await send('PUT', 'channel-weights', { weights }, { 'if-match': '"0"' })
    expect(set.body).toEqual({ weights, weightsVersion: 1 })
    expect((await send('PUT', 'channel-weights', { weights }, { 'if-match': '"0"' })).at('code')).toBe('record.changed')
    const nothing = Object.fromEntries(Object.keys(weights).map((criterion) => [criterion, 0]))
    expect((await send('PUT', 'channel-weights', { weights: nothing })).at('code')).toBe('choice.no-weight')
    const list = await get('channel-choices')
    expect([list.at('items.0.place'), list.at('items.1.place'), list.at('items.2.platform')]).toEqual([1, 1, 'x'])
    await send('PUT', 'channel-weights', {
      weights: { audience: 5, purpose: 4, format: 3, effort: 3, cost: 2, risk: 2 },
    })
  })

  it('has each platform once, and brings a removed one back with its points', async () => {
    const again = await send('POST', 'channel-choices', { platform: 'x' })
    expect([again.status, again.at('code')]).toEqual([409, 'choice.exists'])
    await send('DELETE', path('x'))
    expect((await get(path('x'))).status).toBe(404)
    expect((await send('POST', `${path('x')}/restoration`)).at('points.risk')).toBe(5)
  })

  it('is decided on points that are complete, with a reason, and keeps the picture it was decided on', async () => {
    const { id } = await made(world.admin, 'channel-choices', { platform: 'tiktok', points: { audience: 5 } })
    const decision = { decision: 'test', reason: 'The young are there', reviewOn: '2027-03-01' }
    const early = await send('POST', `channel-choices/${id}/decision`, decision)
    expect([early.status, early.at('code')]).toEqual([422, 'choice.not-scored'])
    expect((await send('POST', `${path('mastodon')}/decision`, { ...decision, reason: ' ' })).status).toBe(422)
    const decided = await send('POST', `${path('mastodon')}/decision`, decision)
    expect(decided.body).toMatchObject({
      decision: 'test',
      reason: 'The young are there',
      reviewOn: '2027-03-01',
      decidedBy: { name: 'Ada Admin' },
      decidedOn: { score: 64.2, place: 2, of: 3 },
    })
    await send('PATCH', path('mastodon'), { points: { ...POINTS, audience: 0 } })
    const later = await get(path('mastodon'))
    expect([later.at('decidedOn.score'), later.at('score')]).toEqual([64.2, 48.4])
  })
})

describe('a channel plan', () => {
  it('belongs to platforms that are used or tested, and names their own channels', async () => {
    const target = { postsPerWeek: 3, startsOn: '2026-11-16' }
    const none = await send('PUT', `${path('newsroom')}/targets`, { items: [target] })
    expect([none.status, none.at('code')]).toEqual([409, 'choice.no-plan'])
    await made(world.admin, `${path('newsroom')}/decision`, { decision: 'use', reason: 'It is ours' })
    for (const [field, value] of [
      ['ownerId', crypto.randomUUID()],
      ['channelId', crypto.randomUUID()],
      ['endsOn', '2026-11-15'],
    ]) {
      const answer = await send('PUT', `${path('newsroom')}/targets`, { items: [{ ...target, [field ?? '']: value }] })
      expect([answer.status, answer.at('fields.0.path')]).toEqual([422, `items.0.${field}`])
    }
    const foreign = await send('PUT', `${path('mastodon')}/targets`, { items: [{ ...target, channelId }] })
    expect(foreign.at('fields.0.path')).toBe('items.0.channelId')
  })

  it('is checked against what is planned and published, by ISO week where the organisation is', async () => {
    const items = [
      { postsPerWeek: 2, startsOn: '2026-11-16', ownerId: writer.id, channelId },
      { postsPerWeek: 1, startsOn: '2026-11-23', endsOn: '2026-11-29' },
    ]
    await made(world.admin, `${path('newsroom')}/targets`, { items }, 'PUT')
    const post = (caller: typeof world.admin, plannedAt: string) =>
      made(caller, 'posts', { channelId, text: 'A', title: 'A', plannedAt, timeZone: 'Europe/Istanbul' })
    await post(writer, '2026-11-20T09:00')
    // Monday in Istanbul, still Sunday in UTC.
    await post(writer, '2026-11-23T00:30')
    await post(world.admin, '2026-11-29T23:30')
    const cancelled = await post(world.admin, '2026-11-24T09:00')
    await made(world.admin, `posts/${cancelled.id}`, undefined, 'DELETE')
    const rhythm = await get('channel-rhythm?from=2026-11-19&weeks=3')
    const newsroom = (rhythm.at('platforms') as { platform: string }[]).find(({ platform }) => platform === 'newsroom')
    expect(newsroom).toMatchObject({
      channels: 1,
      weeks: [
        { week: '2026-W47', when: 'now', target: 2, planned: 1, published: 0 },
        { week: '2026-W48', when: 'to-come', target: 3, planned: 2, published: 0 },
        { week: '2026-W49', target: 2, planned: 0, published: 0 },
      ],
      people: [
        {
          person: { name: 'Burcu Tezel' },
          weeks: [
            { target: 2, planned: 1 },
            { target: 2, planned: 1 },
            { target: 2, planned: 0 },
          ],
        },
      ],
    })
    const other = await get(`channel-rhythm?channelId=${crypto.randomUUID()}`)
    expect(other.at('platforms')).toEqual([])
  })

  it('ends today when the platform is left, and what had not begun is forgotten', async () => {
    time = new Date('2026-11-20T10:00:00Z')
    const left = await send('POST', `${path('newsroom')}/decision`, { decision: 'leave', reason: 'Nobody reads it' })
    expect(left.at('targets')).toEqual([expect.objectContaining({ startsOn: '2026-11-16', endsOn: '2026-11-20' })])
  })
})
