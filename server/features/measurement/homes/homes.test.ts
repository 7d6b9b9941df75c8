import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { recordConversion } from '../conversions/record-conversion.ts'
import { addOrganisation, openTestWorld, type TestOrganisation, type TestWorld } from '../test-organisation.ts'
import { executiveHome } from './executive-home.ts'
import { managerHome } from './manager-home.ts'
import { officerHome } from './officer-home.ts'
import { showOverview } from './overview.ts'

let world: TestWorld
let shop: TestOrganisation

beforeAll(async () => {
  world = await openTestWorld('2026-11-22T10:00:00Z')
})
afterAll(() => world.close())
beforeEach(async () => {
  shop = await addOrganisation(world, { zone: 'Europe/Istanbul', currency: 'EUR' })
})

const executive = (period: 'month' | 'quarter' | 'year' = 'quarter') =>
  executiveHome(world.kernel, shop.actor, { period })
const sell = (clickId: string | undefined, value: string, currency = 'EUR', occurredAt = '2026-11-20T09:00:00Z') =>
  recordConversion(world.kernel, shop.actor, { name: 'order', value, currency, clickId, occurredAt })

/** Revenue <- orders (two goals) <- Harvest, Samplers; two posts each, one of them last quarter. */
async function year() {
  const owner = await shop.addPerson('Marta')
  const objective = await shop.addObjective('Revenue', owner)
  const goal = await shop.addGoal({ title: 'Clicks', target: '10', objectiveIds: [objective] })
  const second = await shop.addGoal({
    title: 'Value',
    kpi: 'conversion-value',
    target: '1000',
    objectiveIds: [objective],
  })
  const harvest = await shop.addCampaign('Harvest', [goal, second])
  const samplers = await shop.addCampaign('Samplers', [goal])
  const channelId = await shop.addChannel('Mastodon')
  const post = (campaignId: string | null, publishedAt: string) => shop.addPost({ channelId, campaignId, publishedAt })
  const old = await post(harvest, '2026-08-01T08:00:00Z')
  const best = await post(harvest, '2026-11-02T08:00:00Z')
  const sampler = await post(samplers, '2026-11-03T08:00:00Z')
  const lonely = await post(null, '2026-11-04T08:00:00Z')
  await shop.addClicks(old, '2026-08-02T08:00:00Z', 100)
  await shop.addClicks(old, '2026-11-20T08:00:00Z', 1)
  const { clicks } = await shop.addClicks(best, '2026-11-20T08:00:00Z', 2)
  await shop.addClicks(sampler, '2026-11-20T08:00:00Z', 3)
  await shop.addClicks(lonely, '2026-10-02T08:00:00Z', 4)
  await shop.addClicks(null, '2026-11-20T08:00:00Z', 5)
  await sell(clicks[0], '38.5')
  await sell(clicks[1], '100', 'TRY')
  await sell(undefined, '777')
  return { owner, objective, goal, second, harvest, samplers, channelId, best, lonely, sampler }
}

it('shows top management what came back in the quarter, each campaign once and currencies apart', async () => {
  const { owner, objective, goal, second, harvest, samplers, best } = await year()
  const home = await executive()
  expect([home.from, home.to]).toEqual(['2026-09-30T21:00:00.000Z', '2026-11-22T10:00:00.000Z'])
  const value = [
    { amount: '38.5', currency: 'EUR' },
    { amount: '100', currency: 'TRY' },
  ]
  expect(home.total).toEqual({ posts: 3, clicks: 15, conversions: 2, value })
  const results = home.campaigns.map(({ id, title, result }) => ({ id, title, result }))
  expect(results).toEqual([
    { id: harvest, title: 'Harvest', result: { posts: 1, clicks: 3, conversions: 2, value } },
    { id: samplers, title: 'Samplers', result: { posts: 1, clicks: 3, conversions: 0, value: [] } },
    { id: null, title: null, result: { posts: 1, clicks: 9, conversions: 0, value: [] } },
  ])
  // The lira have no rate of their day: they are a gap, and no return is said.
  expect(home.campaigns[0]?.return).toMatchObject({ value: '38.5', share: null, why: 'rate-missing' })
  expect(home.objectives).toHaveLength(1)
  expect(home.objectives[0]).toMatchObject({
    id: objective,
    title: 'Revenue',
    perspective: 'financial',
    owner: { id: owner, name: 'Marta' },
    endsOn: '2026-12-31',
    standing: 'behind',
    result: { posts: 2, clicks: 6, conversions: 2, value },
  })
  expect(home.objectives[0]?.goals.map((each) => [each.id, each.now, each.standing])).toEqual([
    [second, '38.5', 'behind'],
    [goal, '5', 'at-risk'],
  ])
  expect(home.best?.subject).toEqual({ type: 'post', id: best })
  expect(home.best?.stations.map((station) => station.state)).toEqual([
    'present',
    'present',
    'present',
    'gap',
    'here',
    'present',
  ])
  expect(home.risks).toEqual([{ code: 'goals-behind', count: 1, id: second, title: 'Value' }])
  expect(home.orphans).toEqual({ objectives: 0, goals: 0, campaigns: 0, posts: 1 })
})

