import { unknownReference } from '#contract/refusal.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { findObjectives } from '../objectives/store.ts'

/** The objectives to serve, each once and in the order of ids. Refuses `reference.unknown` where one is not there. */
export async function checkObjectives(db: Db, organisationId: string, ids: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(ids)].sort()
  const found = await findObjectives(db, organisationId, wanted)
  if (found.length < wanted.length) throw unknownReference('objectiveIds')
  return wanted
}
