import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  newsroomPicture,
  startNewsrooms,
  type NewsroomServer,
  type TestOrganisation,
} from '#test/servers/newsroom-world.ts'
import { createRenditionCache } from './rendition-cache.ts'

let server: NewsroomServer
let organisation: TestOrganisation
beforeAll(async () => {
  server = await startNewsrooms()
  organisation = await server.addOrganisation()
  const pictures = [await newsroomPicture('One'), await newsroomPicture('Two', { width: 300, height: 100 })]
  const broken = { ...(await newsroomPicture('Three')), bytes: async () => new Uint8Array([1, 2, 3]) }
  await server.publish(organisation, 'Text', { title: 'Seen', pictures: [...pictures, broken] })
})
afterAll(() => server.close())

const get = (path: string, headers = {}) => server.get(`/newsroom/${organisation.slug}/pictures/${path}`, headers)

describe('a picture of an article', () => {
  it.each([
    ['seen/1.webp?width=480', 'webp', 480, 320],
    ['seen/1.webp?width=481', 'webp', 960, 640],
    ['seen/1.jpg?width=99999', 'jpeg', 1200, 800],
    ['seen/1', 'webp', 1200, 800],
    ['seen/1?width=<script>', 'webp', 1200, 800],
    ['seen/2.webp?width=480', 'webp', 300, 100],
  ])('%s is %s, %d pixels wide', async (path, format, width, height) => {
    const answer = await get(path)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, `image/${format}`])
    expect(answer.headers.get('cache-control')).toBe('public, max-age=604800, immutable')
    expect(await sharp(await answer.arrayBuffer()).metadata()).toMatchObject({ format, width, height })
  })

  it('says nothing about who took it', async () => {
    const bytes = Buffer.from(await (await get('seen/1.jpg')).arrayBuffer())
    expect(bytes.includes('Ayse')).toBe(false)
  })

  it('is not sent again to a reader who has it', async () => {
    const tag = (await get('seen/1.webp?width=480')).headers.get('etag') ?? ''
    expect((await get('seen/1.webp?width=480', { 'if-none-match': tag })).status).toBe(304)
    expect((await get('seen/1.webp?width=960', { 'if-none-match': tag })).status).toBe(200)
  })

  it('stands on its page in several widths, with its size and its description', async () => {
    const page = await (await server.get(`/newsroom/${organisation.slug}/seen`)).text()
    expect(page).toMatch(
      /srcset="[^"]+1\.webp\?width=480 480w, [^"]+width=960 960w, [^"]+width=1440 1200w"[^>]*width="1200"\s+height="800"\s+alt="One"/,
    )
    expect(page).toMatch(/2\.webp\?width=960"\s+srcset="[^",]+width=480 300w"[^>]*alt="Two"/)
  })

  it.each([
    'seen/0',
    'seen/4',
    'seen/01',
    'seen/1.png',
    'seen/1.svg',
    'seen/3.webp',
    'seen/100',
    'unseen/1',
    'seen/..%2f..%2f..%2fetc%2fpasswd',
    '..%2f..%2f/1',
    'seen/%00',
    'seen/1%00.webp',
  ])('is not at %s', async (path) => {
    const answer = await get(path)
    expect([answer.status, await answer.text()]).toEqual([404, ''])
  })
})

describe('the pictures made lately', () => {
  const limits = { mostBytes: 10, mostAtOnce: 1, mostWaiting: 1 }

  it('are made once, also while they are being made', async () => {
    const cache = createRenditionCache(limits)
    let made = 0
    const make = async () => new Uint8Array([(made += 1)])
    await Promise.all([cache.get('a', make), cache.get('a', make)])
    await cache.get('a', make)
    expect(made).toBe(1)
  })

  it('are as many as fit, without the one that nobody asked for the longest', async () => {
    const cache = createRenditionCache(limits)
    const asked: string[] = []
    const ask = (key: string) => cache.get(key, async () => (asked.push(key), new Uint8Array(4)))
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await ask(key)
    expect(asked).toEqual(['a', 'b', 'c', 'b'])
  })

  it('wait for their turn, and beyond that nobody waits', async () => {
    const cache = createRenditionCache(limits)
    const { promise, resolve } = Promise.withResolvers<Uint8Array>()
    const [first, second] = [cache.get('a', () => promise), cache.get('b', async () => null)]
    expect(await cache.get('c', async () => null)).toBe('busy')
    resolve(new Uint8Array(1))
    expect([await first, await second]).toEqual([new Uint8Array(1), null])
    expect(await cache.get('c', async () => new Uint8Array(2))).toEqual(new Uint8Array(2))
  })

  it('fail for themselves only', async () => {
    const cache = createRenditionCache(limits)
    await expect(cache.get('a', () => Promise.reject(new Error('disk')))).rejects.toThrow('disk')
    expect(await cache.get('a', async () => new Uint8Array(1))).toEqual(new Uint8Array(1))
  })
})