it('draws a quarter by weeks and a month by days, and sums nothing twice', async () => {
  await year()
  const quarter = await executive()
  expect(quarter.series.map((step) => step.on)).toEqual([
    '2026-10-01',
    '2026-10-05',
    '2026-10-12',
    '2026-10-19',
    '2026-10-26',
    '2026-11-02',
    '2026-11-09',
    '2026-11-16',
  ])
  expect(quarter.series.map((step) => step.clicks)).toEqual([4, 0, 0, 0, 0, 0, 0, 11])
  const month = await executive('month')
  expect(month.series).toHaveLength(22)
  expect(month.series.find((step) => step.on === '2026-11-20')).toEqual({
    on: '2026-11-20',
    clicks: 11,
    value: [
      { amount: '38.5', currency: 'EUR' },
      { amount: '100', currency: 'TRY' },
    ],
  })
  expect(month.total).toMatchObject({ posts: 3, clicks: 11 })
  // A goal is measured over its own time, whatever period is looked at.
  expect(month.objectives[0]?.goals.map((goal) => goal.now)).toEqual(['38.5', '5'])
  expect((await executive('year')).total).toMatchObject({ posts: 4, clicks: 115 })
})

it('sees clicks as they come, and goes on counting them once they are remembered', async () => {
  const objective = await shop.addObjective('Revenue')
  const goal = await shop.addGoal({ title: 'Clicks', target: '3', objectiveIds: [objective] })
  const campaignId = await shop.addCampaign('Harvest', [goal])
  const channelId = await shop.addChannel('Mastodon')
  const post = await shop.addPost({ channelId, campaignId, publishedAt: '2026-11-02T08:00:00Z' })
  // With an event there is a stream to remember by.
  await sell(undefined, '1')
  const stand = async () => {
    const { standings, total, objectives } = await executive()
    return [standings.behind, standings.reached, total.clicks, objectives[0]?.standing]
  }
  try {
    expect(await stand()).toEqual([1, 0, 0, 'behind'])
    await shop.addClicks(post, '2026-11-22T10:01:00Z', 1)
    world.setNow('2026-11-22T10:02:00Z')
    expect(await stand()).toEqual([1, 0, 1, 'behind'])
    world.setNow('2026-11-22T10:50:00Z')
    expect(await stand()).toEqual([1, 0, 1, 'behind'])
    await shop.addClicks(post, '2026-11-22T10:51:00Z', 2)
    world.setNow('2026-11-22T11:30:00Z')
    expect(await stand()).toEqual([0, 1, 3, 'reached'])
    world.setNow('2026-11-24T09:00:00Z')
    expect(await stand()).toEqual([0, 1, 3, 'reached'])
  } finally {
    world.setNow('2026-11-22T10:00:00Z')
  }
})

it('lists the objectives that are worst off, each with its worst goals, and counts the others', async () => {
  for (let number = 1; number <= 14; number += 1) {
    const objective = await shop.addObjective(`Objective ${number}`)
    for (let goal = 0; goal < (number === 14 ? 5 : 1); goal += 1) {
      const id = await shop.addGoal({
        title: `Goal ${goal}`,
        target: number < 3 ? '0' : '9',
        objectiveIds: [objective],
      })
      await shop.addCampaign(`Campaign ${number}`, [id])
    }
  }
  const { objectives, moreObjectives, standings } = await executive()
  expect(objectives.map(({ title }) => title)).toEqual(
    Array.from({ length: 12 }, (_, place) => `Objective ${place + 3}`),
  )
  expect([objectives.at(-1)?.goals.length, objectives.at(-1)?.goalCount]).toEqual([3, 5])
  expect([moreObjectives, standings.reached, standings.behind]).toEqual([2, 2, 12])
})

