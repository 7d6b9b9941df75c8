import { Refusal } from '#contract/refusal.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { lockObjective, selectObjective, type ObjectiveRow } from './store.ts'

/** One objective, removed or not, held for the change that follows. Refuses `record.not-found`. */
export async function holdAnyObjective(db: Db, organisationId: string, id: string): Promise<ObjectiveRow> {
  await lockObjective(db, organisationId, id)
  const row = await selectObjective(db, organisationId, id)
  if (row === null) throw new Refusal('record.not-found')
  return row
}

/** One objective held for the change that follows. Refuses `record.not-found`, also for one that was removed. */
export async function holdObjective(db: Db, organisationId: string, id: string): Promise<ObjectiveRow> {
  const row = await holdAnyObjective(db, organisationId, id)
  if (row.removed_at !== null) throw new Refusal('record.not-found')
  return row
}
