import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { guardedOutbound } from '#server/kernel/outbound/guarded.ts'
import { messageOf } from '#server/platforms/conformance-world.ts'
import { faultyNetwork } from '#server/platforms/faulty-network.ts'
import type { Message } from '#server/platforms/port.ts'
import { connectedAccount, handClock, isPosting, jobFor, onePixel } from '#test/servers/mastodon-world.ts'
import { startMastodon, type Mastodon, type MastodonOptions } from '#test/servers/mastodon.ts'
import { mastodonPlatform } from './index.ts'

const outbound = guardedOutbound({ allowPrivate: true })
const open: Mastodon[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()))
})
afterAll(() => outbound.close())

async function started(options: Partial<MastodonOptions> = {}) {
  const clock = handClock()
  const server = await startMastodon({ behaviour: 'honours-key', now: clock.now, ...options })
  open.push(server)
  const network = faultyNetwork(outbound)
  const platform = mastodonPlatform({ outbound: network.outbound, clock, patience: { mediaPollMs: 1 } })
  const account = await connectedAccount(platform, server)
  const uploads = () => server.requestCount('POST /api/v2/media')
  const job = (content: string | Message) => jobFor(account(), content, clock)
  return { server, clock, network, account, job, uploads, ...platform.publisher }
}

const pictured = (altTexts: readonly string[]) => messageOf([{ text: 'Look', pictures: altTexts.map(onePixel) }])

describe('publishing', () => {
  it('says who may see it, in which language, behind which warning', async () => {
    const { server, publish, job } = await started()
    const message = messageOf([{ text: 'Merhaba', pictures: [] }], {
      visibility: 'unlisted',
      language: 'tr-TR',
      contentWarning: 'Yemek',
    })
    await publish(job(message))
    expect(server.statuses()).toMatchObject([{ visibility: 'unlisted', language: 'tr', spoilerText: 'Yemek' }])
  })

  it('counts by the rule of the server: a long link fits, one character more does not', async () => {
    const { server, publish, job } = await started({ maxCharacters: 50 })
    const link = `https://www.example.org/${'a'.repeat(100)}`
    const fits = `${'x'.repeat(26)} ${link}`
    expect(await publish(job(fits))).toMatchObject({ kind: 'published' })
    expect(await publish(job(`x${fits}`))).toMatchObject({
      kind: 'refused',
      reason: { code: 'text-too-long', words: 'Validation failed: Text character limit of 50 exceeded' },
    })
    expect(server.statuses()).toHaveLength(1)
  })

  it('is refused for its content when something else is wrong', async () => {
    const { publish, job } = await started()
    const message = messageOf([{ text: 'Hidden', pictures: [] }], { visibility: 'followers' })
    expect(await publish(job(message))).toMatchObject({ kind: 'refused', reason: { code: 'content-rejected' } })
  })

  it('asks to be reconnected when the token may no longer post', async () => {
    const { server, account, clock, publish } = await started()
    const accessToken = server.issue(account().settings['accountId'] ?? '', ['read'])
    const job = jobFor({ ...account(), credentials: { accessToken } }, 'No', clock)
    expect(await publish(job)).toMatchObject({ kind: 'reconnect', reason: { code: 'permission-missing' } })
  })

  it('waits for the end of a rate limit that the server names', async () => {
    const { server, clock, publish, job } = await started({ resetMs: 90_000 })
    server.behave('rate-limits', 1)
    const retryAt = new Date(clock.now().getTime() + 90_000)
    expect(await publish(job('Soon'))).toEqual({
      kind: 'not-sent',
      reason: { code: 'rate-limited', words: 'Too many requests' },
      retryAt,
    })
  })

  it('does not believe an answer that is no post', async () => {
    const { network, publish, job } = await started()
    network.answerNext(isPosting, { status: 200, body: '<html>Please sign in to this network</html>' })
    expect(await publish(job('Behind a hotel page'))).toMatchObject({ kind: 'unknown' })
  })

  it('gives no address to click on but one of the web', async () => {
    const { server, network, publish, job } = await started()
    network.answerNext(isPosting, {
      status: 200,
      body: { id: '7', url: 'javascript:alert(1)', uri: 'data:text/html,x' },
    })
    expect(await publish(job('Careful'))).toMatchObject({ url: `${server.url}/api/v1/statuses/7` })
  })
})

describe('pictures', () => {
  it('are waited for until the server has processed them', async () => {
    const { server, publish, job } = await started({ mediaPolls: 3 })
    expect(await publish(job(pictured(['A field'])))).toMatchObject({ kind: 'published' })
    expect(server.requestCount('GET /api/v1/media')).toBe(4)
  })

  it('are not uploaded again by the next attempt', async () => {
    const { server, network, publish, job, uploads } = await started()
    const one = job(pictured(['One', 'Two']))
    network.refuseNextConnection(isPosting)
    expect(await publish(one)).toMatchObject({ kind: 'not-sent' })
    expect(await publish(one)).toMatchObject({ kind: 'published' })
    expect(uploads()).toBe(2)
    expect(server.statuses()[0]?.mediaIds.map((id) => server.media(id)?.description)).toEqual(['One', 'Two'])
  })

  it('are uploaded anew when the server has thrown them away', async () => {
    const { publish, job, uploads } = await started()
    const one = job(pictured(['One']))
    await one.progress.keep('media.0.0', 'long-gone')
    expect(await publish(one)).toMatchObject({ kind: 'published' })
    expect(uploads()).toBe(1)
  })

  it('leave nothing behind in public when their upload fails', async () => {
    const { server, network, publish, job } = await started()
    network.loseNextAnswer((request) => request.url.endsWith('/api/v2/media'))
    expect(await publish(job(pictured(['One'])))).toMatchObject({ kind: 'not-sent' })
    expect(server.statuses()).toEqual([])
  })

  it('are refused with the words of the server when it does not take them', async () => {
    const { publish, job } = await started()
    expect(await publish(job(pictured(['x'.repeat(1501)])))).toEqual({
      kind: 'refused',
      reason: {
        code: 'media-rejected',
        words: 'Validation failed: Description is too long (maximum is 1500 characters)',
      },
    })
    const broken = { ...onePixel('Broken'), bytes: async () => new Uint8Array([1, 2, 3]) }
    const message = messageOf([{ text: 'Look', pictures: [broken] }])
    expect(await publish(job(message))).toMatchObject({ kind: 'refused', reason: { code: 'media-rejected' } })
  })

  it('stop being waited for when the time of the attempt is over', async () => {
    const { server, clock, account, publish } = await started({ mediaPolls: 100_000 })
    const aborter = new AbortController()
    const job = jobFor(account(), pictured(['Slow']), clock, { signal: aborter.signal })
    const outcome = publish(job)
    await expect.poll(() => server.requestCount('GET /api/v1/media')).toBeGreaterThan(2)
    aborter.abort()
    expect(await outcome).toMatchObject({ kind: 'not-sent' })
    expect(server.statuses()).toEqual([])
  })
})
