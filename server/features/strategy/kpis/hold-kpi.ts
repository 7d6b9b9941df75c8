import { Refusal } from '#contract/refusal.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { showKpi, type ShownKpi } from './show-kpi.ts'
import { lockKpi, selectGoalsOfKpi, selectKpi, type KpiRow } from './store.ts'

/** One of the organisation's own KPIs, removed or not, held for the change that follows. Refuses `record.not-found`. */
export async function holdAnyKpi(db: Db, organisationId: string, id: string): Promise<KpiRow> {
  await lockKpi(db, organisationId, id)
  const row = await selectKpi(db, organisationId, id)
  if (row === null) throw new Refusal('record.not-found')
  return row
}

/** One of the organisation's own KPIs, held for the change that follows. Refuses `record.not-found`, also for a removed one. */
export async function holdKpi(db: Db, organisationId: string, id: string): Promise<ShownKpi> {
  const row = await holdAnyKpi(db, organisationId, id)
  if (row.removed_at !== null) throw new Refusal('record.not-found')
  return showKpi(row, (await selectGoalsOfKpi(db, organisationId, id)).length)
}
