import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { recordConversion } from '../conversions/record-conversion.ts'
import { addOrganisation, openTestWorld, type TestOrganisation, type TestWorld } from '../test-organisation.ts'
import { listProgress } from './list-progress.ts'

let world: TestWorld
let shop: TestOrganisation
let channelId: string

beforeAll(async () => {
  world = await openTestWorld('2026-11-15T10:00:00Z')
})
afterAll(() => world.close())
beforeEach(async () => {
  world.setNow('2026-11-15T10:00:00Z')
  shop = await addOrganisation(world, { zone: 'Europe/Istanbul', currency: 'EUR' })
  channelId = await shop.addChannel('Mastodon')
})

const progress = async (goalId: string) =>
  (await listProgress(world.kernel, shop.actor, { goalId, limit: 10 })).items[0]
const goalWithCampaign = async (fields: Parameters<TestOrganisation['addGoal']>[0]) => {
  const goal = await shop.addGoal(fields)
  return { goal, campaign: await shop.addCampaign('Campaign', [goal]) }
}

it('measures clicks by hand-counted numbers, with their way over the last weeks', async () => {
  const objective = await shop.addObjective('Revenue')
  const { goal, campaign } = await goalWithCampaign({ title: 'Clicks', target: '90', objectiveIds: [objective] })
  const post = await shop.addPost({ channelId, campaignId: campaign, publishedAt: '2026-10-05T08:00:00Z' })
  await shop.addClicks(post, '2026-10-06T08:00:00Z', 20)
  await shop.addClicks(post, '2026-11-01T08:00:00Z', 15)
  await shop.addClicks(post, '2026-11-15T09:00:00Z', 4)
  await shop.addClicks(post, '2026-11-15T09:00:00Z', 50, true)
  // 45 of 90 days have passed: 45 of 90 clicks are needed, and 39 is more than 85 % of them.
  expect(await progress(goal)).toEqual({
    id: goal,
    title: 'Clicks',
    kpi: 'clicks',
    kpiEdition: 1,
    kpiName: null,
    formula: 'clicks',
    unit: 'count',
    currency: null,
    baseline: '0',
    target: '90',
    startsOn: '2026-10-01',
    dueOn: '2026-12-30',
    now: '39',
    neededToday: '45',
    share: 0.4333,
    standing: 'at-risk',
    measuredAt: '2026-11-15T10:00:00.000Z',
    why: null,
    forecast: { method: 'weekly-gain', weeks: 6, path: expect.any(Array) },
    owner: null,
    objectiveIds: [objective],
    series: [
      { on: '2026-10-04', value: '0' },
      { on: '2026-10-11', value: '20' },
      { on: '2026-10-18', value: '20' },
      { on: '2026-10-25', value: '20' },
      { on: '2026-11-01', value: '35' },
      { on: '2026-11-08', value: '35' },
      { on: '2026-11-15', value: '39' },
    ],
  })
})

it('says where a goal will be on its last day if it goes on as in the last weeks', async () => {
  const { goal, campaign } = await goalWithCampaign({ title: 'Clicks', target: '90' })
  const post = await shop.addPost({ channelId, campaignId: campaign, publishedAt: '2026-10-05T08:00:00Z' })
  await shop.addClicks(post, '2026-10-06T08:00:00Z', 20)
  await shop.addClicks(post, '2026-11-01T08:00:00Z', 15)
  await shop.addClicks(post, '2026-11-15T09:00:00Z', 4)
  // Gains of the six weeks: 20, 0, 0, 15, 0, 4; on average 6.5. The last day is 45 days off: 39 + 45 / 7 * 6.5.
  const path = (await progress(goal))?.forecast?.path ?? []
  expect(path.at(-1)).toMatchObject({ on: '2026-12-30', value: '80.785714' })
  expect(path.every(({ low }) => Number(low) >= 39)).toBe(true)
})

it("counts posts published in the goal's time only, by days of the organisation", async () => {
  const { goal, campaign } = await goalWithCampaign({
    startsOn: '2026-10-01',
    dueOn: '2026-10-31',
    kpi: 'posts-published',
    target: '10',
  })
  const clicks = await shop.addGoal({ startsOn: '2026-10-01', dueOn: '2026-10-31' })
  await shop.inside((db) =>
    db
      .insertInto('content_campaign_goals')
      .values({ organisation_id: shop.id, campaign_id: campaign, goal_id: clicks })
      .execute(),
  )
  // Midnight in Istanbul is 21:00 in Greenwich.
  for (const publishedAt of [
    '2026-09-30T20:59:59Z',
    '2026-09-30T21:00:00Z',
    '2026-10-31T20:59:59Z',
    '2026-10-31T21:00:00Z',
  ]) {
    const post = await shop.addPost({ channelId, campaignId: campaign, publishedAt })
    await shop.addClicks(post, '2026-10-31T20:59:59Z', 1)
    await shop.addClicks(post, '2026-10-31T21:00:00Z', 10)
  }
  await shop.addPost({ channelId, campaignId: campaign })
  expect(await progress(goal)).toMatchObject({ now: '2', standing: 'missed' })
  expect(await progress(clicks)).toMatchObject({
    now: '2',
    standing: 'missed',
    series: [
      { on: '2026-10-04', value: '0' },
      { on: '2026-10-11', value: '0' },
      { on: '2026-10-18', value: '0' },
      { on: '2026-10-25', value: '0' },
      { on: '2026-10-31', value: '2' },
    ],
  })
})

