import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { guardedOutbound } from '#server/kernel/outbound/guarded.ts'
import { memoryProgress, messageOf } from '#server/platforms/conformance-world.ts'
import type { Message, Platform } from '#server/platforms/port.ts'
import { connectedAccount, deliver, handClock, jobFor, onePixel } from '#test/servers/mastodon-world.ts'
import { startMastodon, type Behaviour, type Mastodon, type MastodonOptions } from '#test/servers/mastodon.ts'
import { mastodonPlatform } from './index.ts'

const texts = [
  'Plain words',
  'A link https://www.example.org/a/long/path?with=a&query=too#part and a #hashtag',
  'Hello @friend@elsewhere.example, “quotes” & <brackets> — it’s fine',
  'Line one\nline two\n\nparagraph two 👩‍👩‍👧‍👦 İstanbul’da görüşürüz',
  '🎉🎉🎉',
]

const outbound = guardedOutbound({ allowPrivate: true })
const open: Mastodon[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()))
})
afterAll(() => outbound.close())

async function started(options: MastodonOptions) {
  const clock = handClock()
  const server = await startMastodon({ now: clock.now, lateMs: 20, ...options })
  open.push(server)
  const platform = mastodonPlatform({ outbound, clock, patience: { mediaPollMs: 1 } })
  const account = await connectedAccount(platform, server)
  return { server, platform, clock, account, job: (content: string | Message) => jobFor(account(), content, clock) }
}

function times(server: Mastodon, text: string): number {
  return server.statuses().filter((status) => status.text === text).length
}

describe.each(['honours-key', 'ignores-key', 'drops-answer', 'rate-limits'] as const)(
  'on a server that %s',
  (behaviour) => {
    it('has every text out exactly once, whatever is repeated', async () => {
      const { server, platform, clock, job } = await started({ behaviour })
      if (behaviour === 'rate-limits') server.behave('ignores-key')
      for (const text of texts) {
        if (behaviour === 'rate-limits') server.behave('rate-limits', 2)
        expect(await deliver(platform, job(text), clock)).toBe('published')
        clock.advance(60_000)
      }
      for (const text of texts) expect({ text, times: times(server, text) }).toEqual({ text, times: 1 })
      expect(server.statuses()).toHaveLength(texts.length)
    })

    it('has every part of a thread out exactly once, each after the one before', async () => {
      const { server, platform, clock, job } = await started({ behaviour })
      if (behaviour === 'rate-limits') {
        server.behave('ignores-key')
        server.behave('rate-limits', 1)
      }
      const parts = [part('Say it'), part('Say it'), part('Say it again')] as const
      expect(await deliver(platform, job(messageOf(parts)), clock)).toBe('published')
      const out = server.statuses()
      expect(out.map(({ text }) => text)).toEqual(['Say it', 'Say it', 'Say it again'])
      expect(out.map(({ inReplyToId }) => inReplyToId)).toEqual([null, out[0]?.id, out[1]?.id])
    })

    it('has a post with pictures out exactly once', async () => {
      const { server, platform, clock, job } = await started({ behaviour, mediaPolls: 1 })
      if (behaviour === 'rate-limits') {
        server.behave('ignores-key')
        server.behave('rate-limits', 1)
      }
      const message = messageOf([{ text: '', pictures: [onePixel('One'), onePixel('Two')] }])
      expect(await deliver(platform, job(message), clock)).toBe('published')
      const described = server.statuses().map(({ mediaIds }) => mediaIds.map((id) => server.media(id)?.description))
      expect(described).toEqual([['One', 'Two']])
    })
  },
)

