import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { CLIENT_ADDRESS } from '#server/kernel/http/client-address.ts'
import { forgetVisitors } from '../jobs.ts'
import { addOrganisation, openTestWorld, type TestOrganisation, type TestWorld } from '../test-organisation.ts'
import { linkPages } from './link-pages.ts'
import { linkTracker } from './link-tracker.ts'
import { listLinks } from './list-links.ts'

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0'
let world: TestWorld
let shop: TestOrganisation
let post: string
let channelId: string
let path: string

beforeAll(async () => {
  world = await openTestWorld('2026-11-22T10:00:00Z')
  shop = await addOrganisation(world, { zone: 'Europe/Istanbul' })
})
afterAll(() => world.close())

beforeEach(async () => {
  world.setNow('2026-11-22T10:00:00Z')
  const campaignId = await shop.addCampaign('İlk hasat, Sipi')
  channelId = await shop.addChannel('Mastodon TR')
  post = await shop.addPost({ channelId, campaignId, title: 'Harvest' })
  path = await track(`See https://shop.example/beans?x=1#top`)
})

async function track(text: string, postId = post): Promise<string> {
  const texts = await shop.inside((db) =>
    linkTracker(world.kernel).trackLinks(db, {
      organisationId: shop.id,
      postId,
      channelId,
      campaignId: null,
      texts: [text],
    }),
  )
  return /\/l\/\w+/.exec(texts[0] ?? '')?.[0] ?? ''
}

interface Visit {
  readonly address?: string
  readonly agent?: string
  readonly method?: string
  readonly headers?: Record<string, string>
}

const visit = async (
  { address = '203.0.113.5', agent = FIREFOX, method = 'GET', headers = {} }: Visit = {},
  at = path,
) =>
  linkPages(world.kernel).request(at, {
    method,
    headers: { [CLIENT_ADDRESS]: address, 'user-agent': agent, ...headers },
  })

const counts = async () => {
  const { items } = await listLinks(world.kernel, shop.actor, { postId: post, limit: 50 })
  return items.map(({ clicks, robots }) => ({ clicks, robots }))
}
const clickIn = (response: Response) => new URL(response.headers.get('location') ?? '').searchParams.get('tutti_click')

it('leads on to the target and tells it where the visitor comes from', async () => {
  const response = await visit({ headers: { referer: 'https://mastodon.example/@k/1' } })
  expect(response.status).toBe(302)
  const location = new URL(response.headers.get('location') ?? '')
  expect(location.origin + location.pathname + location.hash).toBe('https://shop.example/beans#top')
  expect(Object.fromEntries(location.searchParams)).toEqual({
    x: '1',
    utm_source: 'mastodon',
    utm_medium: 'social',
    utm_campaign: 'ilk-hasat-sipi',
    utm_content: post,
    tutti_click: expect.stringMatching(/^[0-9a-f-]{36}$/),
  })
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('referrer-policy')).toBe('strict-origin')
  expect(response.headers.get('set-cookie')).toBeNull()
  const stored = await shop.inside((db) =>
    db.selectFrom('measurement_clicks').selectAll().where('id', '=', clickIn(response)).executeTakeFirstOrThrow(),
  )
  expect(stored).toMatchObject({ post_id: post, robot: false, referrer_host: 'mastodon.example' })
  expect(JSON.stringify(stored)).not.toContain('203.0.113.5')
})

it('names no campaign where the post has none', async () => {
  const lonely = await shop.addPost({ channelId: await shop.addChannel('Other') })
  const response = await visit({}, await track('https://shop.example/', lonely))
  expect(new URL(response.headers.get('location') ?? '').searchParams.get('utm_campaign')).toBe('none')
})

