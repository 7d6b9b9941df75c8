import { KPIS } from '#contract/kpi-catalogue.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { showKpi, showStarter, type ShownKpi } from './show-kpi.ts'
import { countGoalsByKpi, selectKpis } from './store.ts'

/** The whole catalogue: the KPIs that come with Tutti, and then the organisation's own. */
export function listKpis(kernel: Kernel, { organisationId }: Actor): Promise<{ items: ShownKpi[] }> {
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const goals = await countGoalsByKpi(db, organisationId)
    const own = await selectKpis(db, organisationId)
    return {
      items: [
        ...KPIS.map((kpi) => showStarter(kpi, goals.get(kpi.id) ?? 0)),
        ...own.map((row) => showKpi(row, goals.get(row.id) ?? 0)),
      ],
    }
  })
}
