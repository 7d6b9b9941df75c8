import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addOrganisation, openTestWorld, type TestOrganisation, type TestWorld } from '../test-organisation.ts'
import { showAudienceResults } from './show-results.ts'

let world: TestWorld
let shop: TestOrganisation
beforeAll(async () => {
  world = await openTestWorld('2026-11-22T10:00:00Z')
  shop = await addOrganisation(world)
})
afterAll(() => world.close())

/** Written as strategy, content and publishing would. */
const addAudience = async (name: string, archived = false) => {
  const id = v7()
  const now = world.kernel.clock.now()
  const row = { organisation_id: shop.id, id, name, created_at: now, changed_at: now }
  await shop.inside((db) =>
    db
      .insertInto('strategy_audiences')
      .values({ ...row, archived_at: archived ? now : null })
      .execute(),
  )
  return id
}
const nameInCampaign = (campaignId: string, audienceId: string) =>
  shop.inside((db) =>
    db
      .insertInto('content_campaign_audiences')
      .values({ organisation_id: shop.id, campaign_id: campaignId, audience_id: audienceId })
      .execute(),
  )
const nameInPost = (postId: string, ...audienceIds: string[]) =>
  shop.inside((db) =>
    db
      .insertInto('publishing_post_audiences')
      .values(audienceIds.map((id) => ({ organisation_id: shop.id, post_id: postId, audience_id: id })))
      .execute(),
  )
const react = (postId: string, likes: number) =>
  shop.inside((db) =>
    db
      .insertInto('measurement_points')
      .values({ organisation_id: shop.id, post_id: postId, metric: 'likes', at: '2026-11-20T00:00:00Z', value: likes })
      .execute(),
  )

it('says what posts for an audience brought, what those for it alone brought, and leaves unknown what nobody counted', async () => {
  const [cooks, baristas, silent, gone] = [
    await addAudience('Cooks'),
    await addAudience('Baristas'),
    await addAudience('Farmers'),
    await addAudience('Tourists', true),
  ]
  const harvest = await shop.addCampaign('Harvest')
  await nameInCampaign(harvest, cooks)
  const channelId = await shop.addChannel('Mastodon')
  const post = (publishedAt: string, campaignId: string | null = null) =>
    shop.addPost({ channelId, campaignId, publishedAt })
  const inherited = await post('2026-11-02T08:00:00Z', harvest)
  const both = await post('2026-11-03T08:00:00Z', harvest)
  const old = await post('2026-08-03T08:00:00Z', harvest)
  const onlyGone = await post('2026-11-04T08:00:00Z')
  const nobody = await post('2026-11-05T08:00:00Z')
  await nameInPost(both, cooks, baristas)
  await nameInPost(onlyGone, gone)
  await react(inherited, 4)
  await react(both, 3)
  await react(old, 100)
  await shop.addClicks(inherited, '2026-11-10T08:00:00Z', 5)
  await shop.addClicks(both, '2026-11-10T08:00:00Z', 2)
  await shop.addClicks(both, '2026-11-10T08:00:00Z', 9, true)
  await shop.addClicks(old, '2026-11-11T08:00:00Z', 1)
  await shop.addClicks(nobody, '2026-11-11T08:00:00Z', 7)
  const results = await showAudienceResults(world.kernel, shop.actor, { period: 'quarter' })
  const nothing = { posts: 0, clicks: 0, engagements: null }
  expect(results).toEqual({
    from: '2026-10-01T00:00:00.000Z',
    to: '2026-11-22T10:00:00.000Z',
    items: [
      {
        audience: { id: cooks, name: 'Cooks' },
        posts: 2,
        clicks: 8,
        engagements: 7,
        alone: { posts: 1, clicks: 6, engagements: 4 },
      },
      { audience: { id: baristas, name: 'Baristas' }, posts: 1, clicks: 2, engagements: 3, alone: nothing },
      { audience: { id: silent, name: 'Farmers' }, ...nothing, alone: nothing },
    ],
    unnamed: { posts: 2, clicks: 7, engagements: null },
    shared: 1,
  })
  const ofCampaign = await showAudienceResults(world.kernel, shop.actor, { period: 'month', campaignId: harvest })
  expect(ofCampaign.from).toBeNull()
  expect(ofCampaign.items.map(({ audience, posts, clicks }) => [audience.name, posts, clicks])).toEqual([
    ['Cooks', 3, 8],
    ['Baristas', 1, 2],
  ])
  expect(ofCampaign.unnamed).toEqual(nothing)
})
