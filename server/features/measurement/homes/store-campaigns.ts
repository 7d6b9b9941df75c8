import { sql } from 'kysely'
import type { Db } from '#server/kernel/database/database.ts'

export interface CampaignRow {
  readonly id: string
  readonly title: string
  readonly startsOn: string
  readonly endsOn: string
  readonly planned: number
  readonly published: number
}

/**
 * Campaigns that run on any of the days, by what ends first. `planned` is how many posts the plan has in all (not called off),
 * `published` how many of them are out.
 */
export async function readCampaigns(
  db: Db,
  organisationId: string,
  firstDay: string,
  lastDay: string,
): Promise<CampaignRow[]> {
  const { rows } = await sql<CampaignRow>`
    with chosen as materialized (
      select id, title, starts_on, ends_on from content_campaigns
      where organisation_id = ${organisationId} and removed_at is null and ends_on >= ${firstDay} and starts_on <= ${lastDay}
      order by ends_on, id limit 100
    ), counted as (
      select p.campaign_id as id, count(*)::int as planned, count(*) filter (where d.state = 'published')::int as published
      from publishing_posts p
      join publishing_deliveries d on d.organisation_id = p.organisation_id and d.post_id = p.id and d.state not in ('cancelled', 'removed')
      where p.organisation_id = ${organisationId} and d.organisation_id = ${organisationId}
        and p.campaign_id in (select id from chosen)
      group by 1
    )
    select c.id, c.title, c.starts_on as "startsOn", c.ends_on as "endsOn", coalesce(n.planned, 0) as planned, coalesce(n.published, 0) as published
    from chosen c left join counted n on n.id = c.id order by c.ends_on, c.id`.execute(db)
  return rows
}
