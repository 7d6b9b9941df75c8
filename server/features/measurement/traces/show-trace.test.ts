import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { recordConversion } from '../conversions/record-conversion.ts'
import type { SubjectKind } from '../domain/trace.ts'
import { addOrganisation, openTestWorld, type TestOrganisation, type TestWorld } from '../test-organisation.ts'
import { showTrace } from './show-trace.ts'

let world: TestWorld
let shop: TestOrganisation

beforeAll(async () => {
  world = await openTestWorld('2026-11-22T10:00:00Z')
})
afterAll(() => world.close())
beforeEach(async () => {
  shop = await addOrganisation(world)
})

const trace = (type: SubjectKind, id: string) => showTrace(world.kernel, shop.actor, { type, id })
const line = async (type: SubjectKind, id: string) =>
  (await trace(type, id)).stations.map(({ type: of, state, total }) => `${of} ${state} ${total}`)

async function chain() {
  const owner = await shop.addPerson('Marta Olsen')
  const objective = await shop.addObjective('Grow direct revenue', owner)
  const goal = await shop.addGoal({ title: '9,000 orders', objectiveIds: [objective] })
  const campaign = await shop.addCampaign('First harvest', [goal])
  const piece = await shop.addPiece('From tree to cup', campaign)
  const channelId = await shop.addChannel('Newsroom')
  const post = await shop.addPost({
    channelId,
    pieceId: piece,
    campaignId: campaign,
    text: 'Beans of Sipi\nare here',
    publishedAt: '2026-10-14T08:00:00Z',
  })
  return { objective, goal, campaign, piece, channelId, post }
}

it('goes from a post up to the objective and down to the result', async () => {
  const { objective, goal, campaign, piece, post } = await chain()
  const { clicks } = await shop.addClicks(post, '2026-10-15T08:00:00Z', 3)
  await shop.addClicks(post, '2026-10-15T08:00:00Z', 2, true)
  await recordConversion(world.kernel, shop.actor, {
    name: 'order',
    value: '40',
    currency: 'EUR',
    occurredAt: '2026-10-15T09:00:00Z',
    clickId: clicks[0],
  })
  expect(await trace('post', post)).toEqual({
    subject: { type: 'post', id: post },
    stations: [
      {
        type: 'objective',
        state: 'present',
        total: 1,
        items: [{ id: objective, title: 'Grow direct revenue', detail: 'Marta Olsen' }],
      },
      { type: 'goal', state: 'present', total: 1, items: [{ id: goal, title: '9,000 orders', detail: null }] },
      { type: 'campaign', state: 'present', total: 1, items: [{ id: campaign, title: 'First harvest', detail: null }] },
      { type: 'piece', state: 'present', total: 1, items: [{ id: piece, title: 'From tree to cup', detail: null }] },
      { type: 'post', state: 'here', total: 1, items: [{ id: post, title: 'Beans of Sipi', detail: 'Newsroom' }] },
      { type: 'result', state: 'present', total: 4, items: [] },
    ],
    result: { posts: 1, clicks: 3, conversions: 1, value: [{ amount: '40', currency: 'EUR' }] },
  })
})

it('is the same line from each record on it', async () => {
  const { objective, goal, campaign, piece, post } = await chain()
  await shop.addClicks(post, '2026-10-15T08:00:00Z', 2)
  const records = [
    ['objective', objective],
    ['goal', goal],
    ['campaign', campaign],
    ['piece', piece],
    ['post', post],
  ] as const
  for (const [type, id] of records) {
    expect(await line(type, id)).toEqual([
      ...records.map(([of]) => `${of} ${of === type ? 'here' : 'present'} 1`),
      'result present 2',
    ])
  }
})

it('sums over everything below the subject, each post once', async () => {
  const { objective, goal, campaign, channelId, post } = await chain()
  const second = await shop.addGoal({ objectiveIds: [objective] })
  await shop.inside((db) =>
    db
      .insertInto('content_campaign_goals')
      .values({ organisation_id: shop.id, campaign_id: campaign, goal_id: second })
      .execute(),
  )
  const more = await shop.addCampaign('More', [goal])
  const others = await Promise.all(
    Array.from({ length: 6 }, () => shop.addPost({ channelId, campaignId: more, publishedAt: '2026-10-20T08:00:00Z' })),
  )
  await shop.addPost({ channelId, campaignId: more, state: 'cancelled' })
  await shop.addPost({ channelId, campaignId: more })
  for (const id of [post, ...others]) await shop.addClicks(id, '2026-10-21T08:00:00Z', 2)
  const { stations, result } = await trace('objective', objective)
  expect(result).toMatchObject({ posts: 7, clicks: 14 })
  expect(stations.map((station) => station.total)).toEqual([1, 2, 2, 1, 8, 14])
  expect(stations[4]?.items).toHaveLength(5)
})

it('shows gaps above, and what is not there yet below', async () => {
  const channelId = await shop.addChannel('Bluesky')
  const lonely = await shop.addPost({ channelId })
  expect(await line('post', lonely)).toEqual([
    'objective gap 0',
    'goal gap 0',
    'campaign gap 0',
    'piece gap 0',
    'post here 1',
    'result not-yet 0',
  ])
  const goal = await shop.addGoal({})
  const campaign = await shop.addCampaign('Autumn', [goal])
  expect(await line('campaign', campaign)).toEqual([
    'objective gap 0',
    'goal present 1',
    'campaign here 1',
    'piece not-yet 0',
    'post not-yet 0',
    'result not-yet 0',
  ])
  await shop.addPost({ channelId, campaignId: campaign })
  expect(await line('goal', goal)).toEqual([
    'objective gap 0',
    'goal here 1',
    'campaign present 1',
    'piece gap 0',
    'post present 1',
    'result not-yet 0',
  ])
})

it('does not show what was removed', async () => {
  const { objective, goal } = await chain()
  await shop.inside((db) =>
    db.updateTable('strategy_objectives').set({ removed_at: new Date() }).where('id', '=', objective).execute(),
  )
  expect((await line('goal', goal))[0]).toBe('objective gap 0')
  await expect(trace('objective', objective)).rejects.toThrow('record.not-found')
})

it('traces a cancelled post as well', async () => {
  const { channelId, campaign } = await chain()
  const cancelled = await shop.addPost({ channelId, campaignId: campaign, state: 'cancelled' })
  expect((await line('post', cancelled))[4]).toBe('post here 1')
})

it('refuses what another organisation has', async () => {
  const { post, goal } = await chain()
  const other = await addOrganisation(world)
  for (const [type, id] of [
    ['post', post],
    ['goal', goal],
    ['campaign', world.kernel.clock.newId()],
  ] as const) {
    await expect(showTrace(world.kernel, other.actor, { type, id })).rejects.toThrow('record.not-found')
  }
})