describe('when it cannot be known at once what became of a post', () => {
  const faults: readonly Behaviour[] = ['drops-answer', 'drops-request', 'fails-after', 'fails-before', 'accepts-late']

  it.each(faults)('has the text out once when the server, which ignores keys, %s', async (fault) => {
    const { server, platform, clock, job } = await started({ behaviour: 'ignores-key' })
    for (const text of texts) {
      server.behave(fault, 1)
      const one = job(text)
      expect(await platform.publisher.publish(one)).toMatchObject({ kind: 'unknown' })
      if (fault === 'accepts-late') await expect.poll(() => times(server, text)).toBe(1)
      clock.advance(31_000 + 5_000)
      const seen = await platform.publisher.lookUp(one)
      const lost = fault === 'drops-request' || fault === 'fails-before'
      expect(seen).toMatchObject({ kind: lost ? 'absent' : 'found' })
      if (lost) expect(await deliver(platform, one, clock)).toBe('published')
      expect(times(server, text)).toBe(1)
    }
  })

  it('does not call a post absent while the server may still accept it', async () => {
    const { server, platform, clock, job } = await started({ behaviour: 'ignores-key', lateMs: 60_000 })
    server.behave('accepts-late', 1)
    const one = job('Patience')
    expect(await platform.publisher.publish(one)).toMatchObject({ kind: 'unknown' })
    const seen = await platform.publisher.lookUp(one)
    expect(seen).toMatchObject({ kind: 'not-now', reason: { code: 'answer-lost' } })
    if (seen.kind !== 'not-now' || seen.retryAt === null) return
    expect(seen.retryAt.getTime() - clock.now().getTime()).toBeGreaterThanOrEqual(20_000)
    clock.advance(seen.retryAt.getTime() - clock.now().getTime())
    expect(await platform.publisher.lookUp(one)).toEqual({ kind: 'absent' })
  })

  it('waits anew after a later attempt, though the job began long before', async () => {
    const { server, platform, clock, job } = await started({ behaviour: 'drops-request' })
    const one = job('Tried again an hour later')
    expect(await platform.publisher.publish(one)).toMatchObject({ kind: 'unknown' })
    clock.advance(3_600_000)
    expect(await platform.publisher.lookUp(one)).toEqual({ kind: 'absent' })
    expect(await platform.publisher.publish(one)).toMatchObject({ kind: 'unknown' })
    expect(await platform.publisher.lookUp(one)).toMatchObject({ kind: 'not-now' })
    server.behave('ignores-key')
    expect(await deliver(platform, one, clock)).toBe('published')
    expect(server.statuses()).toHaveLength(1)
  })

  it('never publishes and never doubles on a server that loses every request', async () => {
    const { server, platform, clock, job } = await started({ behaviour: 'drops-request' })
    expect(await deliver(platform, job('Nobody hears'), clock)).toBe('given-up')
    expect(server.statuses()).toEqual([])
  })

  it('has each of 100 texts out once while every fifth answer and every fourth request is lost', async () => {
    const shares = { dropAnswerShare: 0.2, dropRequestShare: 0.25 }
    const { server, platform, clock, job } = await started({ behaviour: 'ignores-key', ...shares })
    for (let number = 0; number < 100; number += 1) {
      expect(await deliver(platform, job(`Offer number ${number} of our hundred days`), clock, 20)).toBe('published')
      clock.advance(1_000)
    }
    expect(server.statuses()).toHaveLength(100)
    expect(new Set(server.statuses().map(({ text }) => text)).size).toBe(100)
    expect(server.requestCount('POST /api/v1/statuses')).toBeGreaterThan(120)
  })

  it('finds a post after the process that sent it was killed', async () => {
    const { server, platform, clock, account } = await started({ behaviour: 'drops-answer' })
    const sent = jobFor(account(), 'Sent by a process that died', clock)
    await platform.publisher.publish(sent)
    clock.advance(600_000)
    const after: Platform = mastodonPlatform({ outbound, clock })
    const seen = await after.publisher.lookUp({ ...sent, progress: memoryProgress() })
    expect(seen).toMatchObject({ kind: 'found', remoteId: server.statuses()[0]?.id })
  })

  it('asks again later when the list cannot be read', async () => {
    const { server, platform, job } = await started({ behaviour: 'drops-answer' })
    const one = job('Then the server went away')
    await platform.publisher.publish(one)
    await server.close()
    expect(await platform.publisher.lookUp(one)).toMatchObject({ kind: 'not-now', reason: { code: 'unreachable' } })
  })
})

describe('on a busy account', () => {
  let server: Mastodon | null = null
  beforeAll(async () => {
    server = await startMastodon({ behaviour: 'ignores-key' })
  })
  afterAll(() => server?.close())

  it('reads back page by page to what was sent before 200 other posts, and gives up the claim beyond 2,000', async () => {
    if (server === null) throw new Error('The server is started')
    const clock = handClock(new Date())
    const platform = mastodonPlatform({ outbound, clock, patience: { settleMs: 0 } })
    const account = await connectedAccount(platform, server)
    const [sent, lost] = [jobFor(account(), 'Long ago', clock), jobFor(account(), 'Never arrived', clock)]
    server.behave('drops-answer', 1)
    await platform.publisher.publish(sent)
    await fill(server, 200)
    expect(await platform.publisher.lookUp(sent)).toMatchObject({ kind: 'found', remoteId: server.statuses()[0]?.id })
    expect(await platform.publisher.lookUp(lost)).toEqual({ kind: 'absent' })
    await fill(server, 2_000)
    expect(await platform.publisher.lookUp(lost)).toMatchObject({ kind: 'unclear', candidates: [] })
  })
})

async function fill(server: Mastodon, count: number): Promise<void> {
  const { token } = server.account()
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const post = (number: number) =>
    fetch(`${server.url}/api/v1/statuses`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ status: `Other post ${number}` }),
    })
  for (let number = 0; number < count; number += 50) {
    await Promise.all(Array.from({ length: 50 }, async (_, at) => (await post(number + at)).arrayBuffer()))
  }
}

function part(text: string) {
  return { text, pictures: [] }
}
