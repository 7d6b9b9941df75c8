import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { cloneDatabase, type TestDatabase } from '../database.ts'
import { startFleet, type Fleet } from '../fleet/fleet.ts'
import { startSink } from '../fleet/sink.ts'
import type { Started } from '../fleet/start-process.ts'
import { startBluesky, type BlueskyAccount, type BlueskyServer } from '../servers/bluesky.ts'
import type { Behaviour } from '../servers/mastodon-options.ts'
import { startMastodon } from '../servers/mastodon.ts'
import { createWorld, until, type World } from '../world.ts'
import { startKillingProxy, type KillingProxy } from './killing-proxy.ts'

const Records = z.object({
  records: z.array(
    z.object({
      uri: z.string(),
      value: z.object({ text: z.string(), reply: z.object({ parent: z.object({ uri: z.string() }) }).optional() }),
    }),
  ),
})
const soon = (milliseconds = 200) => new Date(Date.now() + milliseconds).toISOString()

describe('with several processes on one database', { timeout: 120_000 }, () => {
  let database: TestDatabase
  let fleet: Fleet
  let bluesky: BlueskyServer
  let member: BlueskyAccount
  let proxy: KillingProxy
  let channelId: unknown

  beforeAll(async () => {
    database = await cloneDatabase()
    ;[fleet, bluesky] = await Promise.all([
      startFleet({ connection: database.connection, leaseSeconds: 3 }),
      startBluesky(),
    ])
    proxy = await startKillingProxy(bluesky.url)
    member = await bluesky.createAccount(`m${Date.now().toString(36)}.test`)
    channelId = (
      await make('channels', {
        platform: 'bluesky',
        name: 'Bluesky',
        settings: { service: proxy.url, identifier: member.handle, appPassword: member.appPassword },
      })
    )['id']
  }, 120_000)
  afterAll(async () => {
    await fleet.close()
    await proxy.close()
    await bluesky.close()
    await database.drop()
  })

  async function make(path: string, body: unknown): Promise<Record<string, unknown>> {
    const answer = await fleet.call('POST', path, body)
    if (answer.status !== 201) throw new Error(`${path}: ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  const deliveryOf = async (id: unknown) =>
    (await fleet.call('GET', `posts/${String(id)}`)).body['delivery'] as {
      state: string
      url: string | null
      attempts: { kind: string; outcome: string | null }[]
    }
  async function stop(worker: Started): Promise<void> {
    worker.child.kill('SIGTERM')
    await worker.gone
  }
  async function records(text: string) {
    const query = new URLSearchParams({ repo: member.did, collection: 'app.bsky.feed.post', limit: '100' })
    const { records: all } = Records.parse(
      await (await fetch(`${bluesky.url}/xrpc/com.atproto.repo.listRecords?${query}`)).json(),
    )
    return all.filter(({ value }) => value.text.startsWith(text))
  }

  it('sends each of a thousand posts that are due at once exactly once, by two workers', async () => {
    const sink = await startSink()
    const workers: Started[] = []
    try {
      const channel = await make('channels', {
        platform: 'mastodon',
        name: 'Sink',
        settings: { server: sink.url, accessToken: sink.token },
      })
      const texts = Array.from({ length: 1000 }, (_, number) => `Due at once, number ${number}`)
      const waiting = [...texts]
      const plannedAt = soon()
      const planSome = async () => {
        for (let text = waiting.pop(); text !== undefined; text = waiting.pop())
          await make('posts', { channelId: channel['id'], text, plannedAt, timeZone: 'UTC' })
      }
      await Promise.all(Array.from({ length: 8 }, planSome))
      workers.push(...(await Promise.all([fleet.addWorker(), fleet.addWorker()])))
      await until(
        async () => (await fleet.call('GET', 'deliveries?limit=1')).body['counts'] as Record<string, number>,
        (counts) => counts['published'] === 1000,
        60,
      )
      const published = await sink.published()
      expect(texts.filter((text) => published.get(text)?.times !== 1)).toEqual([])
      expect(published.size).toBe(1000)
    } finally {
      await Promise.all(workers.map(stop))
      await sink.close()
    }
  })

  it.each([
    ['after Bluesky has taken the post and before its answer came back', true, 'Taken', 'found'],
    ['before the post reached Bluesky', false, 'Not taken', 'absent'],
  ])('publishes once when the worker is killed %s', async (_, arrives, text, seen) => {
    const worker = await fleet.addWorker()
    const killed = proxy.interrupt({ path: 'putRecord', arrives, act: () => void worker.child.kill('SIGKILL') })
    const post = await make('posts', { channelId, text, plannedAt: soon(), timeZone: 'UTC' })
    await Promise.all([killed, worker.gone])
    expect([(await records(text)).length, (await deliveryOf(post['id'])).state]).toEqual([arrives ? 1 : 0, 'sending'])
    const next = await fleet.addWorker()
    const delivery = await until(
      () => deliveryOf(post['id']),
      ({ state }) => state === 'published',
      30,
    )
    expect(delivery.attempts.slice(0, 2).map(({ kind, outcome }) => [kind, outcome])).toEqual([
      ['send', 'unknown'],
      ['look-up', seen],
    ])
    const out = await records(text)
    expect(out).toHaveLength(1)
    expect(delivery.url).toContain(out[0]?.uri.split('/').at(-1))
    await stop(next)
  })

  it('continues a thread where it broke off, when the worker is killed in its middle', async () => {
    const worker = await fleet.addWorker()
    const killed = proxy.interrupt({
      path: 'putRecord',
      after: 1,
      arrives: true,
      act: () => void worker.child.kill('SIGKILL'),
    })
    const post = await make('posts', {
      channelId,
      text: 'Thread 1',
      thread: [{ text: 'Thread 2' }, { text: 'Thread 3' }],
      plannedAt: soon(),
      timeZone: 'UTC',
    })
    await Promise.all([killed, worker.gone])
    const before = proxy.passed('putRecord')
    const next = await fleet.addWorker()
    await until(
      () => deliveryOf(post['id']),
      ({ state }) => state === 'published',
      30,
    )
    const out = (await records('Thread')).toSorted((one, other) => one.value.text.localeCompare(other.value.text))
    expect(out.map(({ value }) => value.text)).toEqual(['Thread 1', 'Thread 2', 'Thread 3'])
    expect(out.map(({ value }) => value.reply?.parent.uri)).toEqual([undefined, out[0]?.uri, out[1]?.uri])
    expect(proxy.passed('putRecord') - before).toBe(1)
    await stop(next)
  })
})

describe('with a Mastodon server that', { timeout: 60_000 }, () => {
  let world: World
  beforeAll(async () => {
    world = await createWorld({ background: true, config: { delivery: { leaseSeconds: 3, concurrency: 8 } } })
  })
  afterAll(() => world.close())

  const ENDED = ['published', 'needs-person', 'failed', 'held']
  const show = (id: string) => world.admin.call('GET', `/api/v1/posts/${id}`)

  /** Publishes through a server of its own and waits for the end. */
  async function deliver(
    options: Parameters<typeof startMastodon>[0],
    fault: Behaviour | null,
    more: Readonly<Record<string, unknown>> = {},
  ) {
    const server = await startMastodon(options)
    try {
      const connected = await world.admin.call('POST', '/api/v1/channels', {
        platform: 'mastodon',
        name: 'M',
        settings: { server: server.url, accessToken: server.account().token },
      })
      if (fault !== null) server.behave(fault, 1)
      const { id } = await world.admin.call('POST', '/api/v1/posts', {
        channelId: connected.id,
        text: 'One',
        plannedAt: soon(),
        timeZone: 'UTC',
        ...more,
      })
      const ended = await until(
        () => show(id),
        (answer) => ENDED.includes(String(answer.at('delivery.state'))),
        45,
      )
      return {
        state: ended.at('delivery.state'),
        texts: server.statuses().map((status) => status.text),
        parents: server.statuses().map((status) => status.inReplyToId),
        ids: server.statuses().map((status) => status.id),
        attempts: ended.at('delivery.attempts') as { kind: string }[],
      }
    } finally {
      await server.close()
    }
  }

  it.concurrent.each<[string, Behaviour]>([
    ['loses its answers', 'drops-answer'],
    ['loses requests', 'drops-request'],
    ['takes the post late', 'accepts-late'],
    ['fails after it took the post', 'fails-after'],
    ['fails before it took the post', 'fails-before'],
  ])('%s, the post is out once: not twice, and not never', async (_, fault) => {
    const ended = await Promise.all([
      deliver({ behaviour: 'ignores-key' }, fault),
      deliver({ behaviour: 'honours-key', honoursKeys: true }, fault),
    ])
    for (const one of ended) expect(one).toMatchObject({ state: 'published', texts: ['One'] })
  })

  it.concurrent('loses a direct post, which its list need not show, the post waits for a person instead of going out again', async () => {
    const { state, attempts } = await deliver({ behaviour: 'ignores-key' }, 'drops-request', {
      visibility: 'direct',
      text: '@brand2 One',
    })
    expect([state, attempts.filter(({ kind }) => kind === 'send').length]).toEqual(['needs-person', 1])
  })

  it.concurrent('loses the answer to the second part of three, the thread goes on after it', async () => {
    const { state, texts, parents, ids } = await deliver({ behaviour: 'ignores-key', dropAnswerShare: 0.5 }, null, {
      text: 'Part 1',
      thread: [{ text: 'Part 2' }, { text: 'Part 3' }],
    })
    expect([state, texts, parents]).toEqual(['published', ['Part 1', 'Part 2', 'Part 3'], [null, ids[0], ids[1]]])
  })
})
