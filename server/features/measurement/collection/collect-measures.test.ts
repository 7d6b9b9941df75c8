import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Measured } from '#server/platforms/port.ts'
import { addOrganisation, openTestWorld, type TestOrganisation, type TestWorld } from '../test-organisation.ts'
import { collectMeasures } from './collect-measures.ts'
import type { MeterOf } from './meter-port.ts'
import { planMeasuring, stopMeasuring } from './plan-measuring.ts'
import { showPostMetrics } from './post-metrics.ts'

let world: TestWorld
let shop: TestOrganisation
let channelId: string

beforeAll(async () => {
  world = await openTestWorld('2026-11-01T12:00:00Z')
})
afterAll(() => world.close())
beforeEach(async () => {
  world.setNow('2026-11-01T12:00:00Z')
  shop = await addOrganisation(world)
  channelId = await shop.addChannel('Mastodon')
})

async function publish(count = 1, measurable = true, channel = channelId): Promise<string[]> {
  const posts: string[] = []
  for (let index = 0; index < count; index += 1) {
    const postId = await shop.addPost({ channelId: channel, publishedAt: '2026-11-01T12:00:00Z' })
    await shop.inside((db) =>
      planMeasuring(db, [
        {
          organisationId: shop.id,
          postId,
          channelId: channel,
          remoteId: `remote-${postId}`,
          publishedAt: world.kernel.clock.now(),
          measurable,
        },
      ]),
    )
    posts.push(postId)
  }
  return posts
}

/** A platform that answers as told, and remembers what it was asked. */
function platform(answer: (remoteIds: readonly string[]) => Measured | Promise<Measured>) {
  const asked: (readonly string[])[] = []
  const meterOf: MeterOf = async (organisationId) =>
    organisationId !== shop.id ? null : { measure: async (remoteIds) => (asked.push(remoteIds), answer(remoteIds)) }
  return { asked, collect: () => collectMeasures(world.kernel, meterOf) }
}
const likes =
  (value: number) =>
  (remoteIds: readonly string[]): Measured => ({
    kind: 'measured',
    measures: remoteIds.map((remoteId) => ({ remoteId, metric: 'likes', value })),
  })
const metrics = (postId: string) => showPostMetrics(world.kernel, shop.actor, postId)

it('asks about a post first five minutes after it went out, then as often as its age asks for', async () => {
  const [post = ''] = await publish()
  const { asked, collect } = platform(likes(1))
  await collect()
  world.setNow('2026-11-01T12:04:59Z')
  await collect()
  expect(asked).toEqual([])
  world.setNow('2026-11-01T12:05:00Z')
  await collect()
  await collect()
  expect(asked).toEqual([[`remote-${post}`]])
  expect(await metrics(post)).toMatchObject({
    collectedAt: '2026-11-01T12:05:00.000Z',
    nextAt: '2026-11-01T12:10:00.000Z',
    problem: null,
  })
  world.setNow('2026-11-01T13:00:00Z')
  await collect()
  expect((await metrics(post)).nextAt).toBe('2026-11-01T14:00:00.000Z')
  world.setNow('2027-02-15T13:00:00Z')
  await collect()
  expect((await metrics(post)).nextAt).toBeNull()
})

it('writes down what changed, and what was counted first even if it is nothing', async () => {
  const [post = ''] = await publish()
  for (const [minute, value] of [
    ['05', 0],
    ['10', 0],
    ['15', 7],
    ['20', 7],
    ['25', 6],
  ] as const) {
    world.setNow(`2026-11-01T12:${minute}:00Z`)
    await platform(likes(value)).collect()
  }
  expect((await metrics(post)).series).toEqual([
    {
      metric: 'likes',
      points: [
        { at: '2026-11-01T12:05:00.000Z', value: 0 },
        { at: '2026-11-01T12:15:00.000Z', value: 7 },
        { at: '2026-11-01T12:25:00.000Z', value: 6 },
      ],
    },
  ])
})

