import { Refusal } from '#contract/refusal.ts'
import type { Db } from '#server/kernel/database/database.ts'

/** The refusal of a reference to something that is not in this organisation, or no longer. */
export function unknownReference(path: string): Refusal {
  return new Refusal('reference.unknown', {}, [{ path, code: 'reference.unknown' }])
}

/** Refuses somebody who is nobody here, or whose account is closed. Null and undefined name nobody and pass. */
export async function checkPerson(db: Db, organisationId: string, path: string, id: string | null | undefined) {
  if (id === null || id === undefined) return
  const found = await db
    .selectFrom('organisation_people')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .where('active', '=', true)
    .forKeyShare()
    .executeTakeFirst()
  if (found === undefined) throw unknownReference(path)
}
