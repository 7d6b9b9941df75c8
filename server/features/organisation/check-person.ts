import { unknownReference } from '#contract/refusal.ts'
import type { Db } from '#server/kernel/database/database.ts'

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
