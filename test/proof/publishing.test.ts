import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillWorld } from '../fill-world.ts'
import { handClock } from '../servers/mastodon-world.ts'
import { startMastodon, type Mastodon } from '../servers/mastodon.ts'
import { createWorld, until, type Answer, type World } from '../world.ts'

const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0'
let world: World
let mastodon: Mastodon
let newsroom = ''
let number = 0

beforeAll(async () => {
  mastodon = await startMastodon({ behaviour: 'ignores-key', latencyMs: 40 })
  world = await createWorld({ background: true, config: { delivery: { leaseSeconds: 3, concurrency: 8 } } })
  newsroom = (await make('channels', { platform: 'newsroom', name: 'Newsroom', settings: {} })).id
})
afterAll(async () => {
  await world.close()
  await mastodon.close()
})

async function make(path: string, body: unknown): Promise<Answer> {
  const answer = await world.admin.call('POST', `/api/v1/${path}`, body)
  expect(answer).toMatchObject({ status: 201 })
  return answer
}
const soon = (milliseconds = 150) => new Date(Date.now() + milliseconds).toISOString()
const plan = async (channelId: string, more: Readonly<Record<string, unknown>> = {}) =>
  (
    await make('posts', {
      channelId,
      text: `Story ${(number += 1)}`,
      plannedAt: soon(),
      timeZone: 'Europe/Istanbul',
      trackLinks: false,
      ...more,
    })
  ).id
const show = (id: string) => world.admin.call('GET', `/api/v1/posts/${id}`)
const change = (id: string, body: unknown) => world.admin.call('PATCH', `/api/v1/posts/${id}`, body)
const reaches = (id: string, ...states: string[]) =>
  until(
    () => show(id),
    (answer) => states.includes(String(answer.at('delivery.state'))),
  )
const refusal = (answer: Answer) => [answer.status, answer.at('code')]
async function connectMastodon(name: string) {
  const { token, id: accountId } = mastodon.account(name)
  const channel = await make('channels', {
    platform: 'mastodon',
    name,
    settings: { server: mastodon.url, accessToken: token },
  })
  return { id: channel.id, token, accountId }
}

