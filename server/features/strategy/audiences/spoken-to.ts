import { sql, type RawBuilder } from 'kysely'

/**
 * Whom posts speak to, as rows of post_id, audience_id and own: those that a post names itself, else those of its campaign.
 * Audiences in the archive are among them. `posts`: a relation with the id and campaign_id of the posts that are asked about.
 */
export function spokenTo(organisationId: string, posts: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select a.post_id, a.audience_id, true as own from ${posts} p
    join publishing_post_audiences a on a.organisation_id = ${organisationId} and a.post_id = p.id
    union all
    select p.id, c.audience_id, false from ${posts} p
    join content_campaign_audiences c on c.organisation_id = ${organisationId} and c.campaign_id = p.campaign_id
    where not exists (select from publishing_post_audiences o where o.organisation_id = ${organisationId} and o.post_id = p.id)`
}
