import { sql } from 'kysely'
import { column, count, days, row, table, text } from '../../domain/plan-content.ts'
import { MOST_RECORDS, type LiveBlock } from './block.ts'

interface CampaignRow {
  readonly id: string
  readonly title: string
  readonly message: string
  readonly starts_on: string
  readonly ends_on: string
  readonly pieces: number
  readonly published: number
  readonly planned: number
}

/** Campaigns that have not ended for longer than a quarter, with what they made and what is still to come. */
export const campaigns: LiveBlock = {
  room: 'campaigns',
  section: 'activities',
  read: async ({ db, organisationId, today }) => {
    const { rows } = await sql<CampaignRow>`
      select c.id, c.title, c.message, c.starts_on, c.ends_on,
        (select count(*)::int from content_pieces p where p.organisation_id = ${organisationId} and p.campaign_id = c.id and p.removed_at is null) as pieces,
        (select count(*)::int from publishing_posts p join publishing_deliveries d on d.organisation_id = p.organisation_id and d.post_id = p.id
          where p.organisation_id = ${organisationId} and p.campaign_id = c.id and d.state = 'published') as published,
        (select count(*)::int from publishing_posts p join publishing_deliveries d on d.organisation_id = p.organisation_id and d.post_id = p.id
          where p.organisation_id = ${organisationId} and p.campaign_id = c.id and d.state in ('planned', 'retry-at', 'held', 'sending')) as planned
      from content_campaigns c
      where c.organisation_id = ${organisationId} and c.removed_at is null and c.ends_on >= ${today}::date - 92
      order by c.starts_on, c.id limit ${MOST_RECORDS}`.execute(db)
    return table(
      rows.map((one) =>
        row(one.id, [
          text(one.title),
          text(shortened(one.message)),
          days(one.starts_on, one.ends_on),
          count(one.pieces),
          count(one.published),
          count(one.planned),
        ]),
      ),
      {
        title: 'campaigns',
        columns: [
          column('campaign'),
          column('message'),
          column('period'),
          column('pieces', 'end'),
          column('published', 'end'),
          column('planned', 'end'),
        ],
      },
    )
  },
}

/** As much of a message as has room in a table. */
function shortened(message: string): string {
  return message.length <= 240 ? message : `${message.slice(0, 240).replace(/\s+\S*$/, '')}…`
}