describe('a script', () => {
  it('goes from objective to post by the names of the API, and reads how the delivery went', async () => {
    const objective = await make('objectives', {
      title: 'Grow',
      perspective: 'financial',
      startsOn: '2026-01-01',
      endsOn: '2027-12-31',
    })
    const goal = await make('goals', {
      title: 'Orders',
      objectiveIds: [objective.id],
      kpi: 'conversions',
      target: 9000,
      dueOn: '2027-06-30',
    })
    const campaign = await make('campaigns', {
      title: 'Harvest',
      goalIds: [goal.id],
      startsOn: '2026-11-01',
      endsOn: '2027-03-31',
    })
    const piece = await make('pieces', {
      title: 'From tree to cup',
      body: '# From tree to cup',
      campaignId: campaign.id,
    })
    const planned = await make('posts', {
      channelId: newsroom,
      pieceId: piece.id,
      text: 'From tree to cup',
      plannedAt: soon(400),
      timeZone: 'Europe/Istanbul',
    })
    expect(planned.at('delivery')).toMatchObject({ state: 'planned', publishedAt: null, url: null, attempts: [] })
    expect(planned.at('campaign.id')).toBe(campaign.id)
    const done = await reaches(planned.id, 'published')
    expect(done.at('delivery')).toMatchObject({
      state: 'published',
      dueAt: expect.stringMatching(/Z$/),
      publishedAt: expect.stringMatching(/Z$/),
      url: expect.stringMatching(/^http:\/\/localhost:4000\/newsroom\/kavrela-coffee\//),
      attempts: [
        { number: 1, kind: 'send', outcome: 'published', startedAt: expect.any(String), endedAt: expect.any(String) },
      ],
    })
    expect(Date.parse(String(done.at('delivery.publishedAt')))).toBeGreaterThanOrEqual(
      Date.parse(String(done.at('delivery.dueAt'))),
    )
    const trace = await world.admin.call('GET', `/api/v1/trace/objective/${objective.id}`)
    expect((trace.at('stations') as { type: string; total: number }[]).map(({ type, total }) => [type, total])).toEqual(
      [
        ['objective', 1],
        ['goal', 1],
        ['campaign', 1],
        ['piece', 1],
        ['post', 1],
        ['result', 0],
      ],
    )
  })

  it('shows a plan by its wall clock and its zone, and sends it at the instant', async () => {
    const id = await plan(newsroom, { plannedAt: '2027-03-28T03:30', timeZone: 'Europe/Berlin' })
    const shown = await show(id)
    expect([shown.at('plannedAt'), shown.at('timeZone'), shown.at('delivery.dueAt')]).toEqual([
      '2027-03-28T03:30',
      'Europe/Berlin',
      '2027-03-28T01:30:00.000Z',
    ])
  })
})

describe('a story in the newsroom', () => {
  const read = (path: string, headers: Readonly<Record<string, string>> = {}) =>
    world.request(path, { headers, redirect: 'manual' })
  const linkIn = (answer: Answer) =>
    /http:\/\/localhost:4000(\/l\/\w+)/.exec(String(answer.at('delivery.sends.0.text')))?.[1] ?? ''

  it('appears, is in the feeds, counts who follows its link, credits what they buy, and says afterwards that it was there', async () => {
    const id = await plan(newsroom, {
      title: 'Harvest in Sipi',
      text: 'We are picking: https://kavrela.example/harvest',
      trackLinks: true,
    })
    const published = await reaches(id, 'published')
    const page = new URL(String(published.at('delivery.url'))).pathname
    const html = await read(page)
    expect([html.status, await html.text()]).toEqual([200, expect.stringContaining('Harvest in Sipi')])
    for (const feed of ['feed.xml', 'feed.json', 'sitemap.xml'])
      expect([feed, await (await read(`/newsroom/kavrela-coffee/${feed}`)).text()]).toEqual([
        feed,
        expect.stringContaining(page),
      ])
    const link = linkIn(published)
    const [visit, robot] = [
      await read(link, { 'user-agent': BROWSER }),
      await read(link, { 'user-agent': 'Googlebot/2.1' }),
    ]
    const target = new URL(visit.headers.get('location') ?? '')
    expect([visit.status, robot.status, target.origin + target.pathname]).toEqual([
      302,
      302,
      'https://kavrela.example/harvest',
    ])
    const bought = await make('conversions', {
      name: 'order',
      value: '12.50',
      currency: 'EUR',
      clickId: target.searchParams.get('tutti_click'),
    })
    expect(bought.at('credited.postId')).toBe(id)
    const trace = await world.admin.call('GET', `/api/v1/trace/post/${id}`)
    expect(trace.at('result')).toMatchObject({
      clicks: 1,
      conversions: 1,
      value: [{ amount: '12.5', currency: 'EUR' }],
    })

    expect((await world.admin.call('POST', `/api/v1/posts/${id}/removal`)).at('delivery.state')).toBe('removed')
    expect((await read(page)).status).toBe(410)
    for (const feed of ['feed.xml', 'feed.json', 'sitemap.xml'])
      expect(await (await read(`/newsroom/kavrela-coffee/${feed}`)).text()).not.toContain(page)
    expect(refusal(await world.admin.call('POST', `/api/v1/posts/${id}/removal`))).toEqual([
      409,
      'delivery.wrong-state',
    ])
  })

  it("credits a conversion to the last click of the same visitor, not to the first one and not to somebody else's", async () => {
    const posts: string[] = []
    const clicks: string[] = []
    const visitors = ['127.0.0.1', '127.0.0.1', '203.0.113.9']
    for (const [place, address] of visitors.entries()) {
      const id = await plan(newsroom, { text: `Click ${place}: https://kavrela.example/${place}`, trackLinks: true })
      const link = linkIn(await reaches(id, 'published'))
      const response = await world.app.fetch(
        new Request(`http://localhost:4000${link}`, { headers: { 'user-agent': BROWSER } }),
        { incoming: { socket: { remoteAddress: address } } },
      )
      posts.push(id)
      clicks.push(new URL(response.headers.get('location') ?? '').searchParams.get('tutti_click') ?? '')
    }
    const credited = await make('conversions', { value: '5', currency: 'EUR', clickId: clicks[0] })
    expect(credited.at('credited')).toMatchObject({ postId: posts[1], clickId: clicks[1] })
    expect(
      refusal(
        await world.admin.call('POST', '/api/v1/conversions', {
          value: '5',
          currency: 'EUR',
          clickId: clicks[0],
          occurredAt: new Date(Date.now() + 3_600_000).toISOString(),
        }),
      ),
    ).toEqual([422, 'time.too-far'])
    const once = { value: '5', currency: 'EUR', clickId: clicks[0], reference: 'order 1' }
    expect([
      (await make('conversions', once)).status,
      ...refusal(await world.admin.call('POST', '/api/v1/conversions', once)),
    ]).toEqual([201, 409, 'record.exists'])
  })
})

describe('a plan', () => {
  it('is cancelled, stays unsent past its time, and is restored only while its time is to come', async () => {
    const [short, long] = [
      await plan(newsroom, { plannedAt: soon(700) }),
      await plan(newsroom, { plannedAt: soon(3_600_000) }),
    ]
    for (const id of [short, long])
      expect((await world.admin.call('DELETE', `/api/v1/posts/${id}`)).at('delivery.state')).toBe('cancelled')
    expect((await world.admin.call('POST', `/api/v1/posts/${long}/restoration`)).at('delivery.state')).toBe('planned')
    expect(refusal(await world.admin.call('POST', `/api/v1/posts/${long}/restoration`))).toEqual([
      409,
      'delivery.wrong-state',
    ])
    // Another one due later has gone out by then: the cancelled one had its chance.
    await reaches(await plan(newsroom, { plannedAt: soon(900) }), 'published')
    expect((await show(short)).at('delivery')).toMatchObject({ state: 'cancelled', attempts: [] })
  })

  it('is moved, earlier too, and goes out at its new time alone', async () => {
    const id = await plan(newsroom, { plannedAt: soon(3_600_000) })
    const due = soon(200)
    expect((await change(id, { plannedAt: due })).at('delivery.dueAt')).toBe(due)
    expect((await reaches(id, 'published')).at('delivery.attempts')).toHaveLength(1)
    expect(refusal(await change(id, { plannedAt: soon(3_600_000) }))).toEqual([409, 'delivery.wrong-state'])
    expect(refusal(await world.admin.call('DELETE', `/api/v1/posts/${id}`))).toEqual([409, 'delivery.wrong-state'])
  })

  it('may be for the same instant as another on the same channel', async () => {
    const plannedAt = soon(300)
    const both = await Promise.all([plan(newsroom, { plannedAt }), plan(newsroom, { plannedAt })])
    const urls = await Promise.all(both.map(async (id) => (await reaches(id, 'published')).at('delivery.url')))
    expect(new Set(urls).size).toBe(2)
  })
})

describe('while a post is being sent', () => {
  it('it can be neither changed nor moved nor cancelled nor sent again', async () => {
    const slow = await startMastodon({ behaviour: 'honours-key', latencyMs: 800 })
    try {
      const channel = await make('channels', {
        platform: 'mastodon',
        name: 'Slow',
        settings: { server: slow.url, accessToken: slow.account().token },
      })
      const id = await plan(channel.id)
      await reaches(id, 'sending')
      const [changed, cancelled, again, removed] = await Promise.all([
        change(id, { plannedAt: soon(3_600_000) }),
        world.admin.call('DELETE', `/api/v1/posts/${id}`),
        world.admin.call('POST', `/api/v1/posts/${id}/deliveries/retry`),
        world.admin.call('POST', `/api/v1/posts/${id}/removal`),
      ])
      expect([changed, cancelled, again, removed].map(refusal)).toEqual([
        [409, 'delivery.wrong-state'],
        [409, 'delivery.in-flight'],
        [409, 'delivery.wrong-state'],
        [409, 'delivery.wrong-state'],
      ])
      await reaches(id, 'published')
      expect(slow.statuses()).toHaveLength(1)
    } finally {
      await slow.close()
    }
  })
})

describe('a channel', () => {
  it('that is paused holds what comes due, and nothing bursts out when it goes on', async () => {
    const channel = await connectMastodon('paused')
    expect((await world.admin.call('PATCH', `/api/v1/channels/${channel.id}`, { paused: true })).at('state')).toBe(
      'paused',
    )
    const id = await plan(channel.id)
    expect((await reaches(id, 'held')).at('delivery')).toMatchObject({ reason: 'channel-paused', attempts: [] })
    expect((await world.admin.call('PATCH', `/api/v1/channels/${channel.id}`, { paused: false })).at('state')).toBe(
      'connected',
    )
    await reaches(await plan(channel.id), 'published')
    expect((await show(id)).at('delivery.state')).toBe('held')
    await change(id, { plannedAt: soon() })
    await reaches(id, 'published')
    expect(mastodon.statuses().filter((status) => status.accountId === channel.accountId)).toHaveLength(2)
  })

  it('that lost its account is marked, holds what comes, and works again with a new token of the same account', async () => {
    const channel = await connectMastodon('revoked')
    mastodon.revoke(channel.token)
    const id = await plan(channel.id)
    expect((await reaches(id, 'held')).at('delivery.reason')).toBe('wrong-credentials')
    const shown = await world.admin.call('GET', `/api/v1/channels/${channel.id}`)
    expect([shown.at('state'), shown.at('health.problem')]).toEqual(['needs-reconnecting', 'wrong-credentials'])
    const next = await plan(channel.id)
    expect((await reaches(next, 'held')).at('delivery')).toMatchObject({
      reason: 'channel-needs-reconnecting',
      attempts: [],
    })
    const reconnect = (name: string) =>
      world.admin.call('PATCH', `/api/v1/channels/${channel.id}`, {
        settings: { server: mastodon.url, accessToken: mastodon.account(name).token },
      })
    expect(refusal(await reconnect('somebody-else'))).toEqual([422, 'channel.refused'])
    expect((await reconnect('revoked')).at('state')).toBe('connected')
    await change(id, { plannedAt: soon() })
    await reaches(id, 'published')
  })

  it('shows none of its secrets, and keeps them sealed', async () => {
    const channel = await connectMastodon('sealed')
    const shown = [
      await world.admin.call('GET', `/api/v1/channels/${channel.id}`),
      await world.admin.call('GET', '/api/v1/channels?limit=200'),
      await world.admin.call('GET', '/api/v1/events?limit=200'),
    ]
    for (const answer of shown) expect(JSON.stringify(answer.body)).not.toContain(channel.token)
    const rows = await world.kernel.database.inOrganisation(world.organisationId, (db) =>
      db.selectFrom('publishing_channels').selectAll().where('id', '=', channel.id).execute(),
    )
    expect(JSON.stringify(rows)).not.toContain(channel.token)
  })

  it('that is disconnected loses its secrets, and what was planned on it is cancelled', async () => {
    const channel = await connectMastodon('left')
    const id = await plan(channel.id, { plannedAt: soon(3_600_000) })
    expect((await world.admin.call('DELETE', `/api/v1/channels/${channel.id}`)).status).toBe(200)
    expect((await show(id)).at('delivery')).toMatchObject({ state: 'cancelled', reason: 'channel-disconnected' })
    const row = await world.kernel.database.inOrganisation(world.organisationId, (db) =>
      db.selectFrom('publishing_channels').select('credentials').where('id', '=', channel.id).executeTakeFirstOrThrow(),
    )
    expect(row.credentials).toBeNull()
    expect(
      refusal(
        await world.admin.call('POST', '/api/v1/posts', {
          channelId: channel.id,
          text: 'A',
          plannedAt: soon(),
          timeZone: 'UTC',
        }),
      ),
    ).toEqual([409, 'channel.needs-reconnecting'])
  })
})

describe('a delivery of which nobody can know', () => {
  /** Its answer is lost, and meanwhile somebody posts the same words by hand: two posts that may be ours. */
  async function undecided(name: string) {
    const channel = await connectMastodon(name)
    const text = `Twice alike ${name}`
    mastodon.behave('drops-answer', 1)
    const id = await plan(channel.id, { text })
    await reaches(id, 'unknown')
    const byHand = await fetch(`${mastodon.url}/api/v1/statuses`, {
      method: 'POST',
      headers: { authorization: `Bearer ${channel.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ status: text }),
    })
    expect(byHand.status).toBe(200)
    const waiting = await until(
      () => show(id),
      (answer) => answer.at('delivery.state') === 'needs-person',
      20,
    )
    return {
      channel,
      text,
      id,
      deliveryId: String(waiting.at('delivery.id')),
      candidates: waiting.at('delivery.candidates') as { url: string; text: string }[],
    }
  }
  const settle = (deliveryId: string, body: unknown) =>
    world.admin.call('POST', `/api/v1/deliveries/${deliveryId}/settlement`, body)
  const retry = (id: string) => world.admin.call('POST', `/api/v1/posts/${id}/deliveries/retry`)

  it('waits for a person with what may be it, counts the first word of two, and is not sent again', async () => {
    const { text, id, deliveryId, candidates } = await undecided('found')
    expect(candidates).toHaveLength(2)
    expect(candidates.every((candidate) => candidate.text === text)).toBe(true)
    expect(refusal(await retry(id))).toEqual([409, 'delivery.wrong-state'])
    const both = await Promise.all([
      settle(deliveryId, { outcome: 'published', url: candidates[0]?.url }),
      settle(deliveryId, { outcome: 'not-published' }),
    ])
    expect(both.map((answer) => answer.status).toSorted((one, other) => one - other)).toEqual([200, 409])
    expect(mastodon.statuses().filter((status) => status.text === text)).toHaveLength(2)
  })

  it('is sent again only after a person said that it is not out, and then once', async () => {
    const { text, id, deliveryId } = await undecided('absent')
    const settled = await settle(deliveryId, { outcome: 'not-published' })
    expect(settled.at('delivery')).toMatchObject({
      state: 'failed',
      reason: 'settled-not-published',
      settledBy: { name: 'Ada Admin' },
    })
    expect((await retry(id)).status).toBe(200)
    await reaches(id, 'published')
    expect(mastodon.statuses().filter((status) => status.text === text)).toHaveLength(3)
    expect([refusal(await retry(id)), refusal(await settle(deliveryId, { outcome: 'published' }))]).toEqual([
      [409, 'delivery.wrong-state'],
      [409, 'delivery.wrong-state'],
    ])
  })

  it('may be retried from no other state', async () => {
    const planned = await plan(newsroom, { plannedAt: soon(3_600_000) })
    expect(refusal(await retry(planned))).toEqual([409, 'delivery.wrong-state'])
    await world.admin.call('DELETE', `/api/v1/posts/${planned}`)
    expect(refusal(await retry(planned))).toEqual([409, 'delivery.wrong-state'])
  })
})

describe('a server that was off', () => {
  it('sends what is half an hour late, and holds what is more than an hour late for a person', async () => {
    const clock = handClock(new Date())
    await using asleep = await createWorld({ clock })
    const { channelId } = await fillWorld(asleep)
    const planAt = async (minutes: number) =>
      (
        await asleep.admin.call('POST', '/api/v1/posts', {
          channelId,
          text: `In ${minutes}`,
          plannedAt: new Date(clock.now().getTime() + minutes * 60_000).toISOString(),
          timeZone: 'UTC',
        })
      ).id
    const [stale, late] = [await planAt(1), await planAt(35)]
    clock.advance(65 * 60_000)
    await asleep.app.start()
    const state = (id: string) => asleep.admin.call('GET', `/api/v1/posts/${id}`)
    await until(
      () => state(late),
      (answer) => answer.at('delivery.state') === 'published',
    )
    expect((await state(stale)).at('delivery')).toMatchObject({ state: 'held', reason: 'too-late', attempts: [] })
    const moved = await asleep.admin.call('PATCH', `/api/v1/posts/${stale}`, { plannedAt: clock.now().toISOString() })
    expect(moved).toMatchObject({ status: 200 })
    await until(
      () => state(stale),
      (answer) => answer.at('delivery.state') === 'published',
    )
  })
})
