import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { guardedOutbound } from '#server/kernel/outbound/guarded.ts'
import { answerOf } from '#server/platforms/faulty-network.ts'
import { connectedAccount, handClock } from '#test/servers/mastodon-world.ts'
import { startMastodon, type Mastodon, type MastodonOptions } from '#test/servers/mastodon.ts'
import { mastodonPlatform } from './index.ts'

const outbound = guardedOutbound({ allowPrivate: true })
const guarded = guardedOutbound({ allowPrivate: false })
const clock = handClock()
const platform = mastodonPlatform({ outbound, clock })
const open: Mastodon[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()))
})
afterAll(() => Promise.all([outbound.close(), guarded.close()]))

async function started(options: Partial<MastodonOptions> = {}): Promise<Mastodon> {
  const server = await startMastodon({ behaviour: 'honours-key', ...options })
  open.push(server)
  return server
}

function connect(server: string, accessToken: string) {
  return platform.connect('organisation', 'channel', { server, accessToken })
}

describe('connecting a Mastodon account', () => {
  it('reads the limits of this server over the constants', async () => {
    const server = await started({ maxCharacters: 1234 })
    const connected = await connect(`${server.url}/explore`, `Bearer ${server.account().token}`)
    expect(connected).toMatchObject({
      kind: 'connected',
      connection: {
        handle: `@brand@${new URL(server.url).host}`,
        displayName: 'The brand',
        url: `${server.url}/@brand`,
        settings: { server: server.url, mostCharacters: '1234', linkLength: '23' },
        description: {
          text: { unit: 'mastodon', limit: 1234, linkLength: 23 },
          pictures: { most: 4, altTextLimit: 1500 },
        },
      },
    })
    if (connected.kind === 'connected')
      expect(connected.connection.description.pictures.types).not.toContain('video/mp4')
  })

  it('reads them from the first version of the question on an old server', async () => {
    const server = await started({ maxCharacters: 777, oldInstance: true })
    const connected = await connect(server.url, server.account().token)
    expect(connected).toMatchObject({ kind: 'connected', connection: { description: { text: { limit: 777 } } } })
  })

  it('says that the token may not post', async () => {
    const server = await started()
    const token = server.issue(server.account().id, ['read'])
    const refused = { kind: 'refused', field: 'accessToken', reason: { code: 'permission-missing' } }
    expect(await connect(server.url, token)).toMatchObject(refused)
  })

  it.each([
    ['a wrong one', 'wrong'],
    ['none', ''],
    ['one that would break the request', 'two\r\nlines: yes'],
  ])('says that the token is wrong: %s', async (_, token) => {
    const server = await started()
    const refused = { kind: 'refused', field: 'accessToken', reason: { code: 'wrong-credentials' } }
    expect(await connect(server.url, token)).toMatchObject(refused)
  })

  it.each([
    '',
    'not an address',
    'ftp://mastodon.example',
    'http://mastodon.example',
    'https://brand:secret@mastodon.example',
  ])('does not take %j for a server', async (entered) => {
    const refused = { kind: 'refused', field: 'server', reason: { code: 'address-not-allowed' } }
    expect(await connect(entered, 'token')).toMatchObject(refused)
  })

  it('says that nothing answers at the address', async () => {
    const server = await started()
    await server.close()
    expect(await connect(server.url, 'token')).toMatchObject({ field: 'server', reason: { code: 'unreachable' } })
  })

  it('says that something else answers at the address, and does not show it the token', async () => {
    const seen: (string | undefined)[] = []
    const elsewhere = mastodonPlatform({
      clock,
      outbound: async (request) => {
        seen.push(request.headers?.['authorization'])
        return answerOf(request.url, { status: 200, body: '<html>Welcome</html>' })
      },
    })
    const settings = { server: 'shop.example', accessToken: 'secret-token' }
    const refused = { kind: 'refused', field: 'server', reason: { code: 'not-this-platform' } }
    expect(await elsewhere.connect('organisation', 'channel', settings)).toMatchObject(refused)
    expect(seen).not.toContain('Bearer secret-token')
  })

  it.each(['http://127.0.0.1', 'http://localhost', 'http://[::1]'])(
    'refuses %s when private addresses are not allowed, and asks nothing there',
    async (host) => {
      const server = await started()
      const port = new URL(server.url).port
      const closed = mastodonPlatform({ outbound: guarded, clock })
      const settings = { server: `${host}:${port}`, accessToken: server.account().token }
      const refused = { kind: 'refused', field: 'server', reason: { code: 'address-not-allowed' } }
      expect(await closed.connect('organisation', 'channel', settings)).toMatchObject(refused)
      expect(await closed.authoriser?.begin(settings, 'https://tutti.example/back', 'state')).toMatchObject(refused)
      expect(server.requestCount()).toBe(0)
    },
  )
})

describe('asking whether an account still works', () => {
  it('answers with what the server says now', async () => {
    const server = await started()
    const account = await connectedAccount(platform, server)
    expect(await platform.inspect(account())).toMatchObject({
      kind: 'connected',
      connection: { credentials: account().credentials },
    })
  })

  it('says that the token was revoked, in the words of the server', async () => {
    const server = await started()
    const account = await connectedAccount(platform, server)
    server.revoke(account().credentials['accessToken'] ?? '')
    expect(await platform.inspect(account())).toEqual({
      kind: 'refused',
      field: 'accessToken',
      reason: { code: 'wrong-credentials', words: 'The access token was revoked' },
    })
  })
})
