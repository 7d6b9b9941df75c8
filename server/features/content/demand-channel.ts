import type { Action } from '#contract/actions.ts'
import { demand, unitPath } from '#server/features/organisation/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'

/** Refuses what this person may not do to the form of a channel: by the channel's unit, and by what an agency was given. */
export async function demandChannel(db: Db, actor: Actor, action: Action, channelId: string): Promise<void> {
  const channel = await db
    .selectFrom('publishing_channels')
    .select('unit_id')
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', channelId)
    .executeTakeFirst()
  demand(actor, action, { unitPath: await unitPath(db, actor.organisationId, channel?.unit_id), channelId })
}
