import type { z } from 'zod'
import { KPIS, type StarterKpi } from '#contract/kpi-catalogue.ts'
import type { Kpi } from '#contract/kpis.ts'
import { compileFormula } from '../domain/formula/compile.ts'
import type { KpiRow } from './store.ts'

export type ShownKpi = z.infer<typeof Kpi>

/** The KPI of this name that comes with Tutti; null where there is none. */
export function starterOf(id: string): StarterKpi | null {
  return KPIS.find((kpi) => kpi.id === id) ?? null
}

/** A KPI that comes with Tutti, as the contract describes it. */
export function showStarter(kpi: StarterKpi, goals: number): ShownKpi {
  return { ...kpi, sets: [...kpi.sets], name: null, meaning: null, own: false, goals, version: 1 }
}

/** A KPI of the organisation's own, as the contract describes it. */
export function showKpi(row: KpiRow, goals: number): ShownKpi {
  const { unit, denominator, source } = compileFormula(row.formula)
  return {
    id: row.id,
    name: row.name,
    meaning: row.meaning,
    unit,
    formula: row.formula,
    denominator,
    direction: row.direction as ShownKpi['direction'],
    funnelStage: row.funnel_stage as ShownKpi['funnelStage'],
    source,
    edition: row.edition,
    notAfter: row.not_after,
    sets: [],
    own: true,
    goals,
    version: row.version,
  }
}

/** What an event says of a KPI. */
export function kpiFacts({ name, meaning, formula, direction, funnelStage, notAfter, edition }: ShownKpi) {
  return { name: name ?? '', meaning: meaning ?? '', formula, direction, funnelStage, notAfter, edition }
}