it.each([
  ['a robot', { agent: 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' }],
  ['a program without a name', { agent: '' }],
  ['a HEAD request', { method: 'HEAD' }],
  ['a page fetched in advance', { headers: { 'sec-purpose': 'prefetch;prerender' } }],
  ['a preview', { headers: { purpose: 'preview' } }],
])('leads %s on and does not count it as a person', async (_, request: Visit) => {
  expect((await visit(request)).status).toBe(302)
  expect(await counts()).toEqual([{ clicks: 0, robots: 1 }])
})

it('counts a double click once, even two at the same moment, and a later one again', async () => {
  const [first, second] = await Promise.all([visit(), visit()])
  expect(clickIn(second)).toBe(clickIn(first))
  world.setNow('2026-11-22T10:00:09Z')
  expect(clickIn(await visit())).toBe(clickIn(first))
  expect(await counts()).toEqual([{ clicks: 1, robots: 0 }])
  world.setNow('2026-11-22T10:00:10Z')
  await visit()
  expect(await counts()).toEqual([{ clicks: 2, robots: 0 }])
})

it('tells visitors apart by address and browser', async () => {
  await visit()
  await visit({ address: '203.0.113.6' })
  await visit({ agent: `${FIREFOX} Other` })
  expect(await counts()).toEqual([{ clicks: 3, robots: 0 }])
})

it('lets a person count whose browser fetched the page in advance', async () => {
  await visit({ headers: { 'sec-purpose': 'prefetch' } })
  await visit()
  expect(await counts()).toEqual([{ clicks: 1, robots: 1 }])
})

it('stores no more than fifty clicks of one visitor on a link in a day', async () => {
  for (let minute = 0; minute < 60; minute += 1) {
    world.setNow(`2026-11-22T11:${String(minute).padStart(2, '0')}:00Z`)
    expect((await visit()).status).toBe(302)
  }
  expect(await counts()).toEqual([{ clicks: 50, robots: 0 }])
})

it('cannot tell the same visitor on the next day of the organisation, and forgets the key of the day before', async () => {
  const visitorOf = async (response: Response) =>
    (
      await shop.inside((db) =>
        db
          .selectFrom('measurement_clicks')
          .select('visitor')
          .where('id', '=', clickIn(response))
          .executeTakeFirstOrThrow(),
      )
    ).visitor
  const keys = () => shop.inside((db) => db.selectFrom('measurement_visitor_keys').select('day').execute())
  const [morning, evening] = [await visit(), await (world.setNow('2026-11-22T20:59:59Z'), visit())]
  expect(await visitorOf(evening)).toBe(await visitorOf(morning))
  // Midnight in Istanbul.
  world.setNow('2026-11-22T21:00:00Z')
  expect(await visitorOf(await visit())).not.toBe(await visitorOf(morning))
  expect(await keys()).toEqual([{ day: '2026-11-23' }])
  world.setNow('2026-11-24T10:00:00Z')
  await forgetVisitors(world.kernel)
  expect(await keys()).toEqual([])
})

it.each(['/l/zzzzzzz', '/l/short', "/l/'%20or%201=1", '/l/https:%2F%2Fevil.example'])(
  'knows nothing of %s',
  async (unknown) => {
    const response = await visit({ headers: { 'accept-language': 'tr' } }, unknown)
    expect(response.status).toBe(404)
    expect(response.headers.get('location')).toBeNull()
    expect(await response.text()).toContain('<html lang="tr">')
  },
)

it('leads nowhere but to web addresses, whatever is stored', async () => {
  await shop.inside((db) =>
    db.updateTable('measurement_links').set({ target: 'javascript:alert(1)' }).where('post_id', '=', post).execute(),
  )
  expect((await visit()).status).toBe(404)
})

it('shows the links and clicks of one organisation to that one only', async () => {
  await visit()
  const other = await addOrganisation(world)
  expect(await listLinks(world.kernel, other.actor, { limit: 50 })).toEqual({ items: [], nextCursor: null })
  expect(await other.inside((db) => db.selectFrom('measurement_clicks').selectAll().execute())).toEqual([])
})
