import type { Db } from '#server/kernel/database/database.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { todayOfOrganisation } from '#server/features/organisation/index.ts'
import { costSight } from '../budget/read-charges.ts'
import type { Figures } from '../domain/formula/evaluate.ts'
import { fromDecimal, toUnits } from '../domain/formula/rational.ts'
import { smartMarks, type Mark } from '../domain/smart.ts'
import type { CatalogueInput } from '../input.ts'
import { findKpiDefinitions, type KpiDefinition } from '../kpis/find-definitions.ts'
import { starterOf } from '../kpis/show-kpi.ts'
import { selectKpi } from '../kpis/store.ts'
import { selectObjectivePeriods } from '../objectives/store.ts'
import type { StrategyNeeds } from '../ports.ts'

const WEEK_MS = 7 * 86_400_000
const WEEKS = 8

/** Holds a goal, also a half-written one, against the five marks of SMART: against its KPI, its objectives and the last eight weeks. */
export function checkGoal({ kernel, ports }: StrategyNeeds, actor: Actor, draft: CatalogueInput<'checkGoal'>) {
  const { organisationId } = actor
  const now = kernel.clock.now()
  return kernel.database.inOrganisation(organisationId, async (db): Promise<{ marks: Mark[] }> => {
    const today = await todayOfOrganisation(db, organisationId, now)
    const definition = await newestDefinition(db, organisationId, draft.kpi)
    const edges = Array.from({ length: WEEKS + 1 }, (_, week) => new Date(now.getTime() - (WEEKS - week) * WEEK_MS))
    const wanted = { organisationId, now, edges, unitId: null, costs: costSight(actor) }
    const figures = definition === null ? [] : await ports.figuresOf(db, wanted)
    const marks = smartMarks({
      title: draft.title,
      kpi: definition === null ? null : { ...definition, growsOnly: definition.formula.growsOnly },
      baseline: unitsOf(draft.baseline),
      target: unitsOf(draft.target),
      startsOn: draft.startsOn ?? today,
      dueOn: draft.dueOn,
      today,
      objectives: await selectObjectivePeriods(db, organisationId, draft.objectiveIds),
      weeks: figures.map((week) => valueOf(definition, week)),
    })
    return { marks: [...marks] }
  })
}

async function newestDefinition(db: Db, organisationId: string, kpi: string | null): Promise<KpiDefinition | null> {
  if (kpi === null) return null
  const isId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(kpi)
  const edition = starterOf(kpi)?.edition ?? (isId ? (await selectKpi(db, organisationId, kpi))?.edition : undefined)
  if (edition === undefined) return null
  const reference = { kpi, kpiEdition: edition }
  return (await findKpiDefinitions(db, organisationId, [reference]))(reference)
}

function valueOf(definition: KpiDefinition | null, figures: Figures): bigint | null {
  return definition?.formula.valueOf(figures).value ?? null
}

function unitsOf(decimal: string | null): bigint | null {
  return decimal === null ? null : toUnits(fromDecimal(decimal))
}
