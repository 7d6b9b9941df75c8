import { sql } from 'kysely'
import type { MetricName } from '#contract/platforms.ts'
import type { Db } from '#server/kernel/database/database.ts'

export interface Point {
  readonly postId: string
  readonly metric: MetricName
  readonly value: number
}

/** Stores what a platform counted, where it differs from what was counted last. */
export async function insertPoints(db: Db, organisationId: string, at: Date, points: readonly Point[]): Promise<void> {
  if (points.length === 0) return
  await sql`
    insert into measurement_points (organisation_id, post_id, metric, at, value)
    select ${organisationId}::uuid, p."postId", p.metric, ${at}::timestamptz, p.value
    from jsonb_to_recordset(${JSON.stringify(points)}::jsonb) as p("postId" uuid, metric text, value bigint)
    left join lateral (
      select value from measurement_points m
      where m.organisation_id = ${organisationId} and m.post_id = p."postId" and m.metric = p.metric order by m.at desc limit 1
    ) last on true
    where last.value is distinct from p.value
    on conflict do nothing`.execute(db)
}

export interface Collected {
  readonly collectedAt: Date | null
  readonly nextAt: Date | null
  readonly problem: string | null
}

/** When a post was measured and will be; nulls where its platform does not count. Undefined where there is no such post. */
export async function readCollected(db: Db, organisationId: string, postId: string): Promise<Collected | undefined> {
  return db
    .selectFrom('publishing_posts as post')
    .leftJoin('measurement_schedules as schedule', (join) =>
      join.onRef('schedule.organisation_id', '=', 'post.organisation_id').onRef('schedule.post_id', '=', 'post.id'),
    )
    .select(['schedule.collected_at as collectedAt', 'schedule.next_at as nextAt', 'schedule.problem'])
    .where('post.organisation_id', '=', organisationId)
    .where('post.id', '=', postId)
    .executeTakeFirst()
}

export interface PointRow {
  readonly metric: MetricName
  readonly at: Date
  readonly value: number
}

/** A post's last points, up to `most` of each measure, in the order of time. */
export async function readPoints(db: Db, organisationId: string, postId: string, most: number): Promise<PointRow[]> {
  const { rows } = await sql<PointRow>`
    select metric, at, value from (
      select metric, at, value, row_number() over (partition by metric order by at desc) as place
      from measurement_points where organisation_id = ${organisationId} and post_id = ${postId}
    ) ranked where place <= ${most} order by metric, at`.execute(db)
  return rows
}

/** People's clicks on a post added up, by the hour in its first week of clicks and by the day over longer times. */
export async function readClickCurve(
  db: Db,
  organisationId: string,
  postId: string,
): Promise<{ at: Date; value: number }[]> {
  const { rows } = await sql<{ at: Date; value: number }>`
    with span as (
      select case when max(at) - min(at) <= interval '7 days' then interval '1 hour' else interval '1 day' end as width, date_trunc('hour', min(at)) as origin
      from measurement_clicks where organisation_id = ${organisationId} and post_id = ${postId} and not robot
    ), counted as (
      select date_bin(width, at, origin) + width as at, count(*) as clicks
      from measurement_clicks, span where organisation_id = ${organisationId} and post_id = ${postId} and not robot group by 1
    )
    select at, (sum(clicks) over (order by at))::int as value from counted order by at`.execute(db)
  return rows
}
