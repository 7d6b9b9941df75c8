import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addColleague, made, type Colleague } from '../colleague.ts'
import { createWorld, type World } from '../world.ts'

interface Side {
  readonly channel: string
  readonly campaign: string
  readonly post: string
  readonly approval: string
}

let world: World
let guest: Colleague
let author: Colleague
let given: Side
let other: Side
/** On the given channel, but for a campaign that was not given. */
let mixed: Pick<Side, 'post' | 'approval'>

const READER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const now = new Date('2026-11-22T09:00:00Z')
const admin = (path: string, body: unknown, method = 'POST') => made(world.admin, path, body, method)
const ask = (method: string, path: string, body?: unknown) => guest.call(method, `/api/v1/${path}`, body)
const ids = async (path: string) => ((await ask('GET', path)).at('items') as { id: string }[]).map(({ id }) => id)

async function planned(channelId: string, campaignId: string, text: string): Promise<Pick<Side, 'post' | 'approval'>> {
  const plannedAt = '2026-11-24T10:00'
  const { id } = await made(author, 'posts', {
    channelId,
    campaignId,
    text: `${text}: https://kavrela.example/${text}`,
    plannedAt,
    timeZone: 'UTC',
  })
  const requests = await world.admin.call('GET', `/api/v1/posts/${id}/approvals`)
  return { post: id, approval: String(requests.at('items.0.id')) }
}

async function side(name: string): Promise<Side> {
  const channel = (await admin('channels', { platform: 'newsroom', name, settings: {} })).id
  const campaign = (await admin('campaigns', { title: name, startsOn: '2026-11-01', endsOn: '2026-12-31' })).id
  return { channel, campaign, ...(await planned(channel, campaign, name)) }
}

beforeAll(async () => {
  world = await createWorld({ clock: { now: () => now, newId: () => v7() } })
  guest = await addColleague(world, 'Nora Lindqvist', 'manager')
  author = await addColleague(world, 'Farid Moss', 'strategist')
  await admin('workflows', {
    title: 'Agency, then us',
    conditions: [],
    stages: [
      {
        name: 'Review',
        approvers: [
          { kind: 'person', personId: guest.id },
          { kind: 'role', role: 'administrator' },
        ],
      },
    ],
  })
  given = await side('Winter')
  other = await side('Secret')
  mixed = await planned(given.channel, other.campaign, 'Secret')
  const agency = await admin('agencies', {
    name: 'Lumen Row',
    ownerId: author.id,
    endsOn: '2026-12-31',
    activities: ['create', 'adapt', 'approve', 'measure'],
    channelIds: [given.channel],
    campaignIds: [given.campaign],
  })
  await admin('positions', { unitId: agency.id, title: 'Producer', personId: guest.id })
})
afterAll(() => world.close())

