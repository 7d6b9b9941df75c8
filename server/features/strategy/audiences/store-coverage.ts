import { sql } from 'kysely'
import { z } from 'zod'
import { PLACE_STRENGTHS, type COVERAGE_COLUMNS } from '#contract/audiences.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { CoveredAudience, SaidFact } from '../domain/coverage.ts'
import { spokenTo } from './spoken-to.ts'

export interface CoverageWanted {
  readonly organisationId: string
  readonly by: (typeof COVERAGE_COLUMNS)[number]
  /** The zone in which months begin and end. */
  readonly zone: string
  readonly from: Date
  /** Exclusive. */
  readonly to: Date
}

const Places = z.array(z.object({ platform: z.string(), strength: z.enum(PLACE_STRENGTHS) }))

/** Audiences that are kept, in the order in which they were written, with how many campaigns of these days name them. */
export async function readCoveredAudiences(
  db: Db,
  organisationId: string,
  days: { readonly startsOn: string; readonly endsOn: string },
): Promise<CoveredAudience[]> {
  const { rows } = await sql<{ id: string; name: string; places: unknown; campaigns: number }>`
    select a.id, a.name, a.places, (select count(*)::int from content_campaign_audiences l
        join content_campaigns c on c.organisation_id = ${organisationId} and c.id = l.campaign_id and c.removed_at is null
          and c.starts_on <= ${days.endsOn} and c.ends_on >= ${days.startsOn}
        where l.organisation_id = ${organisationId} and l.audience_id = a.id) as campaigns
    from strategy_audiences a where a.organisation_id = ${organisationId} and a.archived_at is null order by a.id`.execute(
    db,
  )
  return rows.map(({ places, ...row }) => ({ ...row, places: Places.parse(places) }))
}

/** What posts due in the stretch say to each audience, by column and in all, and how many posts there are. Called-off and taken-down posts are left out. */
export async function readSaid(
  db: Db,
  { organisationId, by, zone, from, to }: CoverageWanted,
): Promise<{ facts: SaidFact[]; posts: number }> {
  const month = sql`date_trunc('month', d.due_at at time zone ${zone})`
  const [key, shown] = by === 'platform' ? [sql`c.platform`, sql`s.key`] : [month, sql`to_char(s.key, 'YYYY-MM')`]
  // Added up by piece first: pieces are few, and only they have to be told apart.
  const { rows } = await sql<SaidFact & { all: number }>`
    with chosen as materialized (
      select p.id, p.campaign_id, p.piece_id, d.state = 'published' as published, ${key} as key from publishing_deliveries d
      join publishing_posts p on p.organisation_id = ${organisationId} and p.id = d.post_id
      join publishing_channels c on c.organisation_id = ${organisationId} and c.id = d.channel_id
      where d.organisation_id = ${organisationId} and d.due_at >= ${from} and d.due_at < ${to} and d.state not in ('cancelled', 'removed')
    ), kept as (
      select s.post_id, s.audience_id from (${spokenTo(organisationId, sql`chosen`)}) s
      join strategy_audiences a on a.organisation_id = ${organisationId} and a.id = s.audience_id and a.archived_at is null
    ), said as (
      select k.audience_id, c.key, c.piece_id, count(*) as posts, count(*) filter (where c.published) as published
      from chosen c left join kept k on k.post_id = c.id group by 1, 2, 3
    )
    select s.audience_id as "audienceId", ${shown} as key, sum(s.posts)::int as posts, sum(s.published)::int as published,
      count(distinct s.piece_id)::int as pieces, (select count(*)::int from chosen) as "all"
    from said s group by grouping sets ((s.audience_id, s.key), (s.audience_id))`.execute(db)
  return { facts: rows, posts: rows[0]?.all ?? 0 }
}

/** The platforms of all channels that are not disconnected. */
export async function readPlatforms(db: Db, organisationId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('publishing_channels')
    .select('platform')
    .distinct()
    .where('organisation_id', '=', organisationId)
    .where('state', '<>', 'disconnected')
    .execute()
  return rows.map((row) => row.platform)
}
