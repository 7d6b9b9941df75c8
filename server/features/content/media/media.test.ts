import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sniffPicture } from '#server/kernel/files/sniff-picture.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { expectRefusal, NOBODY } from '#server/features/strategy/test-organisation.ts'
import { findMedia, mediaPages } from '../index.ts'
import { openContent, pictureFile } from '../test-content.ts'

let world: Awaited<ReturnType<typeof openContent>>
let ada: Actor
let stranger: Actor
const content = (ifMatch: number | null = null) => world.content(ada, ifMatch)
beforeAll(async () => {
  world = await openContent(100_000)
  ada = await world.rooms.addOrganisation()
  stranger = await world.rooms.addOrganisation()
})
afterAll(() => world.rooms.close())

async function storedFiles(): Promise<number> {
  let count = 0
  for await (const _ of world.rooms.kernel.files.list()) count += 1
  return count
}

describe('an uploaded picture', () => {
  it('is kept with what its bytes say of it', async () => {
    const file = await pictureFile('../Kırmızı kiraz.jpeg')
    const media = await content().addMedia({ file, altText: 'A red cherry' })
    expect(media).toMatchObject({
      name: 'Kırmızı kiraz.jpeg',
      type: 'image/png',
      width: 40,
      height: 30,
      bytes: file.size,
      altText: 'A red cherry',
      url: `/api/v1/media/${media.id}/file`,
    })
    expect((await content().media({})).items[0]).toEqual(media)
    const { database } = world.rooms.kernel
    const found = await database.inOrganisation(ada.organisationId, (db) =>
      findMedia(db, ada.organisationId, [media.id, NOBODY]),
    )
    expect([...found.keys()]).toEqual([media.id])
    expect(
      await database.inOrganisation(stranger.organisationId, (db) =>
        findMedia(db, stranger.organisationId, [media.id]),
      ),
    ).toEqual(new Map())
  })

  it.each([
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['nothing', ''],
  ])('is refused where it is %s with the name of a picture, and not stored', async (_what, text) => {
    const before = await storedFiles()
    await expectRefusal(
      content().addMedia({ file: new File([text], 'a.png', { type: 'image/png' }) }),
      'media.not-a-picture',
      'file',
    )
    expect(await storedFiles()).toBe(before)
  })

  it('is refused where it is too large', async () => {
    await expectRefusal(
      content().addMedia({ file: new File([new Uint8Array(100_001)], 'a.png') }),
      'media.too-large',
      'file',
    )
  })

  it('is described by those who read the latest version', async () => {
    const { id, version } = await content().addMedia({ file: await pictureFile() })
    expect(await content(version).changeMedia({ id, altText: 'A cherry' })).toMatchObject({
      altText: 'A cherry',
      version: 2,
    })
    await expectRefusal(content(version).changeMedia({ id, altText: 'Late' }), 'record.changed')
    await expectRefusal(world.content(stranger).changeMedia({ id, altText: 'x' }), 'record.not-found')
    expect(await world.rooms.eventsOf(ada, id)).toMatchObject([
      { verb: 'media.added', after: { name: 'red.png', type: 'image/png' } },
      { verb: 'media.changed', before: { altText: '' }, after: { altText: 'A cherry' } },
    ])
  })
})

describe('the bytes of a picture', () => {
  /** Serves pictures to whoever the header names. */
  const pages = () =>
    mediaPages({
      kernel: world.rooms.kernel,
      authenticate: async (request) =>
        ({ ada, stranger, guest: { ...ada, role: 'viewer' as const } })[request.headers.get('authorization') ?? ''] ??
        null,
      may: (actor) => actor.role !== 'viewer',
    })
  const fetchPicture = async (
    path: string,
    headers: Record<string, string> = { authorization: 'ada' },
    method = 'GET',
  ) => pages().request(`/api/v1/media/${path}`, { headers, method })

  it('are served as they were uploaded, as a picture and nothing else', async () => {
    const file = await pictureFile('Işık "1".png')
    const { id } = await content().addMedia({ file })
    const response = await fetchPicture(`${id}/file`)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(file.size),
      'content-disposition': "inline; filename*=UTF-8''I%C5%9F%C4%B1k%20%221%22.png",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=3600',
      'content-security-policy': "default-src 'none'; sandbox",
    })
    expect(await response.bytes()).toEqual(await file.bytes())
    const head = await fetchPicture(`${id}/file`, { authorization: 'ada' }, 'HEAD')
    expect([head.status, head.headers.get('content-type'), await head.text()]).toEqual([200, 'image/png', ''])
  })

  it('are not sent again to whoever has them', async () => {
    const { id } = await content().addMedia({ file: await pictureFile() })
    const tag = (await fetchPicture(`${id}/file`)).headers.get('etag') ?? ''
    const again = await fetchPicture(`${id}/file`, { authorization: 'ada', 'if-none-match': tag })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  it('come smaller where a smaller width is asked, in a few widths only', async () => {
    const { id } = await content().addMedia({ file: await pictureFile('wide.png', { width: 1000, height: 500 }) })
    const widthOf = async (query: string) => sniffPicture(await (await fetchPicture(`${id}/file${query}`)).bytes())
    expect(await widthOf('?width=300')).toMatchObject({ type: 'image/webp', width: 384, height: 192 })
    expect(await widthOf('?width=384')).toMatchObject({ width: 384 })
    for (const query of ['?width=900', '?width=5000', '?width=-1', '?width=x', '?width=1e9'])
      expect(await widthOf(query)).toMatchObject({ type: 'image/png', width: 1000 })
  })

  it('lose place and camera when they are made smaller', async () => {
    const bytes = await sharp({ create: { width: 200, height: 100, channels: 3, background: '#123' } })
      .jpeg()
      .withMetadata({ exif: { IFD0: { Model: 'Planted Camera' } } })
      .toBuffer()
    const { id } = await content().addMedia({ file: new File([new Uint8Array(bytes)], 'a.jpg') })
    expect((await (await fetchPicture(`${id}/file?width=96`)).text()).includes('Planted')).toBe(false)
  })

  it('are for members who may read content', async () => {
    const { id } = await content().addMedia({ file: await pictureFile() })
    expect((await fetchPicture(`${id}/file`, {})).status).toBe(401)
    for (const authorization of ['stranger', 'guest'])
      expect((await fetchPicture(`${id}/file`, { authorization })).status).toBe(404)
    expect((await fetchPicture(`${NOBODY}/file`)).status).toBe(404)
    expect((await fetchPicture('..%2f..%2fetc/file')).status).toBe(404)
  })
})
