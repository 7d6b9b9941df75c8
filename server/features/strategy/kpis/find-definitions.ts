import type { Db } from '#server/kernel/database/database.ts'
import { tryFormula, type Formula } from '../domain/formula/compile.ts'
import { starterOf } from './show-kpi.ts'
import { selectEditionsOf } from './store.ts'

export interface KpiReference {
  readonly kpi: string
  readonly kpiEdition: number
}

/** What a KPI counts, in one of its editions. */
export interface KpiDefinition {
  /** Null for one that comes with Tutti: its name stands in the catalogues. */
  readonly name: string | null
  readonly formula: Formula
  readonly direction: 'up' | 'down'
  readonly notAfter: string | null
}

export type KpiDefinitions = (reference: KpiReference) => KpiDefinition | null

/** What these KPIs count, each in the edition that is asked for; null for what is not there. Formulas are understood once. */
export async function findKpiDefinitions(
  db: Db,
  organisationId: string,
  wanted: readonly KpiReference[],
): Promise<KpiDefinitions> {
  const own = [...new Set(wanted.map(({ kpi }) => kpi))].filter((kpi) => starterOf(kpi) === null)
  const known = new Map<string, KpiDefinition>()
  for (const row of await selectEditionsOf(db, organisationId, own)) {
    const tried = tryFormula(row.formula)
    if ('formula' in tried)
      known.set(`${row.kpi_id} ${row.edition}`, {
        name: row.name,
        formula: tried.formula,
        direction: row.direction as 'up' | 'down',
        notAfter: row.not_after,
      })
  }
  return ({ kpi, kpiEdition }) => starterDefinition(kpi) ?? known.get(`${kpi} ${kpiEdition}`) ?? null
}

const starters = new Map<string, KpiDefinition>()

function starterDefinition(id: string): KpiDefinition | null {
  const kpi = starterOf(id)
  if (kpi === null) return null
  const { direction, notAfter } = kpi
  const known = starters.get(id) ?? { name: null, formula: requireFormula(kpi.formula), direction, notAfter }
  starters.set(id, known)
  return known
}

function requireFormula(text: string): Formula {
  const tried = tryFormula(text)
  if ('problem' in tried) throw tried.problem
  return tried.formula
}
