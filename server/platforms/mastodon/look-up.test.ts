import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { guardedOutbound } from '#server/kernel/outbound/guarded.ts'
import { messageOf } from '#server/platforms/conformance-world.ts'
import type { Job } from '#server/platforms/port.ts'
import { connectedAccount, deliver, handClock, jobFor } from '#test/servers/mastodon-world.ts'
import { startMastodon, type Mastodon, type MastodonOptions } from '#test/servers/mastodon.ts'
import { mastodonPlatform } from './index.ts'

const outbound = guardedOutbound({ allowPrivate: true })
const open: Mastodon[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()))
})
afterAll(() => outbound.close())

const MINUTE = 60_000
const same = 'Doors open at nine'

async function started(options: Partial<MastodonOptions> = {}, serverAheadMs = 0) {
  const clock = handClock()
  const now = () => new Date(clock.now().getTime() + serverAheadMs)
  const server = await startMastodon({ behaviour: 'ignores-key', now, ...options })
  open.push(server)
  const platform = mastodonPlatform({ outbound, clock })
  const account = await connectedAccount(platform, server)
  const job = (text: string, more: Partial<Job> = {}) => jobFor(account(), text, clock, more)
  return { server, clock, account, job, ...platform.publisher, platform }
}

describe.each([
  ['agree', 0],
  ['are 90 seconds apart, the server ahead', 90_000],
  ['are 90 seconds apart, the server behind', -90_000],
])('two identical texts on purpose, while the clocks %s', (_, ahead) => {
  it('finds the later one by its time when its answer is lost', async () => {
    const { server, clock, job, publish, lookUp } = await started({}, ahead)
    await publish(job(same))
    clock.advance(2 * MINUTE)
    server.behave('drops-answer', 1)
    const later = job(same)
    await publish(later)
    expect(await lookUp(later)).toMatchObject({ kind: 'found', remoteId: server.statuses()[1]?.id })
  })

  it('does not take the earlier one for the later one that was lost', async () => {
    const { server, clock, job, publish, lookUp } = await started({}, ahead)
    await publish(job(same))
    clock.advance(2 * MINUTE)
    server.behave('drops-request', 1)
    const later = job(same)
    await publish(later)
    clock.advance(MINUTE)
    expect(await lookUp(later)).toEqual({ kind: 'absent' })
    await publish(later)
    expect(server.statuses().map(({ text }) => text)).toEqual([same, same])
  })

  it('does not take the later one for the earlier one that was lost', async () => {
    const { server, clock, job, publish, lookUp } = await started({}, ahead)
    server.behave('drops-request', 1)
    const earlier = job(same)
    await publish(earlier)
    clock.advance(3 * MINUTE)
    await publish(job(same))
    clock.advance(MINUTE)
    expect(await lookUp(earlier)).toEqual({ kind: 'absent' })
  })
})

describe('two identical texts within seconds', () => {
  it('leaves it to a person when nothing tells them apart', async () => {
    const { server, clock, job, publish, lookUp } = await started()
    await publish(job(same))
    clock.advance(2_000)
    server.behave('drops-request', 1)
    const later = job(same)
    await publish(later)
    clock.advance(MINUTE)
    const [first] = server.statuses()
    expect(await lookUp(later)).toMatchObject({
      kind: 'unclear',
      candidates: [{ remoteId: first?.id, url: first?.url, text: same, at: first?.createdAt.toISOString() }],
    })
  })

  it('shows both when both are out', async () => {
    const { server, clock, job, publish, lookUp } = await started()
    server.behave('drops-answer', 2)
    const [one, two] = [job(same), job(same)]
    await publish(one)
    clock.advance(1_000)
    await publish(two)
    const seen = await lookUp(two)
    expect(seen.kind === 'unclear' && seen.candidates.map(({ remoteId }) => remoteId)).toEqual(
      server
        .statuses()
        .map(({ id }) => id)
        .reverse(),
    )
  })

  it('is sure when the ledger says which posts other deliveries hold', async () => {
    const { server, clock, job, publish, lookUp } = await started()
    const held = new Set<string>()
    const taken = async (ids: readonly string[]) => new Set(ids.filter((id) => held.has(id)))
    server.behave('drops-answer', 1)
    const [one, two] = [job(same, { taken }), job(same, { taken })]
    await publish(one)
    server.behave('drops-request', 1)
    await publish(two)
    clock.advance(MINUTE)
    const seen = await lookUp(one)
    expect(seen).toMatchObject({ kind: 'found' })
    if (seen.kind === 'found') held.add(seen.remoteId)
    expect(await lookUp(two)).toEqual({ kind: 'absent' })
    await publish(two)
    expect(server.statuses()).toHaveLength(2)
  })
})

describe('a text that the server shows differently', () => {
  const marked = 'A **bold** word and a *slanted* one for everybody'

  it('is found by its source on a server that reads Markdown', async () => {
    const { server, job, publish, lookUp } = await started({ markdown: true })
    server.behave('drops-answer', 1)
    const one = job(marked)
    await publish(one)
    expect(await lookUp(one)).toMatchObject({ kind: 'found', remoteId: server.statuses()[0]?.id })
  })

  it('is shown to a person where the source cannot be read', async () => {
    const { server, clock, job, publish, lookUp } = await started({ markdown: true, sources: false })
    server.behave('drops-answer', 1)
    const one = job(marked)
    await publish(one)
    clock.advance(MINUTE)
    expect(await lookUp(one)).toMatchObject({ kind: 'unclear', candidates: [{ remoteId: server.statuses()[0]?.id }] })
  })

  it('is not confused with a text that differs in one word', async () => {
    const { server, clock, job, publish, lookUp } = await started()
    await publish(job('Our stand in Berlin opens at nine on Monday'))
    server.behave('drops-request', 1)
    const one = job('Our stand in Munich opens at nine on Monday')
    await publish(one)
    clock.advance(MINUTE)
    expect(await lookUp(one)).toEqual({ kind: 'absent' })
  })
})

describe('what is not the post', () => {
  it('is a reply with the same words', async () => {
    const { server, clock, job, platform, publish, lookUp, account } = await started()
    server.behave('drops-request', 1)
    const one = job('Thank you all')
    await publish(one)
    const other = messageOf([
      { text: 'Something else', pictures: [] },
      { text: 'Thank you all', pictures: [] },
    ])
    await deliver(platform, jobFor(account(), other, clock), clock)
    clock.advance(MINUTE)
    expect(await lookUp(one)).toEqual({ kind: 'absent' })
  })

  it('is never claimed absent when it was sent to few people, whom not every list shows', async () => {
    const { server, clock, publish, lookUp, account } = await started()
    server.behave('drops-request', 1)
    const message = messageOf([{ text: 'Only for you', pictures: [] }], { visibility: 'direct' })
    const one = jobFor(account(), message, clock)
    await publish(one)
    clock.advance(MINUTE)
    expect(await lookUp(one)).toMatchObject({ kind: 'unclear', candidates: [] })
  })

  it('is the same text under another content warning', async () => {
    const { server, clock, publish, lookUp, account } = await started()
    server.behave('drops-answer', 1)
    const parts = [{ text: 'The end of the film', pictures: [] }] as const
    const one = jobFor(account(), messageOf(parts, { contentWarning: 'Spoiler' }), clock)
    await publish(one)
    const two = { ...one, message: messageOf(parts, { contentWarning: 'Film' }) }
    expect(await lookUp(two)).toMatchObject({ kind: 'unclear' })
    expect(await lookUp(one)).toMatchObject({ kind: 'found' })
  })
})