describe('A guest from an agency that reviews', () => {
  it('sees the requests about what was given, and no others', async () => {
    expect(await ids('approvals')).toEqual([given.approval])
    expect((await ask('GET', `approvals/${given.approval}`)).status).toBe(200)
    expect(await ids(`posts/${given.post}/approvals`)).toEqual([given.approval])
    for (const { approval, post } of [other, mixed]) {
      expect((await ask('GET', `approvals/${approval}`)).status).toBe(404)
      expect(await ids(`posts/${post}/approvals`)).toEqual([])
    }
  })

  it('says and decides nothing about the others, though a workflow names them', async () => {
    for (const { approval } of [other, mixed])
      for (const [method, path, body] of [
        ['POST', `approvals/${approval}/decisions`, { decision: 'approve' }],
        ['POST', `approvals/${approval}/comments`, { text: 'Nice' }],
        ['POST', `approvals/${approval}/links`, { name: 'Client' }],
      ] as const)
        expect([path, (await ask(method, path, body)).status]).toEqual([path, 404])
    const many = await ask('POST', 'approval-decisions', { decision: 'approve', items: [{ id: other.approval }] })
    expect(many.at('items.0.code')).toBe('record.not-found')
    const commented = await made(author, `approvals/${other.approval}/comments`, { text: 'Ours' })
    const comment = String(commented.at('comments.0.id'))
    expect((await ask('POST', `approval-comments/${comment}/resolution`, {})).status).toBe(404)
    expect((await ask('POST', `approval-comments/${comment}/acceptance`, {})).status).toBe(404)
  })

  it('decides what was given', async () => {
    const decided = await ask('POST', `approvals/${given.approval}/decisions`, { decision: 'approve' })
    expect([decided.status, decided.at('state')]).toEqual([200, 'approved'])
  })

  it('checks and routes a draft only where it was given', async () => {
    const draft = (channelId: string, campaignId: string) => ({
      channelIds: [channelId],
      campaignId,
      parts: [{ text: 'Words', pictures: [], media: [] }],
      title: null,
      language: null,
      plannedOn: null,
    })
    for (const path of ['checks', 'approval-routes']) {
      const own = await ask('POST', path, draft(given.channel, given.campaign))
      expect([path, own.status], JSON.stringify(own.body)).toEqual([path, 200])
      for (const [channel, campaign] of [
        [other.channel, given.campaign],
        [given.channel, other.campaign],
      ] as const) {
        const answer = await ask('POST', path, draft(channel, campaign))
        expect([path, answer.status, answer.at('code')]).toEqual([path, 422, 'reference.unknown'])
      }
    }
    const forAuthor = { ...draft(given.channel, given.campaign), authorId: author.id }
    expect((await ask('POST', 'approval-routes', forAuthor)).at('code')).toBe('right.agency-limit')
  })

  it('hears of stops that hold what was given, and of no others', async () => {
    const stops: string[] = []
    for (const scope of [
      { kind: 'channel', id: other.channel },
      { kind: 'campaign', id: given.campaign },
      { kind: 'organisation', id: null },
    ])
      stops.push((await admin('stops', { scope, reason: 'Trial' })).id)
    expect((await ids('stops/running')).toSorted()).toEqual(stops.slice(1).toSorted())
    expect((await ask('GET', 'stops')).at('code')).toBe('right.agency-limit')
    expect((await ask('GET', `stops/${stops[2]}`)).at('code')).toBe('right.agency-limit')
    expect((await ask('POST', 'stops', { scope: { kind: 'channel', id: given.channel }, reason: 'Mine' })).status).toBe(
      403,
    )
  })

  it('is refused what is about everybody: workflows, stakeholders, waivers, events, goals and sums', async () => {
    for (const path of [
      'workflows',
      'stakeholders',
      'waivers',
      'events',
      'goal-progress',
      'measures',
      'home/executive',
      'home/manager',
      `trace/post/${given.post}`,
    ]) {
      const answer = await ask('GET', path)
      expect([path, answer.status, answer.at('code')]).toEqual([path, 403, 'right.agency-limit'])
    }
  })
})

describe('A guest from an agency that measures', () => {
  it('sees links, figures and the day of what was given', async () => {
    const links = (await ask('GET', 'links')).at('items') as { postId: string }[]
    expect(links.map(({ postId }) => postId)).toEqual([given.post])
    expect((await ask('GET', `posts/${other.post}/metrics`)).status).toBe(404)
    expect((await ask('GET', `posts/${given.post}/metrics`)).status).not.toBe(403)
    const home = await ask('GET', 'home/officer')
    expect(home.status).toBe(200)
    expect(JSON.stringify(home.body)).not.toContain('Secret')
  })

  it('records and sees conversions that its posts brought', async () => {
    const url = async (post: string) =>
      String((await world.admin.call('GET', `/api/v1/links?postId=${post}`)).at('items.0.url'))
    const [own, foreign] = [await url(given.post), await url(other.post)]
    for (const link of [own, foreign])
      expect((await world.request(new URL(link).pathname, { headers: { 'user-agent': READER } })).status).toBe(302)
    const sale = (link?: string) => ({
      name: 'Sale',
      value: '5.00',
      currency: 'EUR',
      ...(link === undefined ? {} : { link }),
    })
    expect((await ask('POST', 'conversions', sale(own))).status).toBe(201)
    expect((await ask('POST', 'conversions', sale(foreign))).status).toBe(404)
    expect((await ask('POST', 'conversions', sale())).at('code')).toBe('right.agency-limit')
    await admin('conversions', sale(foreign))
    await admin('conversions', sale())
    const seen = (await ask('GET', 'conversions')).at('items') as { credited: { postId: string } | null }[]
    expect(seen.map(({ credited }) => credited?.postId)).toEqual([given.post])
  })
})
