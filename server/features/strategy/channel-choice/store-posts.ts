import { sql } from 'kysely'
import type { Db } from '#server/kernel/database/database.ts'

export interface CountedPost {
  readonly platform: string
  readonly channel_id: string
  readonly written_by: string | null
  readonly kind: 'planned' | 'published'
  /** When it went out, else when it is due. */
  readonly at: Date
}

/**
 * Posts between two instants: those that went out, by when they did; those still on their way (waiting, held, being sent, or
 * to be looked up), by when they are due. What failed, was cancelled or taken down again counts as neither.
 */
export async function postsBetween(
  db: Db,
  organisationId: string,
  { from, to, channelId }: { readonly from: Date; readonly to: Date; readonly channelId?: string | undefined },
): Promise<CountedPost[]> {
  const { rows } = await sql<CountedPost>`
    select c.platform, d.channel_id, p.created_by as written_by,
      case when d.state = 'published' then 'published' else 'planned' end as kind,
      case when d.state = 'published' then d.published_at else d.due_at end as at
    from publishing_deliveries d
    join publishing_posts p on p.organisation_id = ${organisationId} and p.id = d.post_id
    join publishing_channels c on c.organisation_id = ${organisationId} and c.id = d.channel_id
    where d.organisation_id = ${organisationId}
      ${channelId === undefined ? sql`` : sql`and d.channel_id = ${channelId}`}
      and ((d.state = 'published' and d.published_at >= ${from} and d.published_at < ${to})
        or (d.state in ('planned', 'sending', 'retry-at', 'unknown', 'needs-person', 'held') and d.due_at >= ${from} and d.due_at < ${to}))`.execute(
    db,
  )
  return rows
}
