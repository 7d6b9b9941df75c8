import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { addOrganisation, openTestWorld, type TestOrganisation, type TestWorld } from '../test-organisation.ts'
import { linkTracker } from './link-tracker.ts'
import { listLinks } from './list-links.ts'

let world: TestWorld
let shop: TestOrganisation
let channelId: string
let postId: string

beforeAll(async () => {
  world = await openTestWorld('2026-11-22T10:00:00Z')
  shop = await addOrganisation(world)
  channelId = await shop.addChannel('Bluesky EN')
})
afterAll(() => world.close())
beforeEach(async () => {
  postId = await shop.addPost({ channelId, text: '# A long story\nwith more' })
})

const track = (texts: string[]) =>
  shop.inside((db) =>
    linkTracker(world.kernel).trackLinks(db, { organisationId: shop.id, postId, channelId, campaignId: null, texts }),
  )
const targets = async () =>
  (await listLinks(world.kernel, shop.actor, { postId, limit: 50 })).items.map((link) => link.target)

it('gives one target of a post one link, in all its texts and for all times', async () => {
  const texts = await track(['A https://shop.example/a, and', 'https://shop.example/a again: https://shop.example/b.'])
  const [one] = /https:\S+?(?=,)/.exec(texts[0] ?? '') ?? ['']
  expect(one).toMatch(/^https:\/\/social\.example\.org\/l\/[1-9A-HJ-NP-Za-km-z]{7}$/)
  expect(one).toHaveLength(linkTracker(world.kernel).linkLength)
  expect(texts[0]).toBe(`A ${one}, and`)
  expect(texts[1]?.startsWith(`${one} again: https://social.example.org/l/`)).toBe(true)
  expect(texts[1]?.endsWith('.')).toBe(true)
  expect(
    await track(['A https://shop.example/a, and', 'https://shop.example/a again: https://shop.example/b.']),
  ).toEqual(texts)
  expect((await targets()).sort()).toEqual(['https://shop.example/a', 'https://shop.example/b'])
})

it('leaves short links of ours and texts without links', async () => {
  const texts = ['Words only', 'https://social.example.org/l/aB3xYz9']
  expect(await track(texts)).toEqual(texts)
  expect(await targets()).toEqual([])
})

it('counts links to our own newsroom as well', async () => {
  expect((await track(['https://social.example.org/n/story']))[0]).toMatch(/\/l\//)
})

it('removes the links that a changed post no longer uses, but for those that somebody followed', async () => {
  await track(['https://shop.example/a https://shop.example/b https://shop.example/c'])
  const link = await shop.inside((db) =>
    db
      .selectFrom('measurement_links')
      .selectAll()
      .where('target', '=', 'https://shop.example/a')
      .where('post_id', '=', postId)
      .executeTakeFirstOrThrow(),
  )
  await shop.inside((db) =>
    db
      .insertInto('measurement_clicks')
      .values({
        organisation_id: shop.id,
        id: world.kernel.clock.newId(),
        link_id: link.id,
        post_id: postId,
        at: world.kernel.clock.now(),
        visitor: 'v',
        robot: false,
      })
      .execute(),
  )
  await track(['https://shop.example/c https://shop.example/d'])
  expect((await targets()).sort()).toEqual([
    'https://shop.example/a',
    'https://shop.example/c',
    'https://shop.example/d',
  ])
})

it('keeps the links of a post whose sending was begun: part of it may be out', async () => {
  await track(['https://shop.example/a'])
  await shop.inside((db) =>
    db.updateTable('publishing_deliveries').set({ started_at: new Date() }).where('post_id', '=', postId).execute(),
  )
  await track(['https://shop.example/b'])
  expect((await targets()).sort()).toEqual(['https://shop.example/a', 'https://shop.example/b'])
})

it('lists links by pages, newest first, with the post they belong to', async () => {
  await track(['https://shop.example/1 https://shop.example/2 https://shop.example/3'])
  const first = await listLinks(world.kernel, shop.actor, { postId, limit: 2 })
  const second = await listLinks(world.kernel, shop.actor, { postId, limit: 2, cursor: first.nextCursor ?? '' })
  expect([...first.items, ...second.items].map((link) => link.target)).toEqual([
    'https://shop.example/3',
    'https://shop.example/2',
    'https://shop.example/1',
  ])
  expect(second.nextCursor).toBeNull()
  expect(first.items[0]).toMatchObject({
    postId,
    post: 'A long story',
    channel: 'Bluesky EN',
    clicks: 0,
    robots: 0,
    conversions: 0,
  })
})
