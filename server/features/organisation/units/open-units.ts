import type { Db } from '#server/kernel/database/database.ts'

/** Whether all these units are there and not closed; they stay so until the transaction ends. `ids`: each once. */
export async function areOpenUnits(db: Db, organisationId: string, ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return true
  const found = await db
    .selectFrom('organisation_units')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', 'in', ids)
    .where('closed_at', 'is', null)
    .forKeyShare()
    .execute()
  return found.length === ids.length
}
