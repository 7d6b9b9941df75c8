import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'

/** A guest sees the pictures of their own, of the pieces of their campaigns, and of posts they see. */
export function mediaSeen({ facts, personId }: Actor, column: string): RawBuilder<boolean> {
  const { agency } = facts
  if (agency === null) return sql<boolean>`true`
  const [channels, campaigns, id] = [[...agency.channelIds], [...agency.campaignIds], sql.ref(column)]
  return sql<boolean>`(content_media.created_by = ${personId}
    or exists (select from content_piece_media pm join content_pieces p on p.organisation_id = pm.organisation_id and p.id = pm.piece_id
      where pm.organisation_id = content_media.organisation_id and pm.media_id = ${id} and p.campaign_id = any(${campaigns}::uuid[]))
    or exists (select from publishing_post_media pm join publishing_posts p on p.organisation_id = pm.organisation_id and p.id = pm.post_id
      where pm.organisation_id = content_media.organisation_id and pm.media_id = ${id} and p.channel_id = any(${channels}::uuid[])
        and (p.campaign_id is null or p.campaign_id = any(${campaigns}::uuid[]))))`
}

/** Whether somebody sees this picture. */
export async function seesMedia(db: Db, actor: Actor, id: string): Promise<boolean> {
  if (actor.facts.agency === null) return true
  const seen = await db
    .selectFrom('content_media')
    .select('id')
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', id)
    .where(mediaSeen(actor, 'content_media.id'))
    .executeTakeFirst()
  return seen !== undefined
}