it('takes the post with the most clicks for the best one while nothing was sold in the own currency', async () => {
  const channelId = await shop.addChannel('Mastodon')
  expect((await executive()).best).toBeNull()
  const [few, many, removed] = await Promise.all(
    ['published', 'published', 'removed'].map((state) =>
      shop.addPost({ channelId, state, publishedAt: '2026-11-02T08:00:00Z' }),
    ),
  )
  const { clicks } = await shop.addClicks(few ?? '', '2026-11-20T08:00:00Z', 2)
  await shop.addClicks(many ?? '', '2026-11-20T08:00:00Z', 3)
  await shop.addClicks(removed ?? '', '2026-11-20T08:00:00Z', 9)
  await sell(clicks[0], '5', 'TRY')
  expect((await executive()).best?.subject.id).toBe(many)
})

it('names the risks with the record to begin with', async () => {
  const channelId = await shop.addChannel('Mastodon')
  const broken = await shop.addChannel('Bluesky DE', { state: 'needs-reconnecting' })
  await shop.addPost({ channelId, state: 'failed', title: 'Older', dueAt: '2026-11-01T08:00:00Z' })
  const failed = await shop.addPost({ channelId, state: 'failed', title: 'Newer', dueAt: '2026-11-02T08:00:00Z' })
  const unknown = await shop.addPost({ channelId, state: 'needs-person', title: 'Where is it' })
  expect((await executive()).risks.sort((left, right) => (left.code < right.code ? -1 : 1))).toEqual([
    { code: 'channels-need-reconnecting', count: 1, id: broken, title: 'Bluesky DE' },
    { code: 'deliveries-failed', count: 2, id: failed, title: 'Newer' },
    { code: 'deliveries-unknown', count: 1, id: unknown, title: 'Where is it' },
  ])
})

it('counts orphans at every step of the line', async () => {
  const objective = await shop.addObjective('Served')
  await shop.addObjective('Nobody serves')
  const goal = await shop.addGoal({ objectiveIds: [objective] })
  await shop.addGoal({})
  const served = await shop.addCampaign('Served', [goal])
  const unserved = await shop.addCampaign('Unserved')
  const channelId = await shop.addChannel('Mastodon')
  for (const campaignId of [served, unserved, null]) await shop.addPost({ channelId, campaignId })
  await shop.addPost({ channelId, state: 'cancelled' })
  await shop.addPost({ channelId, dueAt: '2026-08-01T08:00:00Z' })
  const orphans = { objectives: 1, goals: 1, campaigns: 1, posts: 2 }
  expect((await executive()).orphans).toEqual(orphans)
  expect((await managerHome(world.kernel, shop.actor)).orphans).toEqual(orphans)
})

it('shows middle management the plan against what is out, and two weeks of every channel', async () => {
  const { harvest, samplers, goal, second, channelId } = await year()
  await shop.addPost({ channelId, campaignId: harvest, dueAt: '2026-11-22T20:59:00Z' })
  await shop.addPost({ channelId, campaignId: harvest, dueAt: '2026-11-22T21:00:00Z' })
  await shop.addPost({ channelId, campaignId: harvest, state: 'cancelled' })
  await shop.addGoal({ startsOn: '2026-12-01' })
  await shop.addChannel('Gone', { state: 'disconnected' })
  const home = await managerHome(world.kernel, shop.actor)
  expect(home.goals.map((each) => each.id)).toEqual([second, goal])
  expect(home.campaigns.map(({ id, planned, published, result }) => [id, planned, published, result.clicks])).toEqual([
    [harvest, 4, 2, 3],
    [samplers, 1, 1, 3],
  ])
  expect(home.coverage).toHaveLength(1)
  expect(home.coverage[0]).toMatchObject({ channelId, channel: 'Mastodon', platform: 'mastodon' })
  expect(home.coverage[0]?.days.slice(0, 3)).toEqual([
    { on: '2026-11-22', posts: 1 },
    { on: '2026-11-23', posts: 1 },
    { on: '2026-11-24', posts: 0 },
  ])
  expect(home.coverage[0]?.days.at(-1)?.on).toBe('2026-12-05')
})

