import { refuseGuest, seePost } from '#server/features/organisation/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'

/** Refuses, as if it were not there, a post that a guest from an agency was not given. */
export async function seePostOf(db: Db, actor: Actor, postId: string): Promise<void> {
  const place = actor.facts.agency === null ? null : await readPlace(db, actor.organisationId, postId)
  if (place !== null) seePost(actor, place)
}

/** Refuses a guest a conversion that is credited to nothing they were given. */
export async function demandCredit(db: Db, actor: Actor, postId: string | null): Promise<void> {
  if (actor.facts.agency === null) return
  if (postId === null) refuseGuest(actor, 'conversions.record')
  else await seePostOf(db, actor, postId)
}

async function readPlace(db: Db, organisationId: string, postId: string) {
  const row = await db
    .selectFrom('publishing_posts')
    .select(['channel_id as channelId', 'campaign_id as campaignId'])
    .where('organisation_id', '=', organisationId)
    .where('id', '=', postId)
    .executeTakeFirst()
  return row ?? null
}
