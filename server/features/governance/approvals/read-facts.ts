import { sql } from 'kysely'
import type { Role } from '#contract/actions.ts'
import type { Risk } from '#contract/workflows.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { Subject } from '#server/kernel/facts.ts'
import type { PostFacts } from '../domain/approvals/conditions.ts'
import { detectSigns } from '../domain/approvals/detect-signs.ts'
import type { Draft } from './draft.ts'
import type { DraftFinding } from './find-in-draft.ts'

/** Where a post is meant to go: what rights and conditions look at. */
export interface Place {
  readonly platform: string
  readonly channelId: string
  readonly campaignId: string | null
  readonly unitId: string | null
  readonly unitPath: readonly string[]
  readonly risks: PostFacts['risks']
}

interface PlaceRow {
  readonly platform: string
  readonly unit_id: string | null
  readonly path: readonly string[]
  readonly channel_risk: Risk
  readonly campaign_risk: Risk | null
  readonly stakeholder_risk: Risk | null
}

/** The place of a channel and campaign; a channel without a unit takes the campaign's. Null: no such channel. */
export async function readPlace(
  db: Db,
  organisationId: string,
  { channelId, campaignId }: { readonly channelId: string; readonly campaignId: string | null },
): Promise<Place | null> {
  const { rows } = await sql<PlaceRow>`
    with recursive place as (
      select c.platform, coalesce(c.unit_id, k.unit_id) as unit_id, c.risk as channel_risk, k.risk as campaign_risk
      from publishing_channels c left join content_campaigns k on k.organisation_id = c.organisation_id and k.id = ${campaignId}
      where c.organisation_id = ${organisationId} and c.id = ${channelId}
    ), path as (
      select u.id, u.parent_id, 0 as depth from organisation_units u join place on u.id = place.unit_id where u.organisation_id = ${organisationId}
      union all
      select u.id, u.parent_id, p.depth + 1 from organisation_units u join path p on u.organisation_id = ${organisationId} and u.id = p.parent_id where p.depth < 100
    )
    select place.*, coalesce((select json_agg(id order by depth) from path), '[]') as path,
      (select s.risk from governance_stakeholders s where s.organisation_id = ${organisationId} and s.removed_at is null
        and (s.campaign_id = ${campaignId} or s.unit_id in (select id from path)) order by array_position(array['high', 'medium', 'low'], s.risk) limit 1) as stakeholder_risk
    from place`.execute(db)
  const row = rows[0]
  if (row === undefined) return null
  return {
    platform: row.platform,
    channelId,
    campaignId,
    unitId: row.unit_id,
    unitPath: row.path,
    risks: {
      channel: row.channel_risk,
      campaign: row.campaign_risk ?? 'low',
      stakeholder: row.stakeholder_risk ?? 'low',
    },
  }
}

/** The place as rights see it: no unit at all belongs to nobody in particular. */
export function subjectOf(place: Place): Subject {
  return {
    unitPath: place.unitId === null ? null : place.unitPath,
    channelId: place.channelId,
    campaignId: place.campaignId,
  }
}

interface AuthorRow {
  readonly role: Role
  readonly units: readonly string[]
  readonly first: boolean
}

/** Everything that conditions can ask of a draft. */
export async function readFacts(
  db: Db,
  draft: Draft,
  place: Place,
  findings: readonly DraftFinding[],
): Promise<PostFacts> {
  const author = draft.authorId === null ? null : await readAuthor(db, draft, draft.authorId)
  return {
    platform: place.platform,
    channelId: place.channelId,
    campaignId: place.campaignId,
    language: draft.language,
    unitPath: place.unitPath,
    author: { role: author?.role ?? null, units: author?.units ?? [], firstPost: author?.first ?? false },
    risks: place.risks,
    signs: detectSigns(draft.parts.map(({ text, pictures }) => ({ text, pictures: pictures.length }))),
    findings: findings
      .filter((finding) => !finding.waived)
      .map(({ source, severity, rule }) => ({ from: source, severity, rule })),
  }
}

/** The first post of a person is the one before anything of theirs has gone out. */
async function readAuthor(db: Db, { organisationId, postId }: Draft, authorId: string): Promise<AuthorRow | null> {
  const { rows } = await sql<AuthorRow>`
    with recursive path as (
      select u.id, u.parent_id from organisation_units u where u.organisation_id = ${organisationId} and u.id in (
        select p.unit_id from organisation_positions p where p.organisation_id = ${organisationId} and p.person_id = ${authorId} and p.closed_at is null)
      union
      select u.id, u.parent_id from organisation_units u join path p on u.organisation_id = ${organisationId} and u.id = p.parent_id
    )
    select o.role, coalesce((select json_agg(id) from path), '[]') as units,
      not exists (select from publishing_posts p join publishing_deliveries d on d.organisation_id = p.organisation_id and d.post_id = p.id
        where p.organisation_id = ${organisationId} and p.created_by = ${authorId} and d.state in ('published', 'removed') and p.id is distinct from ${postId}::uuid) as first
    from organisation_people o where o.organisation_id = ${organisationId} and o.id = ${authorId}`.execute(db)
  return rows[0] ?? null
}
