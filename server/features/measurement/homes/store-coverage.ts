import { sql } from 'kysely'
import type { Db } from '#server/kernel/database/database.ts'

export interface CoverageWanted {
  readonly organisationId: string
  readonly zone: string
  readonly from: Date
  readonly to: Date
}

export interface ChannelDays {
  readonly channelId: string
  readonly channel: string
  readonly platform: string
  readonly state: string
  /** Posts by date of the organisation's zone; dates without any are left out. */
  readonly posts: Readonly<Record<string, number>>
}

/** How many posts each channel has on each day; disconnected channels are left out. */
export async function readCoverage(db: Db, { organisationId, zone, from, to }: CoverageWanted): Promise<ChannelDays[]> {
  const { rows } = await sql<ChannelDays>`
    select c.id as "channelId", c.name as channel, c.platform, c.state, coalesce(d.posts, '{}') as posts
    from publishing_channels c
    left join (
      select channel_id, jsonb_object_agg(day, posts) as posts from (
        select channel_id, to_char(due_at at time zone ${zone}, 'YYYY-MM-DD') as day, count(*) as posts
        from publishing_deliveries
        where organisation_id = ${organisationId} and due_at >= ${from} and due_at < ${to} and state not in ('cancelled', 'removed')
        group by 1, 2
      ) counted group by channel_id
    ) d on d.channel_id = c.id
    where c.organisation_id = ${organisationId} and c.state <> 'disconnected'
    order by c.name, c.id limit 200`.execute(db)
  return rows
}
