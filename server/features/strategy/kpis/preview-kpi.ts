import type { z } from 'zod'
import { METRICS } from '#contract/kpi-catalogue.ts'
import type { KpiPreview } from '#contract/kpis.ts'
import { readOrganisation } from '#server/features/organisation/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { dayIn } from '#server/kernel/day-in.ts'
import { tryFormula, type Formula } from '../domain/formula/compile.ts'
import { costSight } from '../budget/read-charges.ts'
import { addFigures, type Figures, type Outcome } from '../domain/formula/evaluate.ts'
import { decimalOf } from '../domain/formula/rational.ts'
import type { CatalogueInput } from '../input.ts'
import type { StrategyNeeds } from '../ports.ts'

type Shown = z.infer<typeof KpiPreview>
const DAY_MS = 86_400_000
const WEEKS = 8

/** Tries a formula on what was measured over the last days and in each of the last weeks, or says where it is wrong. */
export function previewKpi(
  { kernel, ports }: StrategyNeeds,
  actor: Actor,
  { formula: text, days }: CatalogueInput<'preview'>,
) {
  const { organisationId } = actor
  const now = kernel.clock.now()
  return kernel.database.inOrganisation(organisationId, async (db): Promise<Shown> => {
    const { currency, time_zone: zone } = await readOrganisation(db, organisationId)
    const from = new Date(now.getTime() - days * DAY_MS)
    const empty = {
      currency: null,
      from: dayIn(zone, from),
      to: dayIn(zone, now),
      outcome: null,
      figures: [],
      weeks: [],
    }
    const tried = tryFormula(text)
    if ('problem' in tried) {
      const { code, place, params } = tried.problem
      return { ...empty, problem: { code, ...place, params }, unit: null, denominator: null, source: null }
    }
    const { formula } = tried
    const edges = weekEdges(from, now)
    const stretches = await ports.figuresOf(db, { organisationId, now, edges, unitId: null, costs: costSight(actor) })
    const total = stretches.reduce(addFigures)
    return {
      ...empty,
      problem: null,
      unit: formula.unit,
      denominator: formula.denominator,
      source: formula.source,
      currency: formula.unit === 'money' ? currency : null,
      outcome: show(formula, total),
      figures: METRICS.filter(({ id }) => formula.metrics.includes(id)).map(({ id, unit }) => ({
        metric: id,
        unit,
        value: total[id] === null ? null : decimalOf(total[id]),
      })),
      weeks: stretches.slice(-WEEKS).map((figures, place, shown) => ({
        on: dayIn(zone, edges.at(place - shown.length) ?? now),
        ...show(formula, figures),
      })),
    }
  })
}

/** Whole weeks counted back from now, and the beginning where it does not fall on one. */
function weekEdges(from: Date, now: Date): Date[] {
  const edges: Date[] = []
  for (let time = now.getTime(); time > from.getTime(); time -= 7 * DAY_MS) edges.unshift(new Date(time))
  return [from, ...edges]
}

function show(
  formula: Formula,
  figures: Figures,
): { value: string | null; none: NonNullable<Shown['outcome']>['none'] } {
  const outcome: Outcome = formula.valueOf(figures)
  if (outcome.none === null) return { value: decimalOf(outcome.value), none: null }
  const { code, place } = outcome.none
  return { value: null, none: { code, ...place, part: formula.text.slice(place.from, place.to) } }
}
