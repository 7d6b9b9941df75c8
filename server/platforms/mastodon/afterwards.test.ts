import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { guardedOutbound } from '#server/kernel/outbound/guarded.ts'
import { messageOf } from '#server/platforms/conformance-world.ts'
import { faultyNetwork } from '#server/platforms/faulty-network.ts'
import type { Job, Published } from '#server/platforms/port.ts'
import { connectedAccount, handClock, jobFor } from '#test/servers/mastodon-world.ts'
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
  const platform = mastodonPlatform({ outbound: network.outbound, clock })
  const account = await connectedAccount(platform, server)
  const publish = async (job: Job): Promise<Published> => {
    const outcome = await platform.publisher.publish(job)
    if (outcome.kind !== 'published') throw new Error(`Not published: ${JSON.stringify(outcome)}`)
    return { remoteId: outcome.remoteId, url: outcome.url }
  }
  return { server, clock, network, platform, account, publish, job: (text: string) => jobFor(account(), text, clock) }
}

describe('removing', () => {
  it('goes on with the rest of a thread when the server allows more deletions', async () => {
    const { server, clock, platform, account, publish } = await started({ deletesPerHalfHour: 2 })
    const [first, ...rest] = ['One', 'Two', 'Three'].map((text) => ({ text, pictures: [] }))
    if (first === undefined) return
    const job = jobFor(account(), messageOf([first, ...rest]), clock)
    const published = await publish(job)
    const halted = await platform.publisher.remove(account(), published, job.progress)
    expect(halted).toMatchObject({ kind: 'not-now', reason: { code: 'rate-limited' } })
    expect(server.statuses().map(({ text }) => text)).toEqual(['One'])
    if (halted.kind !== 'not-now' || halted.retryAt === null) throw new Error('The server names the time')
    expect(halted.retryAt.getTime() - clock.now().getTime()).toBe(30 * 60_000)
    clock.advance(30 * 60_000)
    expect(await platform.publisher.remove(account(), published, job.progress)).toEqual({ kind: 'removed' })
    expect(server.statuses()).toEqual([])
  })

  it('asks to be reconnected when the token was revoked', async () => {
    const { server, platform, account, publish, job } = await started()
    const one = job('Stays')
    const published = await publish(one)
    server.revoke(account().credentials['accessToken'] ?? '')
    expect(await platform.publisher.remove(account(), published, one.progress)).toMatchObject({ kind: 'reconnect' })
  })
})

describe('counting', () => {
  it('asks a Mastodon of today for many posts at once, and leaves out what is gone', async () => {
    const { server, network, platform, account, publish, job } = await started()
    const published = [await publish(job('One')), await publish(job('Two'))]
    const [one, two] = published.map(({ remoteId }) => remoteId)
    server.react(one ?? '', { favourites: 5, reblogs: 4, replies: 3, quotes: 2 })
    const before = network.requests.length
    const measured = await platform.meter?.measure(account(), [one ?? '', two ?? '', '113099999999999999'])
    expect(measured).toEqual({
      kind: 'measured',
      measures: [...counts(one, [5, 4, 3, 2]), ...counts(two, [0, 0, 0, 0])],
    })
    expect(network.requests.length - before).toBe(1)
  })

  it('asks other servers for each post, and reports no count that they do not keep', async () => {
    const { server, platform, account, publish, job } = await started({ software: 'gotosocial' })
    const { remoteId } = await publish(job('One'))
    server.react(remoteId, { favourites: 1 })
    const measured = await platform.meter?.measure(account(), [remoteId, '113099999999999999'])
    expect(measured).toEqual({ kind: 'measured', measures: counts(remoteId, [1, 0, 0]) })
  })

  it('waits for the end of a rate limit, and asks to be reconnected without a token', async () => {
    const { server, clock, platform, account } = await started({ rateLimit: { most: 4, windowMs: 300_000 } })
    for (let asked = 0; asked < 4; asked += 1) await platform.meter?.measure(account(), ['113099999999999999'])
    const retryAt = new Date(clock.now().getTime() + 300_000)
    const limited = { kind: 'not-now', reason: { code: 'rate-limited', words: 'Too many requests' }, retryAt }
    expect(await platform.meter?.measure(account(), ['1'])).toEqual(limited)
    server.revoke(account().credentials['accessToken'] ?? '')
    expect(await platform.meter?.measure(account(), ['1'])).toMatchObject({ kind: 'reconnect' })
  })
})

function counts(remoteId: string | undefined, values: readonly number[]) {
  const metrics = ['likes', 'reposts', 'replies', 'quotes']
  return values.map((value, at) => ({ remoteId, metric: metrics[at], value }))
}
