import { unitPath } from '#server/features/organisation/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'

/** The scopes of a stop that hold what a guest from an agency was given: its channels, their units, its campaigns. Null: everybody else's, all. */
export async function readGivenScopes(db: Db, { organisationId, facts }: Actor): Promise<ReadonlySet<string> | null> {
  const { agency } = facts
  if (agency === null) return null
  const channels =
    agency.channelIds.length === 0
      ? []
      : await db
          .selectFrom('publishing_channels')
          .select('unit_id')
          .where('organisation_id', '=', organisationId)
          .where('id', 'in', [...agency.channelIds])
          .execute()
  const scopes = new Set([...agency.channelIds, ...agency.campaignIds])
  for (const unitId of new Set(channels.map((channel) => channel.unit_id)))
    for (const id of (await unitPath(db, organisationId, unitId)) ?? []) scopes.add(id)
  return scopes
}
