import { Refusal, unknownReference } from '#contract/refusal.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { starterOf } from './show-kpi.ts'
import { findKpiForReference } from './store.ts'

export interface UsableKpi {
  readonly edition: number
  readonly notAfter: string | null
}

/** The newest edition of a KPI, held until the transaction ends. Refuses `reference.unknown` for one that is not there. */
export async function checkKpi(db: Db, organisationId: string, id: string): Promise<UsableKpi> {
  const starter = starterOf(id)
  if (starter !== null) return starter
  const row = await findKpiForReference(db, organisationId, id)
  if (row === null) throw unknownReference('kpi')
  return { edition: row.edition, notAfter: row.not_after }
}

/** Refuses a goal that is due when its figures can no longer be had. */
export function checkAvailable({ notAfter }: UsableKpi, dueOn: string): void {
  if (notAfter !== null && notAfter < dueOn)
    throw new Refusal('kpi.withdrawn', { day: notAfter }, [
      { path: 'dueOn', code: 'kpi.withdrawn', params: { day: notAfter } },
    ])
}
