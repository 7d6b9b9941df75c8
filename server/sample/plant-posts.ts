import { Temporal } from 'temporal-polyfill'
import type { Db } from '#server/kernel/database/database.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { chance } from './chance.ts'
import { plantArticle, plantClicks, type PlantedPost } from './plant-results.ts'
import { CAMPAIGNS, type SampleCampaign } from './story.ts'

export interface Ground {
  readonly organisationId: string
  readonly now: Date
  readonly channels: Readonly<Record<'tr' | 'dach', string>>
  readonly campaigns: ReadonlyMap<string, string>
  readonly authors: Readonly<Record<'tr' | 'dach', string>>
  readonly slug: string
}

const ZONES = { tr: 'Europe/Istanbul', dach: 'Europe/Berlin' } as const

/** Half a year of posts, two to four a week and campaign, published up to today and planned for the next two weeks. */
export async function plantPosts(kernel: Kernel, db: Db, ground: Ground): Promise<number> {
  const random = chance(2026)
  let count = 0
  for (const campaign of CAMPAIGNS) {
    const pieces = await plantPieces(kernel, db, ground, campaign)
    for (let day = campaign.from; day <= Math.min(campaign.to, 14); day += 2 + Math.floor(random() * 3)) {
      const at = planned(ground, campaign.region, day, random)
      if (at.weekday > 5) continue
      const index = count % campaign.texts.length
      await plantPost(kernel, db, ground, { campaign, pieceId: pieces[index] ?? null, index, at, random })
      count += 1
    }
  }
  return count
}

function planned(ground: Ground, region: 'tr' | 'dach', day: number, random: () => number) {
  const zone = ZONES[region]
  const date = Temporal.Instant.fromEpochMilliseconds(ground.now.getTime()).toZonedDateTimeISO(zone).add({ days: day })
  const zoned = date.with({
    hour: 8 + Math.floor(random() * 10),
    minute: Math.floor(random() * 4) * 15,
    second: 0,
    millisecond: 0,
    microsecond: 0,
    nanosecond: 0,
  })
  return {
    instant: new Date(zoned.epochMilliseconds),
    wallClock: zoned.toPlainDateTime().toString({ smallestUnit: 'second' }),
    zone,
    weekday: zoned.dayOfWeek,
  }
}

async function plantPieces(kernel: Kernel, db: Db, ground: Ground, campaign: SampleCampaign): Promise<string[]> {
  const ids: string[] = []
  for (const [title, text] of campaign.texts) {
    const id = kernel.clock.newId()
    const at = new Date(ground.now.getTime() + (campaign.from - 7) * 86_400_000)
    await db
      .insertInto('content_pieces')
      .values({
        organisation_id: ground.organisationId,
        id,
        title,
        body: `${text}\n\n${campaign.target}`,
        language: campaign.region === 'tr' ? 'tr' : 'en',
        campaign_id: ground.campaigns.get(campaign.key) ?? null,
        created_by: ground.authors[campaign.region],
        created_at: at,
        changed_at: at,
      })
      .execute()
    ids.push(id)
  }
  return ids
}

interface Placed {
  readonly campaign: SampleCampaign
  readonly pieceId: string | null
  readonly index: number
  readonly at: ReturnType<typeof planned>
  readonly random: () => number
}

async function plantPost(
  kernel: Kernel,
  db: Db,
  ground: Ground,
  { campaign, pieceId, index, at, random }: Placed,
): Promise<void> {
  const [title, text] = campaign.texts[index] ?? ['', '']
  const { organisationId } = ground
  const channelId = ground.channels[campaign.region]
  const campaignId = ground.campaigns.get(campaign.key) ?? null
  const post: PlantedPost = {
    id: kernel.clock.newId(),
    title,
    body: '',
    channelId,
    campaignId,
    publishedAt: at.instant,
    campaign,
    language: campaign.region === 'tr' ? 'tr' : 'en',
  }
  const isOut = at.instant < ground.now
  const code = `s${post.id.replaceAll('-', '').slice(-10)}`
  const body = `${text}\n\n${kernel.config.publicUrl}/l/${code}`
  await db
    .insertInto('publishing_posts')
    .values({
      organisation_id: organisationId,
      id: post.id,
      channel_id: channelId,
      piece_id: pieceId,
      campaign_id: campaignId,
      title,
      text: `${text}\n\n${campaign.target}`,
      planned_at: at.wallClock,
      time_zone: at.zone,
      created_by: ground.authors[campaign.region],
      created_at: new Date(at.instant.getTime() - 3 * 86_400_000),
    })
    .execute()
  const deliveryId = kernel.clock.newId()
  const message = {
    parts: [{ text: body, pictures: [] }],
    title,
    summary: null,
    language: post.language,
    contentWarning: null,
    visibility: null,
  }
  const slug = post.id.slice(-12)
  const url = `${kernel.config.publicUrl}/newsroom/${ground.slug}/${slug}`
  await db
    .insertInto('publishing_deliveries')
    .values({
      organisation_id: organisationId,
      id: deliveryId,
      post_id: post.id,
      channel_id: channelId,
      due_at: at.instant,
      token: post.id,
      content_hash: 'sample',
      message: JSON.stringify(message),
      ...(isOut
        ? {
            state: 'published',
            published_at: at.instant,
            started_at: at.instant,
            sends: 1,
            fence: 1,
            remote_id: slug,
            url,
          }
        : { state: 'planned', next_at: at.instant }),
    })
    .execute()
  await db
    .insertInto('measurement_links')
    .values({
      organisation_id: organisationId,
      id: post.id,
      code,
      target: campaign.target,
      post_id: post.id,
      channel_id: channelId,
      campaign_id: campaignId,
      created_at: at.instant,
    })
    .execute()
  if (!isOut) return
  await db
    .insertInto('publishing_attempts')
    .values({
      organisation_id: organisationId,
      delivery_id: deliveryId,
      number: 1,
      kind: 'send',
      fence: 1,
      started_at: at.instant,
      ended_at: new Date(at.instant.getTime() + 40),
      outcome: 'published',
    })
    .execute()
  await plantArticle(kernel, db, ground, { ...post, body }, slug)
  await plantClicks(kernel, db, ground, post, random)
}
