import type { Action } from '#contract/actions.ts'
import { demand, unitPath } from '#server/features/organisation/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'

/** Refuses what this person may not do to what belongs to a campaign: by the campaign's unit, and by what an agency was given. */
export async function demandCampaign(
  db: Db,
  actor: Actor,
  action: Action,
  campaignId: string | null | undefined,
): Promise<void> {
  const campaign =
    campaignId === null || campaignId === undefined
      ? undefined
      : await db
          .selectFrom('content_campaigns')
          .select('unit_id')
          .where('organisation_id', '=', actor.organisationId)
          .where('id', '=', campaignId)
          .executeTakeFirst()
  demand(actor, action, {
    unitPath: await unitPath(db, actor.organisationId, campaign?.unit_id),
    // What belongs to no campaign was given to no agency.
    campaignId: campaignId ?? (actor.facts.agency === null ? null : ''),
  })
}
