import { parseJsonFeed, parseRssFeed } from 'feedsmith'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import {
  newsroomPicture,
  PUBLIC_URL,
  startNewsrooms,
  type NewsroomServer,
  type TestOrganisation,
} from '#test/servers/newsroom-world.ts'

let server: NewsroomServer
let organisation: TestOrganisation
beforeAll(async () => {
  server = await startNewsrooms()
})
afterAll(() => server.close())
beforeEach(async () => {
  organisation = await server.addOrganisation({ name: 'Kavrela & <Sons>', language: 'tr' })
})

const at = (path = '') => `/newsroom/${organisation.slug}${path}`
const ids = { uuid: expect.stringMatching(/^urn:uuid:[\da-f-]{36}$/) }
const odd = 'Şubat ]]> & <b>“günler”</b> \u0007\uffff'
const shownOdd = 'Şubat ]]> & <b>“günler”</b>'

it('gives whole articles as RSS, newest first', async () => {
  await server.publish(organisation, 'First', { title: 'First', language: 'en' })
  await server.publish(organisation, '**Kahve** ]]> günü', {
    title: odd,
    summary: odd,
    language: 'tr',
    pictures: [await newsroomPicture('Bir "fincan"')],
  })
  const answer = await server.get(at('/feed.xml'))
  expect(answer.headers.get('content-type')).toBe('application/rss+xml; charset=utf-8')
  const feed = parseRssFeed(await answer.text())
  expect(feed).toMatchObject({
    title: 'Kavrela & <Sons> haberleri',
    link: PUBLIC_URL + at(),
    language: 'tr',
    atom: { links: [{ href: PUBLIC_URL + at('/feed.xml'), rel: 'self' }] },
  })
  expect(feed.items).toHaveLength(2)
  const [second, first] = feed.items ?? []
  expect(second).toMatchObject({
    title: shownOdd,
    description: 'Şubat ]]&gt; &amp; &lt;b&gt;“günler”&lt;/b&gt;',
    link: PUBLIC_URL + at('/subat-b-gunler-b'),
    guid: { value: ids.uuid, isPermaLink: false },
    dc: { languages: ['tr'] },
  })
  expect(second?.content?.encoded).toBe(
    `<figure><img src="${PUBLIC_URL}${at('/pictures/subat-b-gunler-b/1.jpg?width=1440')}" alt="Bir &quot;fincan&quot;" /></figure><p><strong>Kahve</strong> ]]&gt; günü</p>`,
  )
  expect(new Date(second?.pubDate ?? '').getTime()).toBeGreaterThan(Date.now() - 60_000)
  expect(first?.link).toBe(PUBLIC_URL + at('/first'))
})

it('gives whole articles as JSON Feed 1.1', async () => {
  await server.publish(organisation, '**Kahve**', { title: odd, language: 'tr', pictures: [await newsroomPicture('')] })
  const answer = await server.get(at('/feed.json'))
  expect(answer.headers.get('content-type')).toBe('application/feed+json; charset=utf-8')
  const text = await answer.text()
  expect(JSON.parse(text)).toMatchObject({ version: 'https://jsonfeed.org/version/1.1' })
  expect(parseJsonFeed(text)).toMatchObject({
    title: 'Kavrela & <Sons> haberleri',
    home_page_url: PUBLIC_URL + at(),
    feed_url: PUBLIC_URL + at('/feed.json'),
    items: [
      {
        id: ids.uuid,
        title: shownOdd,
        summary: 'Kahve',
        language: 'tr',
        content_html: expect.stringContaining('<strong>Kahve</strong>'),
        image: expect.stringContaining('/1.jpg?width=1440'),
      },
    ],
  })
})

it('is a feed without an article too', async () => {
  expect(parseRssFeed(await (await server.get(at('/feed.xml'))).text())).toMatchObject({
    title: 'Kavrela & <Sons> haberleri',
  })
  expect(parseJsonFeed(await (await server.get(at('/feed.json'))).text()).items ?? []).toEqual([])
})

it('lists every address for search engines', async () => {
  await server.publish(organisation, 'Text', { title: 'Çağrı' })
  await server.publish(organisation, 'Text', { title: 'أخبار' })
  const answer = await server.get(at('/sitemap.xml'))
  expect(answer.headers.get('content-type')).toBe('application/xml; charset=utf-8')
  const addresses = [...(await answer.text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address)
  expect(addresses).toEqual(['', `/${encodeURIComponent('أخبار')}`, '/cagri'].map((path) => PUBLIC_URL + at(path)))
})
