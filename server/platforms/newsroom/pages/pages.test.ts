import sanitize from 'sanitize-html'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  newsroomPicture,
  PUBLIC_URL,
  startNewsrooms,
  type NewsroomServer,
  type TestOrganisation,
} from '#test/servers/newsroom-world.ts'
import type { Message, Picture } from '../../port.ts'

let server: NewsroomServer
let organisation: TestOrganisation
beforeAll(async () => {
  server = await startNewsrooms()
})
afterAll(() => server.close())
beforeEach(async () => {
  organisation = await server.addOrganisation({ name: 'Kavrela Coffee' })
})

const at = (path = '') => `/newsroom/${organisation.slug}${path}`
const read = async (path = '') => (await server.get(at(path))).text()
async function publish(text: string, told: Partial<Message> & { readonly pictures?: readonly Picture[] } = {}) {
  const outcome = await server.publish(organisation, text, told)
  if (outcome.kind !== 'published') throw new Error(`Ended as ${JSON.stringify(outcome)}`)
  return {
    ...outcome,
    path: outcome.url.slice(PUBLIC_URL.length),
    remove: () =>
      server.platform.publisher.remove(organisation.account(), outcome, {
        read: () => null,
        keep: async () => undefined,
      }),
  }
}

describe('an article of the newsroom', () => {
  it('is read under its title, with its date, its summary and where it belongs', async () => {
    const { url, path } = await publish('# Why\n\nBecause **we** can.', {
      title: 'Coffee & more',
      summary: 'In short.',
    })
    const answer = await server.get(path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    const page = await answer.text()
    for (const part of [
      '<title>Coffee &amp; more – Kavrela Coffee</title>',
      `<link rel="canonical" href="${url}"`,
      '<meta property="og:type" content="article"',
      '<meta property="og:title" content="Coffee &amp; more"',
      '<meta name="twitter:card" content="summary"',
      '<meta name="description" content="In short."',
      '<h1 dir="auto" lang="en">Coffee &amp; more</h1>',
      '<p class="standfirst" dir="auto" lang="en">In short.</p>',
      '<h2>Why</h2>\n<p>Because <strong>we</strong> can.</p>',
      `<link rel="alternate" type="application/rss+xml" title="Kavrela Coffee (RSS)" href="${PUBLIC_URL}${at('/feed.xml')}"`,
    ])
      expect(page).toContain(part)
    expect(page).toMatch(/<time datetime="\d{4}-\d\d-\d\dT[\d:.]+Z">\d{1,2} \w+ \d{4}<\/time>/)
  })

  it('does not say its beginning twice', async () => {
    await publish('The beginning of it. '.repeat(30), { title: 'Long' })
    expect(await read('/long')).not.toContain('standfirst')
  })

  it('runs and loads nothing: the policy of the page says so', async () => {
    const { path } = await publish('Text')
    const policy = (await server.get(path)).headers.get('content-security-policy')
    expect(policy).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    )
    expect((await server.get(path)).headers.get('set-cookie')).toBeNull()
  })

  const evil = `</title></p></style>"'><script>alert(1)</script><img src=x onerror=alert(2)><a href="javascript:alert(3)">x</a>`

  it('stays harmless whatever its title, summary, text and descriptions say', async () => {
    const harmless = await publish('Text', {
      title: 'Plain',
      summary: 'Plain',
      pictures: [await newsroomPicture('Plain')],
    })
    const harmful = await publish('Text', {
      title: evil,
      summary: evil,
      language: '"><script>',
      pictures: [await newsroomPicture(evil)],
    })
    expect(elements(await (await server.get(harmful.path)).text())).toEqual(
      elements(await (await server.get(harmless.path)).text()),
    )
    await harmless.remove()
    const list = await read()
    expect(elements(list).filter((name) => /script|onerror|onmouseover/.test(name))).toEqual([])
    expect(list).toContain('&lt;script&gt;alert(1)')
    const { path } = await publish(evil, { title: 'In the text' })
    const page = await (await server.get(path)).text()
    expect(elements(page).filter((name) => /^(?:script|img)|onerror/.test(name))).toEqual([])
    expect(page).not.toMatch(/href="javascript/)
  })

  it('answers 410 with a page that says so after its removal, in its own language', async () => {
    const { path, remove } = await publish('Metin', {
      title: 'Gizli',
      language: 'tr',
      pictures: [await newsroomPicture('Gizli')],
    })
    await remove()
    const answer = await server.get(path)
    expect(answer.status).toBe(410)
    const page = await answer.text()
    expect(page).toContain('<html lang="tr">')
    expect(page).toContain('Artık yayında değil')
    expect(page).not.toContain('Gizli')
    expect((await server.get(at('/pictures/gizli/1.webp'))).status).toBe(410)
    for (const place of ['', '/feed.xml', '/feed.json', '/sitemap.xml'])
      expect(await read(place)).not.toContain('gizli')
  })

  it('is not shown in the newsroom of another organisation', async () => {
    const { path } = await publish('Ours', { title: 'Only ours', pictures: [await newsroomPicture('Ours')] })
    const other = await server.addOrganisation()
    const theirs = `/newsroom/${other.slug}`
    for (const place of ['/only-ours', '/pictures/only-ours/1'])
      expect((await server.get(theirs + place)).status).toBe(404)
    for (const place of ['', '/feed.xml', '/feed.json', '/sitemap.xml'])
      expect(await (await server.get(theirs + place)).text()).not.toContain('only-ours')
    expect((await server.get(path)).status).toBe(200)
  })

  it('has an address in the letters of its title', async () => {
    const { url, path } = await publish('Текст', { title: 'Новости' })
    expect(url).toBe(`${PUBLIC_URL}${at('/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8')}`)
    expect((await server.get(path)).status).toBe(200)
  })
})

describe('the list of a newsroom', () => {
  it('says that there is no news yet', async () => {
    expect(await read()).toContain('<p class="empty">No news yet.</p>')
  })

  it('speaks the language of its organisation', async () => {
    const turkish = await server.addOrganisation({ name: 'Kavrela', language: 'tr' })
    const page = await (await server.get(`/newsroom/${turkish.slug}`, { 'accept-language': 'en' })).text()
    expect(page).toContain('<html lang="tr">')
    expect(page).toContain('Henüz haber yok.')
  })

  it('shows 20 on a page, newest first', async () => {
    for (let number = 1; number <= 21; number += 1) await publish('Text', { title: `Number ${number}` })
    const titles = (page: string) => [...page.matchAll(/>Number (\d+)</g)].map(([, number]) => Number(number))
    const first = await read()
    expect(titles(first)).toEqual(Array.from({ length: 20 }, (_, index) => 21 - index))
    expect(first).toContain(`<a rel="next" href="${PUBLIC_URL}${at('?page=2')}">Older</a>`)
    const second = await read('?page=2')
    expect(titles(second)).toEqual([1])
    expect(second).toContain(`<link rel="canonical" href="${PUBLIC_URL}${at('?page=2')}"`)
    expect(second).not.toContain('rel="next"')
  })

  it.each([
    '?page=2',
    '?page=0',
    '?page=-1',
    '?page=x',
    '?page=1e9',
    '/nothing',
    '/%00',
    '/..%2f..%2fetc%2fpasswd',
    "/'%20or%201=1",
    '/%ff',
  ])('knows nothing at %s', async (place) => {
    const answer = await server.get(at(place))
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('Nothing here')
  })

  it.each(['/newsroom/nobody', '/newsroom/nobody/feed.xml', '/newsroom/%00', '/newsroom/a%2fb'])(
    'is unknown where nobody lives: %s',
    async (path) => {
      const answer = await server.get(path, { 'accept-language': 'tr-TR,tr;q=0.9' })
      expect([answer.status, answer.headers.get('vary')]).toEqual([404, 'accept-language'])
      expect(await answer.text()).toContain('Burada bir şey yok')
    },
  )
})

describe('a reader who comes again', () => {
  it.each(['', '/feed.xml', '/feed.json', '/sitemap.xml', '/an-article'])(
    'gets nothing new where nothing changed: %s',
    async (place) => {
      await publish('Text')
      server.moveClock(2000)
      const first = await server.get(at(place))
      const tag = first.headers.get('etag') ?? ''
      const modified = first.headers.get('last-modified') ?? ''
      expect(first.headers.get('cache-control')).toMatch(/^public, max-age=\d+$/)
      for (const headers of [
        { 'if-none-match': tag },
        { 'if-none-match': `"other", W/${tag}` },
        { 'if-modified-since': modified },
      ]) {
        const again = await server.get(at(place), headers)
        expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag])
      }
      const stale = { 'if-none-match': '"other"', 'if-modified-since': modified }
      expect((await server.get(at(place), stale)).status).toBe(200)
    },
  )

  it('is told of a new article and of a removed one, even within the same second', async () => {
    const { remove } = await publish('Text')
    const before = await server.get(at('/feed.xml'))
    expect(before.headers.get('last-modified')).toBeNull()
    const since = { 'if-modified-since': new Date().toUTCString() }
    await publish('Text')
    expect((await server.get(at('/feed.xml'), since)).status).toBe(200)
    server.moveClock(5000)
    const modified = (await server.get(at())).headers.get('last-modified') ?? ''
    await remove()
    expect((await server.get(at(), { 'if-modified-since': modified })).status).toBe(200)
  })

  it('may ask for the head only', async () => {
    const { path } = await publish('Text')
    const answer = await server.get(path, {}, 'HEAD')
    expect([answer.status, await answer.text()]).toEqual([200, ''])
  })

  it('keeps the stylesheet that its page names', async () => {
    const address = /<link rel="stylesheet" href="([^"]+)"/.exec(await read())?.[1] ?? ''
    const answer = await server.get(address)
    expect([answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
      'text/css; charset=utf-8',
      'public, max-age=31536000, immutable',
    ])
    expect((await server.get(address, { 'if-none-match': answer.headers.get('etag') ?? '' })).status).toBe(304)
  })
})

/** Every element of a page with the names of its attributes, as a browser would find them. */
function elements(page: string): string[] {
  const found: string[] = []
  sanitize(page, {
    allowedTags: false,
    allowedAttributes: false,
    allowVulnerableTags: true,
    onOpenTag: (name, attributes) => found.push([name, ...Object.keys(attributes)].join(' ')),
  })
  return found
}
