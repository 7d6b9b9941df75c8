import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { guardedOutbound } from '#server/kernel/outbound/guarded.ts'
import { memoryAccount } from '#server/platforms/conformance-world.ts'
import { faultyNetwork } from '#server/platforms/faulty-network.ts'
import type { Authoriser, Platform } from '#server/platforms/port.ts'
import { handClock, jobFor } from '#test/servers/mastodon-world.ts'
import { startMastodon, type Mastodon, type MastodonOptions } from '#test/servers/mastodon.ts'
import { mastodonPlatform } from './index.ts'

const outbound = guardedOutbound({ allowPrivate: true })
const open: Mastodon[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()))
})
afterAll(() => outbound.close())

const back = 'https://tutti.example/channels/back'

async function started(options: Partial<MastodonOptions> = {}) {
  const clock = handClock()
  const server = await startMastodon({ behaviour: 'honours-key', now: clock.now, ...options })
  open.push(server)
  const network = faultyNetwork(outbound)
  const platform = mastodonPlatform({ outbound: network.outbound, clock })
  return { server, clock, network, platform, authoriser: authoriserOf(platform) }
}

function authoriserOf(platform: Platform): Authoriser {
  if (platform.authoriser === null) throw new Error('Mastodon lets people sign in')
  return platform.authoriser
}

async function signedIn(authoriser: Authoriser, server: Mastodon, state = 'state-1') {
  const begun = await authoriser.begin({ server: server.url }, back, state)
  if (begun.kind !== 'begun') throw new Error(`Not begun: ${JSON.stringify(begun)}`)
  const returned = new URL(await server.approve(begun.url))
  return { begun, returned, code: returned.searchParams.get('code') ?? '' }
}

describe('signing in at a Mastodon server', () => {
  it('ends with an account that can post', async () => {
    const { server, clock, platform, authoriser } = await started()
    const { begun, returned, code } = await signedIn(authoriser, server, 'state-42')
    expect(returned.href.startsWith(back)).toBe(true)
    expect(returned.searchParams.get('state')).toBe('state-42')
    const connected = await authoriser.finish(begun.pending, code)
    if (connected.kind !== 'connected') throw new Error(`Not connected: ${JSON.stringify(connected)}`)
    const { settings, credentials, handle } = connected.connection
    expect(handle).toBe(`@brand@${new URL(server.url).host}`)
    expect(JSON.stringify(settings)).not.toContain(credentials['accessToken'])
    const job = jobFor(memoryAccount(settings, credentials)(), 'Signed in', clock)
    expect(await platform.publisher.publish(job)).toMatchObject({ kind: 'published' })
    expect(server.statuses()).toHaveLength(1)
  })

  it('asks for no more than it needs, and proves itself by a challenge that is not its secret', async () => {
    const { server, authoriser } = await started()
    const { begun } = await signedIn(authoriser, server)
    const asked = new URL(begun.url).searchParams
    expect(asked.get('code_challenge_method')).toBe('S256')
    expect(asked.get('code_challenge')).toMatch(/^[\w-]{43}$/)
    expect(begun.url).not.toContain(begun.pending['verifier'])
    expect(begun.url).not.toContain(begun.pending['clientSecret'])
    expect(asked.get('scope')?.split(' ')).not.toContain('write')
  })

  it('refuses a code that somebody else began to ask for', async () => {
    const { server, authoriser } = await started()
    const { begun, code } = await signedIn(authoriser, server)
    const other = await signedIn(authoriser, server)
    const mixed = { ...begun.pending, verifier: other.begun.pending['verifier'] ?? '' }
    const refused = { kind: 'refused', field: null, reason: { code: 'wrong-credentials' } }
    expect(await authoriser.finish(mixed, code)).toMatchObject(refused)
    expect(await authoriser.finish(other.begun.pending, code)).toMatchObject(refused)
  })

  it('refuses a code that was used', async () => {
    const { server, authoriser } = await started()
    const { begun, code } = await signedIn(authoriser, server)
    expect(await authoriser.finish(begun.pending, code)).toMatchObject({ kind: 'connected' })
    expect(await authoriser.finish(begun.pending, code)).toMatchObject({ kind: 'refused' })
  })

  it('says what is wrong with the server before anybody is sent there', async () => {
    const { authoriser } = await started()
    const refused = { kind: 'refused', field: 'server' }
    expect(await authoriser.begin({ server: 'no address' }, back, 's')).toMatchObject(refused)
    expect(await authoriser.begin({ server: 'http://127.0.0.1:1' }, back, 's')).toMatchObject(refused)
  })
})

describe('a token that runs out', () => {
  async function expiring() {
    const world = await started({ tokenSeconds: 3600 })
    const { begun, code } = await signedIn(world.authoriser, world.server)
    const connected = await world.authoriser.finish(begun.pending, code)
    if (connected.kind !== 'connected') throw new Error(`Not connected: ${JSON.stringify(connected)}`)
    return { ...world, account: memoryAccount(connected.connection.settings, connected.connection.credentials) }
  }

  it('is renewed and saved before it is used', async () => {
    const { clock, platform, account, network } = await expiring()
    const before = account()
    expect(await platform.publisher.publish(jobFor(account(), 'Still valid', clock))).toMatchObject({
      kind: 'published',
    })
    expect(account().credentials).toEqual(before.credentials)
    clock.advance(3_600_000)
    expect(await platform.publisher.publish(jobFor(account(), 'Renewed', clock))).toMatchObject({ kind: 'published' })
    expect(account().credentials['accessToken']).not.toBe(before.credentials['accessToken'])
    expect(network.requests.filter(({ url }) => url.endsWith('/oauth/token'))).toHaveLength(2)
  })

  it('is renewed once for all that is under way, and for whoever still holds the old one', async () => {
    const { clock, platform, account, network } = await expiring()
    clock.advance(3_600_000)
    const stale = account()
    const jobs = ['One', 'Two', 'Three'].map((text) => jobFor(stale, text, clock))
    const outcomes = await Promise.all(jobs.map((job) => platform.publisher.publish(job)))
    expect(outcomes.map(({ kind }) => kind)).toEqual(['published', 'published', 'published'])
    expect(await platform.publisher.publish(jobFor(stale, 'Four', clock))).toMatchObject({ kind: 'published' })
    expect(network.requests.filter(({ url }) => url.endsWith('/oauth/token'))).toHaveLength(2)
  })

  it('asks to be reconnected when it cannot be renewed, and waits when the server is away', async () => {
    const { server, clock, account } = await expiring()
    clock.advance(3_600_000)
    const used = jobFor({ ...account(), credentials: { ...account().credentials, refreshToken: 'used' } }, 'No', clock)
    const fresh = mastodonPlatform({ outbound, clock })
    expect(await fresh.publisher.publish(used)).toMatchObject({
      kind: 'reconnect',
      reason: { code: 'wrong-credentials' },
    })
    await server.close()
    expect(await fresh.publisher.publish(jobFor(account(), 'Later', clock))).toMatchObject({ kind: 'not-sent' })
  })
})
