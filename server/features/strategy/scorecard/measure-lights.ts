import type { z } from 'zod'
import type { Measure } from '#contract/scorecard.ts'
import { readOrganisation } from '#server/features/organisation/index.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { CostSight } from '../domain/money/hours-charges.ts'
import type { Figures } from '../domain/formula/evaluate.ts'
import { decimalOf, fromDecimal, toUnits } from '../domain/formula/rational.ts'
import { lightOf } from '../domain/lights.ts'
import { plainDecimal } from '../domain/plain-decimal.ts'
import { findKpiDefinitions } from '../kpis/find-definitions.ts'
import type { StrategyPorts } from '../ports.ts'
import type { MeasureRow } from './store-links.ts'

export type ShownMeasure = z.infer<typeof Measure>
const DAY_MS = 86_400_000

interface Wanted {
  readonly organisationId: string
  readonly now: Date
  readonly rows: readonly MeasureRow[]
  /** The root unit, whose measures count everything. */
  readonly companyId: string
  readonly costs: CostSight
}

/** Measures with their values and lights, by id. Figures are read once for each unit and number of days. */
export async function measureLights(
  db: Db,
  ports: StrategyPorts,
  { organisationId, now, rows, companyId, costs }: Wanted,
): Promise<ReadonlyMap<string, ShownMeasure>> {
  if (rows.length === 0) return new Map()
  const { currency } = await readOrganisation(db, organisationId)
  const reference = (row: MeasureRow) => ({ kpi: row.kpi, kpiEdition: row.kpi_edition })
  const definitionOf = await findKpiDefinitions(db, organisationId, rows.map(reference))
  const figures = new Map<string, Figures | undefined>()
  for (const { unit_id: unitId, days } of rows) {
    const key = `${unitId} ${days}`
    if (figures.has(key)) continue
    const edges = [new Date(now.getTime() - days * DAY_MS), now]
    const scope = unitId === companyId ? null : unitId
    figures.set(key, (await ports.figuresOf(db, { organisationId, now, edges, unitId: scope, costs }))[0])
  }
  return new Map(
    rows.map((row) => {
      const definition = definitionOf(reference(row))
      const measured = figures.get(`${row.unit_id} ${row.days}`)
      const outcome = definition === null || measured === undefined ? null : definition.formula.valueOf(measured)
      const [green, amber] = [unitsOf(row.green), unitsOf(row.amber)]
      const direction = definition?.direction ?? 'up'
      const unit = definition?.formula.unit ?? 'count'
      const shown: ShownMeasure = {
        id: row.id,
        kpi: row.kpi,
        kpiName: definition?.name ?? null,
        formula: definition?.formula.text ?? '',
        unit,
        currency: unit === 'money' ? currency : null,
        direction,
        green: plainDecimal(row.green),
        amber: plainDecimal(row.amber),
        days: row.days,
        value: outcome === null || outcome.none !== null ? null : decimalOf(outcome.value),
        why: outcome === null ? 'no-kpi' : (outcome.none?.code ?? null),
        light: lightOf({ direction, green, amber }, outcome?.value ?? null),
        version: row.version,
      }
      return [row.id, shown]
    }),
  )
}

function unitsOf(decimal: string): bigint {
  return toUnits(fromDecimal(decimal)) ?? 0n
}
