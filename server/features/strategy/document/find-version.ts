import { Refusal } from '#contract/refusal.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { selectVersion } from './store-versions.ts'

/** One version of the plan. Refuses `record.not-found`. */
export async function findVersion(db: Db, organisationId: string, number: number) {
  const row = await selectVersion(db, organisationId, number)
  if (row === null) throw new Refusal('record.not-found')
  return row
}
