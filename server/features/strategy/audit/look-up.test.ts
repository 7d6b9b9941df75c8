import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readConfig } from '#server/kernel/config.ts'
import { startBlueskyProfiles, type BlueskyProfiles } from '#test/servers/bluesky-profiles.ts'
import { startMastodon, type Mastodon } from '#test/servers/mastodon.ts'
import { startWebPage } from '#test/servers/web-page.ts'
import { startWordpressSite } from '#test/servers/wordpress-site.ts'
import { made } from '#test/colleague.ts'
import { createWorld, type World } from '#test/world.ts'
import { guardedOutbound } from '#server/kernel/outbound/guarded.ts'
import { lookUpAllAccounts } from './look-up-account.ts'
import { lookUpProfile } from './profiles/look-up.ts'

let time = new Date('2026-11-22T10:00:00Z')
const daysAgo = (days: number) => new Date(Date.parse('2026-11-22T10:00:00Z') - days * 86_400_000)
let bluesky: BlueskyProfiles
let mastodon: Mastodon
let world: World

beforeAll(async () => {
  bluesky = await startBlueskyProfiles()
  mastodon = await startMastodon({ behaviour: 'honours-key', now: () => time })
  world = await createWorld({
    clock: { now: () => new Date(time), newId: () => v7() },
    config: { blueskyProfiles: bluesky.url },
  })
})
afterAll(async () => {
  await world.close()
  await mastodon.close()
  await bluesky.close()
})
beforeEach(() => {
  time = new Date('2026-11-22T10:00:00Z')
  bluesky.behave('answers')
})

const account = async (fields: object) => (await made(world.admin, 'audit-accounts', fields)).id
const lookUp = (id: string) => world.admin.call('POST', `/api/v1/audit-accounts/${id}/look-up`)

async function post(token: string, fields: object) {
  const answer = await fetch(`${mastodon.url}/api/v1/statuses`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(fields),
  })
  return ((await answer.json()) as { id: string }).id
}