it("measures value in the organisation's currency and the rate by all conversions", async () => {
  const { goal: value, campaign } = await goalWithCampaign({ kpi: 'conversion-value', target: '1000' })
  const rate = await shop.addGoal({ kpi: 'conversion-rate', baseline: '10', target: '30' })
  await shop.inside((db) =>
    db
      .insertInto('content_campaign_goals')
      .values({ organisation_id: shop.id, campaign_id: campaign, goal_id: rate })
      .execute(),
  )
  const post = await shop.addPost({ channelId, campaignId: campaign, publishedAt: '2026-10-05T08:00:00Z' })
  const { clicks } = await shop.addClicks(post, '2026-11-10T08:00:00Z', 8)
  const sell = (amount: string, currency: string, clickId: string | undefined) =>
    recordConversion(world.kernel, shop.actor, {
      name: 'order',
      value: amount,
      currency,
      clickId,
      occurredAt: '2026-11-10T09:00:00Z',
    })
  await sell('499.9', 'EUR', clicks[0])
  await sell('0.1', 'EUR', clicks[1])
  await sell('7000', 'TRY', clicks[2])
  await sell('-20.5', 'EUR', clicks[0])
  await sell('9999', 'EUR', undefined)
  expect(await progress(value)).toMatchObject({
    unit: 'money',
    currency: 'EUR',
    now: '479.5',
    neededToday: '500',
    standing: 'at-risk',
    share: 0.4795,
  })
  expect(await progress(rate)).toMatchObject({
    unit: 'percent',
    currency: null,
    now: '37.5',
    standing: 'reached',
    series: [{ on: '2026-11-15', value: '37.5' }],
  })
})

it('counts engagements as the platform counted them last, on each day', async () => {
  const { goal, campaign } = await goalWithCampaign({ kpi: 'engagements', target: '100' })
  const [first, second] = [
    await shop.addPost({ channelId, campaignId: campaign, publishedAt: '2026-10-10T08:00:00Z' }),
    await shop.addPost({ channelId, campaignId: campaign, publishedAt: '2026-11-14T08:00:00Z' }),
  ]
  const point = (post_id: string, metric: string, at: string, value: number) => ({
    organisation_id: shop.id,
    post_id,
    metric,
    at,
    value,
  })
  await shop.inside(async (db) => {
    await db
      .insertInto('measurement_points')
      .values([
        point(first, 'likes', '2026-10-10T09:00:00Z', 4),
        point(first, 'likes', '2026-10-11T09:00:00Z', 9),
        point(first, 'likes', '2026-11-12T09:00:00Z', 7),
        point(first, 'replies', '2026-10-20T09:00:00Z', 2),
        point(first, 'views', '2026-10-20T09:00:00Z', 5000),
        point(second, 'reposts', '2026-11-14T09:00:00Z', 3),
      ])
      .execute()
    await db
      .insertInto('measurement_schedules')
      .values(
        [first, second].map((post_id, hour) => ({
          organisation_id: shop.id,
          post_id,
          channel_id: channelId,
          remote_id: post_id,
          published_at: '2026-10-10T08:00:00Z',
          collected_at: `2026-11-15T0${hour}:00:00Z`,
        })),
      )
      .execute()
  })
  expect(await progress(goal)).toMatchObject({
    now: '12',
    measuredAt: '2026-11-15T01:00:00.000Z',
    standing: 'behind',
    series: [
      { on: '2026-10-11', value: '9' },
      { on: '2026-10-18', value: '9' },
      { on: '2026-10-25', value: '11' },
      { on: '2026-11-01', value: '11' },
      { on: '2026-11-08', value: '11' },
      { on: '2026-11-15', value: '12' },
    ],
  })
})

it('counts everything until now while a due day lies ahead', async () => {
  const { goal, campaign } = await goalWithCampaign({ kpi: 'engagements', dueOn: '2027-06-30' })
  const post = await shop.addPost({ channelId, campaignId: campaign, publishedAt: '2026-11-15T08:00:00Z' })
  await shop.inside((db) =>
    db
      .insertInto('measurement_points')
      .values({ organisation_id: shop.id, post_id: post, metric: 'likes', at: '2026-11-15T10:00:00Z', value: 5 })
      .execute(),
  )
  expect(await progress(goal)).toMatchObject({ now: '5' })
})

it('does not measure a goal that has not begun, or that no campaign serves', async () => {
  const alone = await shop.addGoal({})
  const { goal: later } = await goalWithCampaign({ startsOn: '2026-11-16' })
  const unmeasured = { now: null, share: null, standing: 'not-measured', measuredAt: null, series: [] }
  expect(await progress(alone)).toMatchObject({ ...unmeasured, neededToday: '50' })
  expect(await progress(later)).toMatchObject({ ...unmeasured, neededToday: '0' })
})

it('lists goals by pages, newest first, and those of one objective', async () => {
  const objective = await shop.addObjective('Revenue')
  const goals = [
    await shop.addGoal({ title: '1' }),
    await shop.addGoal({ title: '2', objectiveIds: [objective] }),
    await shop.addGoal({ title: '3' }),
  ]
  const first = await listProgress(world.kernel, shop.actor, { limit: 2 })
  const second = await listProgress(world.kernel, shop.actor, { limit: 2, cursor: first.nextCursor ?? '' })
  expect([...first.items, ...second.items].map((goal) => goal.id)).toEqual(goals.toReversed())
  expect(second.nextCursor).toBeNull()
  expect(
    (await listProgress(world.kernel, shop.actor, { objectiveId: objective, limit: 10 })).items.map((goal) => goal.id),
  ).toEqual([goals[1]])
  const other = await addOrganisation(world)
  expect((await listProgress(world.kernel, other.actor, { limit: 10 })).items).toEqual([])
})
