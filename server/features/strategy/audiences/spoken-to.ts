import { sql, type RawBuilder } from 'kysely'

/**
 * Whom posts speak to, as rows of post_id, audience_id and own: those that a post names itself, else those of its campaign.
 * Audiences in the archive are among them.
 */
export function spokenTo(organisationId: string): RawBuilder<unknown> {
  return sql`
    select a.post_id, a.audience_id, true as own from publishing_post_audiences a where a.organisation_id = ${organisationId}
    union all
    select p.id, c.audience_id, false from publishing_posts p
    join content_campaign_audiences c on c.organisation_id = ${organisationId} and c.campaign_id = p.campaign_id
    where p.organisation_id = ${organisationId}
      and not exists (select from publishing_post_audiences o where o.organisation_id = ${organisationId} and o.post_id = p.id)`
}