describe('a look at a public profile', () => {
  it('on Bluesky reads followers, rhythm and what others did, without what was only passed on', async () => {
    bluesky.setProfile('kavrela.example', {
      displayName: 'Kavrela\u202e Coffee\u0000',
      description: 'Coffee from four farms. https://kavrela.example',
      followers: 1200,
      follows: 80,
      verified: true,
      posts: [
        { at: daysAgo(1), likes: 10, replies: 2 },
        { at: daysAgo(9), likes: 5, reposts: 2, quotes: 1 },
        { at: daysAgo(10), likes: 9999, repost: true },
        { at: daysAgo(40), likes: 500 },
      ],
    })
    const id = await account({ platform: 'bluesky', handle: '@kavrela.example' })
    const read = await lookUp(id)
    expect([read.status, read.at('name'), read.at('url')]).toEqual([
      200,
      'Kavrela Coffee',
      'https://bsky.app/profile/kavrela.example',
    ])
    expect(read.at('reading')).toMatchObject({
      source: 'looked-up',
      followers: 1200,
      following: 80,
      posts: 4,
      postsPerWeek: '0.5',
      interactionsPerPost: '10',
      engagementRate: '0.83',
      postsSeen: 2,
      daysSeen: 28,
      lastPostAt: daysAgo(1).toISOString(),
      hasPicture: true,
      hasText: true,
      hasLink: true,
      isVerified: true,
    })
  })

  it('on Mastodon asks the account’s own server, and counts public posts that answer nobody', async () => {
    const { token } = mastodon.account('brand')
    mastodon.show('brand', { followers: 300, following: 12, picture: false })
    time = daysAgo(7)
    const first = await post(token, { status: 'One' })
    mastodon.react(first, { favourites: 4, reblogs: 2, replies: 1 })
    time = daysAgo(3)
    await post(token, { status: 'An answer', in_reply_to_id: first })
    await post(token, { status: 'Between us', visibility: 'private' })
    const second = await post(token, { status: 'Two' })
    mastodon.react(second, { favourites: 1 })
    time = new Date('2026-11-22T10:00:00Z')
    const id = await account({ platform: 'mastodon', handle: 'brand', url: `${mastodon.url}/@brand` })
    const read = await lookUp(id)
    expect(read.at('handle')).toBe(`brand@${new URL(mastodon.url).host}`)
    expect(read.at('reading')).toMatchObject({
      followers: 300,
      postsPerWeek: '0.5',
      interactionsPerPost: '4.5',
      hasPicture: false,
      hasText: false,
      hasLink: false,
      isVerified: false,
    })
    expect(read.at('findings')).toEqual([
      { finding: 'no-holder', task: null },
      { finding: 'profile-incomplete', task: null },
    ])
  })

  it.each([
    ['pretty addresses', false],
    ['its API in the query', true],
  ])('on a WordPress with %s reads title, icon and posts', async (_, plain) => {
    const posts = [daysAgo(2), daysAgo(20), daysAgo(200)]
    await using site = disposable(
      await startWordpressSite({ name: 'Kavrela blog', description: 'From tree to cup', icon: true, posts, plain }),
    )
    const id = await account({ platform: 'wordpress', handle: site.url.slice(7), url: `${site.url}/` })
    expect((await lookUp(id)).at('reading')).toMatchObject({
      followers: null,
      posts: 3,
      postsPerWeek: '0.5',
      interactionsPerPost: null,
      hasPicture: true,
      hasText: true,
      hasLink: null,
    })
  })

  it('of a website finds the feed that its page names', async () => {
    const posts = Array.from({ length: 30 }, (_, place) => daysAgo(place / 2))
    await using site = disposable(await startWordpressSite({ name: 'Blog', description: '', icon: false, posts }))
    const id = await account({ platform: 'feed', handle: 'a blog', url: site.url })
    const read = await lookUp(id)
    expect(read.at('name')).toBe('Blog')
    expect(read.at('reading')).toMatchObject({ postsPerWeek: '15.56', daysSeen: 5, hasText: false, hasPicture: false })
  })
})

function disposable<T extends { readonly close: () => Promise<void> }>(server: T): T & AsyncDisposable {
  return { ...server, [Symbol.asyncDispose]: server.close }
}

