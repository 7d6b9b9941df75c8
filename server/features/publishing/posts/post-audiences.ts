import { sql } from 'kysely'
import { spokenTo } from '#server/features/strategy/index.ts'
import type { Db } from '#server/kernel/database/database.ts'

export interface PostAudience {
  readonly postId: string
  readonly id: string
  readonly name: string
  readonly archived: boolean
  /** Named by the post itself, not by its campaign. */
  readonly own: boolean
}

/** Whom these posts speak to, in the order in which the audiences were written. */
export async function loadAudiences(
  db: Db,
  organisationId: string,
  postIds: readonly string[],
): Promise<PostAudience[]> {
  const posts = sql`(select id, campaign_id from publishing_posts where organisation_id = ${organisationId} and id = any(${[...postIds]}::uuid[]))`
  const { rows } = await sql<PostAudience>`
    select s.post_id as "postId", a.id, a.name, a.archived_at is not null as archived, s.own from (${spokenTo(organisationId, posts)}) s
    join strategy_audiences a on a.organisation_id = ${organisationId} and a.id = s.audience_id order by a.id`.execute(
    db,
  )
  return rows
}

/** The audiences that a post names itself, in the order of ids. */
export async function ownAudiences(db: Db, organisationId: string, postId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('publishing_post_audiences')
    .select('audience_id')
    .where('organisation_id', '=', organisationId)
    .where('post_id', '=', postId)
    .orderBy('audience_id')
    .execute()
  return rows.map((row) => row.audience_id)
}

/** Makes a post name these audiences itself; none: it speaks to those of its campaign. */
export async function savePostAudiences(
  db: Db,
  { organisationId, id }: { readonly organisationId: string; readonly id: string },
  audienceIds: readonly string[],
): Promise<void> {
  await db
    .deleteFrom('publishing_post_audiences')
    .where('organisation_id', '=', organisationId)
    .where('post_id', '=', id)
    .execute()
  if (audienceIds.length === 0) return
  const rows = audienceIds.map((audienceId) => ({
    organisation_id: organisationId,
    post_id: id,
    audience_id: audienceId,
  }))
  await db.insertInto('publishing_post_audiences').values(rows).execute()
}
