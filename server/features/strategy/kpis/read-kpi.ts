import { z } from 'zod'
import type { KpiDetail } from '#contract/kpis.ts'
import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { compileFormula } from '../domain/formula/compile.ts'
import { showKpi, showStarter, starterOf } from './show-kpi.ts'
import { selectEditions, selectGoalsOfKpi, selectKpi } from './store.ts'

/** One KPI with its editions, the newest first, and the goals that go by it. Refuses `record.not-found`, also for a removed one. */
export function readKpi(kernel: Kernel, { organisationId }: Actor, id: string): Promise<z.infer<typeof KpiDetail>> {
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const usedBy = await selectGoalsOfKpi(db, organisationId, id)
    const starter = starterOf(id)
    if (starter !== null) {
      const { edition, formula, unit } = starter
      const first = { edition, formula, unit, reason: '', since: null, by: null }
      return { ...showStarter(starter, usedBy.length), editions: [first], usedBy }
    }
    const row = z.uuid().safeParse(id).success ? await selectKpi(db, organisationId, id) : null
    if (row === null || row.removed_at !== null) throw new Refusal('record.not-found')
    return { ...showKpi(row, usedBy.length), editions: await readEditions(db, organisationId, id), usedBy }
  })
}

async function readEditions(db: Db, organisationId: string, id: string) {
  return (await selectEditions(db, organisationId, id)).map((row) => ({
    edition: row.edition,
    formula: row.formula,
    unit: compileFormula(row.formula).unit,
    reason: row.reason,
    since: row.since.toISOString(),
    by: row.changed_by !== null && row.by_name !== null ? { id: row.changed_by, name: row.by_name } : null,
  }))
}