it("shows an officer today in the organisation's zone, what needs somebody, and empty days", async () => {
  const channelId = await shop.addChannel('Mastodon')
  await shop.addChannel('Asleep', { state: 'paused' })
  const yesterday = await shop.addPost({ channelId, text: 'Yesterday', publishedAt: '2026-11-21T20:59:59Z' })
  const early = await shop.addPost({ channelId, text: 'Early', dueAt: '2026-11-21T21:00:00Z' })
  const failed = await shop.addPost({ channelId, state: 'failed', dueAt: '2026-11-22T07:00:00Z' })
  await shop.addPost({ channelId, state: 'cancelled', dueAt: '2026-11-22T08:00:00Z' })
  await shop.addPost({ channelId, dueAt: '2026-11-22T21:00:00Z' })
  await shop.addClicks(yesterday, '2026-11-22T08:00:00Z', 3)
  await shop.addClicks(yesterday, '2026-11-22T08:00:00Z', 1, true)
  const home = await officerHome(world.kernel, shop.actor)
  expect(home.today.map((post) => post.id)).toEqual([early, failed])
  expect(home.today[0]).toMatchObject({
    title: 'Early',
    channel: 'Mastodon',
    platform: 'mastodon',
    state: 'planned',
    dueAt: '2026-11-21T21:00:00.000Z',
    url: null,
    reason: null,
  })
  expect(home.attention.map((post) => post.id)).toEqual([failed])
  expect(home.gaps.map((gap) => gap.on)).toEqual(['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28'])
  expect(home.recent.map((post) => [post.id, post.clicks])).toEqual([[yesterday, 3]])
})

it('shows what came back by day, channel and post', async () => {
  const { best, sampler, channelId, lonely } = await year()
  const quiet = await shop.addChannel('Quiet', { platform: 'bluesky' })
  const point = (post_id: string, at: string, value: number) => ({
    organisation_id: shop.id,
    post_id,
    metric: 'likes',
    at,
    value,
  })
  await shop.inside((db) =>
    db
      .insertInto('measurement_points')
      .values([point(best, '2026-11-03T08:00:00Z', 4), point(best, '2026-11-04T08:00:00Z', 9)])
      .execute(),
  )
  const overview = await showOverview(world.kernel, shop.actor, { period: 'month' })
  expect(overview.total).toMatchObject({ posts: 3, clicks: 11, conversions: 2 })
  expect(overview.engagements).toBe(9)
  expect(overview.days).toHaveLength(22)
  expect(overview.days.filter((day) => day.clicks + day.posts + day.conversions > 0)).toEqual([
    { on: '2026-11-02', clicks: 0, conversions: 0, posts: 1 },
    { on: '2026-11-03', clicks: 0, conversions: 0, posts: 1 },
    { on: '2026-11-04', clicks: 0, conversions: 0, posts: 1 },
    { on: '2026-11-20', clicks: 11, conversions: 2, posts: 0 },
  ])
  expect(overview.channels.map((channel) => [channel.id, channel.result.clicks, channel.engagements])).toEqual([
    [channelId, 6, 9],
    [quiet, 0, 0],
  ])
  expect(overview.posts.map((post) => [post.id, post.result.clicks, post.engagements])).toEqual([
    [best, 2, 9],
    [sampler, 3, 0],
    expect.anything(),
    [lonely, 0, 0],
  ])
  expect(overview.posts[0]?.result.value).toEqual([
    { amount: '38.5', currency: 'EUR' },
    { amount: '100', currency: 'TRY' },
  ])
})

it('shows another organisation nothing of it', async () => {
  await year()
  const other = await addOrganisation(world)
  const home = await executiveHome(world.kernel, other.actor, { period: 'year' })
  expect(home).toMatchObject({
    objectives: [],
    total: { posts: 0, clicks: 0, conversions: 0, value: [] },
    campaigns: [],
    best: null,
    risks: [],
  })
  expect(await managerHome(world.kernel, other.actor)).toMatchObject({ goals: [], campaigns: [], coverage: [] })
  expect(await officerHome(world.kernel, other.actor)).toEqual({ today: [], attention: [], gaps: [], recent: [] })
  expect(await showOverview(world.kernel, other.actor, { period: 'year' })).toMatchObject({
    channels: [],
    posts: [],
    engagements: 0,
  })
})
