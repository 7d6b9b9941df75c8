import { unknownReference } from '#contract/refusal.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { findPeople } from '#server/features/organisation/index.ts'

/** Refuses an owner who is nobody in this organisation. */
export async function checkOwner(db: Db, organisationId: string, ownerId: string | null | undefined): Promise<void> {
  if (ownerId === null || ownerId === undefined) return
  const found = await findPeople(db, organisationId, [ownerId])
  if (!found.has(ownerId)) throw unknownReference('ownerId')
}