it('asks about at most twenty-five posts of one channel at a time', async () => {
  await publish(27)
  const other = await shop.addChannel('Bluesky')
  await publish(1, true, other)
  world.setNow('2026-11-01T12:05:00Z')
  const { asked, collect } = platform(likes(1))
  await collect()
  expect(asked.map((ids) => ids.length).sort((left, right) => left - right)).toEqual([1, 2, 25])
})

it('lets two workers at the same moment ask once', async () => {
  await publish(3)
  world.setNow('2026-11-01T12:05:00Z')
  const { asked, collect } = platform(likes(1))
  await Promise.all([collect(), collect()])
  expect(asked.flat()).toHaveLength(3)
})

it('waits as long as the platform says, tells why, and goes on afterwards', async () => {
  const [post = ''] = await publish()
  world.setNow('2026-11-01T12:05:00Z')
  const retryAt = new Date('2026-11-01T12:45:00Z')
  await platform(() => ({ kind: 'not-now', reason: { code: 'rate-limited', words: null }, retryAt })).collect()
  expect(await metrics(post)).toMatchObject({
    collectedAt: null,
    nextAt: '2026-11-01T12:45:00.000Z',
    problem: 'rate-limited',
  })
  world.setNow('2026-11-01T12:45:00Z')
  await platform(likes(2)).collect()
  expect(await metrics(post)).toMatchObject({ problem: null, nextAt: '2026-11-01T12:50:00.000Z' })
})

it.each([
  [
    'wants to be connected anew',
    async (): Promise<Measured> => ({ kind: 'reconnect', reason: { code: 'wrong-credentials', words: null } }),
    'wrong-credentials',
  ],
  [
    'answers with nonsense',
    async (): Promise<Measured> => Promise.reject(new Error('nonsense')),
    'channel-unavailable',
  ],
])('goes on with other channels when one %s', async (_, answer, problem) => {
  const [broken = ''] = await publish()
  const [well = ''] = await publish(1, true, await shop.addChannel('Bluesky'))
  world.setNow('2026-11-01T12:05:00Z')
  await platform((ids) => (ids[0]?.endsWith(broken) ? answer() : likes(3)(ids))).collect()
  expect((await metrics(broken)).problem).toBe(problem)
  expect((await metrics(well)).series).toHaveLength(1)
})

it('does not ask where nothing is counted, nor about a post that was removed', async () => {
  const [uncounted = ''] = await publish(1, false)
  const [removed = ''] = await publish()
  await shop.inside((db) => stopMeasuring(db, shop.id, removed))
  world.setNow('2026-11-01T12:05:00Z')
  const { asked, collect } = platform(likes(1))
  await collect()
  expect(asked).toEqual([])
  expect(await metrics(uncounted)).toMatchObject({ collectedAt: null, nextAt: null, problem: null, series: [] })
})

it('does not take up a post again that was removed while it was asked about', async () => {
  const [post = ''] = await publish()
  world.setNow('2026-11-01T12:05:00Z')
  await platform(async (ids) => {
    await shop.inside((db) => stopMeasuring(db, shop.id, post))
    return likes(1)(ids)
  }).collect()
  expect((await metrics(post)).nextAt).toBeNull()
})

it('shows clicks as they added up, by the hour', async () => {
  const [post = ''] = await publish()
  await shop.addClicks(post, '2026-11-01T12:10:00Z', 2)
  await shop.addClicks(post, '2026-11-01T12:50:00Z', 1)
  await shop.addClicks(post, '2026-11-01T14:10:00Z', 4)
  await shop.addClicks(post, '2026-11-01T14:10:00Z', 9, true)
  expect(await metrics(post)).toMatchObject({
    clicks: [
      { at: '2026-11-01T13:00:00.000Z', value: 3 },
      { at: '2026-11-01T15:00:00.000Z', value: 7 },
    ],
    result: { posts: 1, clicks: 7, conversions: 0, value: [] },
  })
})

it('refuses the measures of a post that another organisation has', async () => {
  const [post = ''] = await publish()
  const other = await addOrganisation(world)
  await expect(showPostMetrics(world.kernel, other.actor, post)).rejects.toThrow('record.not-found')
})
