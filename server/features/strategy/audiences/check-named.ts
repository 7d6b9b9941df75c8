import { unknownReference } from '#contract/refusal.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { findAudiences } from './store.ts'

/**
 * The audiences that a record of another room is to name, each once and in the order of ids, held until the transaction ends.
 * Refuses under `audienceIds` those that are not there, and those in the archive unless the record names them already.
 */
export async function checkNamedAudiences(
  db: Db,
  organisationId: string,
  { wished, named }: { readonly wished: readonly string[]; readonly named: readonly string[] },
): Promise<string[]> {
  const ids = [...new Set(wished)].sort()
  const found = await findAudiences(db, organisationId, ids)
  if (found.length < ids.length || found.some((one) => one.archived && !named.includes(one.id)))
    throw unknownReference('audienceIds')
  return ids
}
