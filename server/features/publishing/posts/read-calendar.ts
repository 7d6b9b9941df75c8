import { sql } from 'kysely'
import { Refusal } from '#contract/refusal.ts'
import type { DeliveryState } from '#contract/publishing.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { Kernel } from '#server/kernel/kernel.ts'

const LONGEST_MS = 100 * 24 * 3_600_000
const MOST = 10_000
/** A wall clock is never as far as this from the instant it shows: it narrows the posts before their deliveries do. */
const FARTHEST_ZONE_MS = 48 * 3_600_000

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

/**
 * What is planned and was published between two instants (the second exclusive), with the campaigns that touch them.
 * Channels, and which campaigns serve a goal, are told once beside the thousands of posts.
 */
export function readCalendar(kernel: Kernel, actor: Actor, request: CalendarRequest) {
  const from = new Date(request.from)
  const to = new Date(request.to)
  if (to <= from) throw new Refusal('time.order', {}, [{ path: 'to', code: 'time.order' }])
  if (to.getTime() - from.getTime() > LONGEST_MS)
    throw new Refusal('time.too-far', {}, [{ path: 'to', code: 'time.too-far' }])
  const { organisationId } = actor
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const found = await readPosts(db, { organisationId, from, to, channelId: request.channelId ?? null })
    const posts = found.slice(0, MOST)
    return {
      posts,
      channels: await readChannels(db, organisationId, new Set(posts.map((post) => post.channelId))),
      campaigns: await readCampaigns(db, { organisationId, from, to }),
      campaignsWithGoal: await readServing(db, organisationId, new Set(posts.map((post) => post.campaignId))),
      truncated: found.length > MOST,
    }
  })
}

interface Row {
  readonly id: string
  readonly title: string
  readonly channel_id: string
  readonly campaign_id: string | null
  readonly state: DeliveryState
  /** Wall-clock text of UTC: quicker to read by the thousand than times. */
  readonly due: string
  readonly planned: string
  readonly time_zone: string
  readonly version: number
}

/** A post without a title is called by the first line of its text. */
async function readPosts(db: Db, { organisationId, from, to, channelId }: Stretch) {
  const earliest = new Date(from.getTime() - FARTHEST_ZONE_MS).toISOString().slice(0, 19)
  const latest = new Date(to.getTime() + FARTHEST_ZONE_MS).toISOString().slice(0, 19)
  // Of a crowd of posts that the database has not counted yet it would otherwise compare each with each.
  await sql`select set_config('enable_nestloop', 'off', true)`.execute(db)
  const { rows } = await sql<Row>`
    select p.id, coalesce(p.title, left(split_part(ltrim(left(p.text, 400), E'\n #>*-'), E'\n', 1), 80)) as title, d.channel_id, p.campaign_id, d.state,
      d.due_at at time zone 'UTC' as due, p.planned_at as planned, p.time_zone, p.version
    from publishing_deliveries d join publishing_posts p on p.organisation_id = d.organisation_id and p.id = d.post_id
    where d.organisation_id = ${organisationId} and d.due_at >= ${from} and d.due_at < ${to} and (${channelId}::uuid is null or d.channel_id = ${channelId}::uuid)
      and p.organisation_id = ${organisationId} and p.planned_at >= ${earliest}::timestamp and p.planned_at < ${latest}::timestamp
    order by d.due_at limit ${MOST + 1}`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    channelId: row.channel_id,
    campaignId: row.campaign_id,
    state: row.state,
    dueAt: instantOf(row.due),
    plannedAt: `${row.planned.slice(0, 10)}T${row.planned.slice(11, 16)}`,
    timeZone: row.time_zone,
    version: row.version,
  }))
}

/** `2026-11-24 09:00:00.5`, in UTC, as an instant to the millisecond. */
function instantOf(utc: string): string {
  const time = utc.length === 19 ? `${utc.slice(11)}.000` : utc.slice(11, 23).padEnd(12, '0')
  return `${utc.slice(0, 10)}T${time}Z`
}

async function readChannels(db: Db, organisationId: string, named: ReadonlySet<string>) {
  const rows = await db
    .selectFrom('publishing_channels')
    .select(['id', 'name', 'platform'])
    .where('organisation_id', '=', organisationId)
    .execute()
  return rows.filter(({ id }) => named.has(id))
}

function readCampaigns(db: Db, { organisationId, from, to }: Omit<Stretch, 'channelId'>) {
  return db
    .selectFrom('content_campaigns')
    .select(['id', 'title', 'starts_on as startsOn', 'ends_on as endsOn'])
    .where('organisation_id', '=', organisationId)
    .where('removed_at', 'is', null)
    .where('starts_on', '<=', to.toISOString().slice(0, 10))
    .where('ends_on', '>=', from.toISOString().slice(0, 10))
    .orderBy('starts_on')
    .limit(500)
    .execute()
}

async function readServing(db: Db, organisationId: string, named: ReadonlySet<string | null>): Promise<string[]> {
  const rows = await db
    .selectFrom('content_campaign_goals')
    .select('campaign_id')
    .distinct()
    .where('organisation_id', '=', organisationId)
    .execute()
  return rows.map((row) => row.campaign_id).filter((id) => named.has(id))
}
