import type { Db } from '#server/kernel/database/database.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { Ground } from './plant-posts.ts'
import type { SampleCampaign } from './story.ts'

export interface PlantedPost {
  readonly id: string
  readonly title: string
  readonly body: string
  readonly channelId: string
  readonly campaignId: string | null
  readonly publishedAt: Date
  readonly campaign: SampleCampaign
  readonly language: string
}

/** The public page of a published post of the sample. */
export async function plantArticle(
  kernel: Kernel,
  db: Db,
  ground: Ground,
  post: PlantedPost,
  slug: string,
): Promise<void> {
  await db
    .insertInto('newsroom_articles')
    .values({
      organisation_id: ground.organisationId,
      id: kernel.clock.newId(),
      channel_id: post.channelId,
      token: post.id,
      slug,
      title: post.title,
      summary: post.body.split('\n')[0] ?? '',
      body: post.body,
      language: post.language,
      pictures: '[]',
      published_at: post.publishedAt,
    })
    .execute()
}

/** Clicks that fade over a week, a few robots among them, and orders that some of them end in. */
export async function plantClicks(
  kernel: Kernel,
  db: Db,
  ground: Ground,
  post: PlantedPost,
  random: () => number,
): Promise<void> {
  const { organisationId } = ground
  const wanted = Math.round(post.campaign.clicksPerPost * (0.5 + random()))
  const clicks = Array.from({ length: wanted }, (_, place) => {
    const at = new Date(post.publishedAt.getTime() + random() ** 3 * 7 * 86_400_000)
    return {
      organisation_id: organisationId,
      id: kernel.clock.newId(),
      link_id: post.id,
      post_id: post.id,
      at,
      visitor: `sample-${post.id.slice(-6)}-${place}`,
      robot: random() < 0.08,
    }
  }).filter((click) => click.at < ground.now)
  if (clicks.length > 0) await db.insertInto('measurement_clicks').values(clicks).execute()
  const people = clicks.filter((click) => !click.robot)
  const orders = people.slice(0, Math.floor(post.campaign.ordersPerPost * (0.5 + random()) + random()))
  const conversions = orders.map((click) => {
    const at = new Date(Math.min(ground.now.getTime(), click.at.getTime() + random() * 3_600_000))
    return {
      organisation_id: organisationId,
      id: kernel.clock.newId(),
      name: 'order',
      value: (18 + Math.floor(random() * 5400) / 100).toFixed(2),
      currency: 'EUR',
      occurred_at: at,
      click_id: click.id,
      link_id: post.id,
      post_id: post.id,
      clicked_at: click.at,
      created_at: at,
    }
  })
  if (conversions.length > 0) await db.insertInto('measurement_conversions').values(conversions).execute()
}