describe('a look that brings nothing', () => {
  const refused = async (id: string) => {
    const answer = await lookUp(id)
    return [answer.status, answer.at('code')]
  }

  it('says that there is no such profile, remembers it, and forgets it when it is there again', async () => {
    const id = await account({ platform: 'bluesky', handle: 'gone.example' })
    expect(await refused(id)).toEqual([422, 'look-up.not-found'])
    const seen = await world.admin.call('GET', `/api/v1/audit-accounts/${id}`)
    expect([seen.at('lookUpProblem'), seen.at('findings.1.finding'), seen.at('lookedUpAt')]).toEqual([
      'look-up.not-found',
      'not-found',
      time.toISOString(),
    ])
    bluesky.setProfile('gone.example', { followers: 1, posts: [] })
    expect((await lookUp(id)).at('lookUpProblem')).toBeNull()
  })

  it.each([
    ['rate-limits', 429, 'look-up.rate-limited'],
    ['floods', 422, 'look-up.too-large'],
    ['pages', 422, 'look-up.not-understood'],
  ] as const)('says why when the platform %s', async (behaviour, status, code) => {
    bluesky.behave(behaviour)
    expect(await refused(await account({ platform: 'bluesky', handle: `${behaviour}.example` }))).toEqual([
      status,
      code,
    ])
  })

  it('says that a server shows profiles only to those who sign in', async () => {
    const closed = await startMastodon({ behaviour: 'honours-key', limitedFederation: true })
    closed.account('brand')
    const id = await account({ platform: 'mastodon', handle: 'brand', url: `${closed.url}/@brand` })
    expect(await refused(id)).toEqual([422, 'look-up.refused'])
    await closed.close()
    expect(await refused(id)).toEqual([422, 'look-up.unreachable'])
  })

  it('says when a Mastodon server takes no more public questions, and keeps the profile where only the posts are missing', async () => {
    const busy = await startMastodon({ behaviour: 'honours-key', publicQuestions: 3 })
    busy.account('brand')
    busy.show('brand', { followers: 7 })
    const id = await account({ platform: 'mastodon', handle: 'brand', url: `${busy.url}/@brand` })
    expect((await lookUp(id)).at('reading.postsPerWeek')).toBe('0')
    expect((await lookUp(id)).at('reading')).toMatchObject({ followers: 7, postsPerWeek: null })
    expect(await refused(id)).toEqual([429, 'look-up.rate-limited'])
    await busy.close()
  })

  it('says that a page is no feed, and that a platform shows nothing without signing in', async () => {
    const page = await startWebPage('<!doctype html><html><head></head><body>Hello</body></html>')
    expect(await refused(await account({ platform: 'feed', handle: 'page', url: page.url }))).toEqual([
      422,
      'look-up.not-understood',
    ])
    await page.close()
    const linkedin = await account({ platform: 'linkedin', handle: 'kavrela' })
    expect(await refused(linkedin)).toEqual([422, 'look-up.not-possible'])
    expect((await world.admin.call('GET', `/api/v1/audit-accounts/${linkedin}`)).at('canLookUp')).toBe(false)
  })

  it('never reaches a private address', async () => {
    const outbound = guardedOutbound({ allowPrivate: false })
    const tools = { outbound, clock: world.kernel.clock, blueskyProfiles: bluesky.url }
    for (const [platform, url] of [
      ['mastodon', `${mastodon.url}/@brand`],
      ['feed', 'http://169.254.169.254/latest/meta-data'],
      ['wordpress', 'http://10.0.0.1/'],
      ['bluesky', ''],
    ] as const)
      expect(await lookUpProfile(tools, platform, { handle: 'brand', url })).toEqual({
        kind: 'problem',
        code: 'look-up.not-allowed',
      })
    await outbound.close()
  })

  it('does not follow an API address to another place than the site', async () => {
    const inside = await startWebPage('secret')
    const { outbound } = world.kernel
    const strange: typeof outbound = async (request) => {
      const answer = await outbound(request)
      answer.headers.set('link', `<${inside.url.replace('localhost', '127.0.0.1')}/>; rel="https://api.w.org/"`)
      return answer
    }
    const site = await startWebPage('<html></html>')
    const tools = { outbound: strange, clock: world.kernel.clock, blueskyProfiles: '' }
    await lookUpProfile(tools, 'wordpress', { handle: 'site', url: site.url })
    expect(inside.visits).toHaveLength(0)
    await site.close()
    await inside.close()
  })
})

it('once a week looks up whatever was not looked up for a week, and leaves a history of readings', async () => {
  bluesky.setProfile('weekly.example', { followers: 10, posts: [] })
  const id = await account({ platform: 'bluesky', handle: 'weekly.example' })
  await lookUpAllAccounts(world.kernel)
  time = new Date('2026-11-25T04:23:00Z')
  await lookUpAllAccounts(world.kernel)
  time = new Date('2026-11-29T10:00:00Z')
  bluesky.setProfile('weekly.example', { followers: 15, posts: [] })
  await lookUpAllAccounts(world.kernel)
  const readings = await world.admin.call('GET', `/api/v1/audit-accounts/${id}/readings?limit=1`)
  expect([readings.at('items.0.followers'), readings.at('items.0.at')]).toEqual([15, time.toISOString()])
  const older = await world.admin.call(
    'GET',
    `/api/v1/audit-accounts/${id}/readings?limit=5&cursor=${String(readings.at('nextCursor'))}`,
  )
  expect([older.at('items.0.followers'), older.at('items.1'), older.at('nextCursor')]).toEqual([10, undefined, null])
})

it('asks the network’s own public view of Bluesky unless an administrator names another', () => {
  expect(readConfig({}).blueskyProfiles).toBe('https://public.api.bsky.app')
})
