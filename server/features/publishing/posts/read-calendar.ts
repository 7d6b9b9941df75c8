import { sql } from 'kysely'
import type { z } from 'zod'
import { Refusal } from '#contract/refusal.ts'
import type { CalendarPost, DeliveryState } from '#contract/publishing.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { Kernel } from '#server/kernel/kernel.ts'

const LONGEST_MS = 100 * 24 * 3_600_000
const MOST = 10_000

interface CalendarRequest {
  readonly from: string
  readonly to: string
  readonly channelId?: string | undefined
}

interface Stretch {
  readonly organisationId: string
  readonly from: Date
  readonly to: Date
  readonly channelId: string | null
}

/** What is planned and was published between two instants (the second exclusive), with the campaigns that touch them. */
export function readCalendar(kernel: Kernel, actor: Actor, request: CalendarRequest) {
  const from = new Date(request.from)
  const to = new Date(request.to)
  if (to <= from) throw new Refusal('time.order', {}, [{ path: 'to', code: 'time.order' }])
  if (to.getTime() - from.getTime() > LONGEST_MS)
    throw new Refusal('time.too-far', {}, [{ path: 'to', code: 'time.too-far' }])
  const { organisationId } = actor
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const posts = await readPosts(db, { organisationId, from, to, channelId: request.channelId ?? null })
    const campaigns = await db
      .selectFrom('content_campaigns')
      .select(['id', 'title', 'starts_on as startsOn', 'ends_on as endsOn'])
      .where('organisation_id', '=', organisationId)
      .where('removed_at', 'is', null)
      .where('starts_on', '<=', to.toISOString().slice(0, 10))
      .where('ends_on', '>=', from.toISOString().slice(0, 10))
      .orderBy('starts_on')
      .limit(500)
      .execute()
    return { posts: posts.slice(0, MOST), campaigns, truncated: posts.length > MOST }
  })
}

interface Row {
  readonly id: string
  readonly delivery_id: string
  readonly title: string
  readonly channel_id: string
  readonly campaign_id: string | null
  readonly state: DeliveryState
  /** Milliseconds since 1970: quicker to read by the thousand than times. */
  readonly due: number
  readonly planned: string
  readonly time_zone: string
  readonly version: number
}

/** Thousands of rows, so the query is narrow: channels and goals are read once beside it. A post without a title is called by the first line of its text. */
async function readPosts(
  db: Db,
  { organisationId, from, to, channelId }: Stretch,
): Promise<z.infer<typeof CalendarPost>[]> {
  const channels = await db
    .selectFrom('publishing_channels')
    .select(['id', 'name', 'platform'])
    .where('organisation_id', '=', organisationId)
    .execute()
  const served = await db
    .selectFrom('content_campaign_goals')
    .select('campaign_id')
    .distinct()
    .where('organisation_id', '=', organisationId)
    .execute()
  const named = new Map(channels.map((channel) => [channel.id, channel]))
  const withGoal = new Set(served.map((row) => row.campaign_id))
  const { rows } = await sql<Row>`
    select p.id, d.id as delivery_id, coalesce(p.title, left(ltrim(split_part(ltrim(p.text, E'\n #>*-'), E'\n', 1)), 80)) as title, d.channel_id, p.campaign_id, d.state,
      (extract(epoch from d.due_at) * 1000)::float8 as due, left(p.planned_at::text, 16) as planned, p.time_zone, p.version
    from publishing_deliveries d join publishing_posts p on p.organisation_id = d.organisation_id and p.id = d.post_id
    where d.organisation_id = ${organisationId} and d.due_at >= ${from} and d.due_at < ${to} and (${channelId}::uuid is null or d.channel_id = ${channelId}::uuid)
    order by d.due_at limit ${MOST + 1}`.execute(db)
  return rows.flatMap((row) => {
    const channel = named.get(row.channel_id)
    if (channel === undefined) return []
    return [
      {
        id: row.id,
        deliveryId: row.delivery_id,
        title: row.title,
        channel,
        campaignId: row.campaign_id,
        hasGoal: row.campaign_id !== null && withGoal.has(row.campaign_id),
        state: row.state,
        dueAt: new Date(row.due).toISOString(),
        plannedAt: row.planned.replace(' ', 'T'),
        timeZone: row.time_zone,
        version: row.version,
      },
    ]
  })
}
