import type { z } from 'zod'
import type { Scorecard, ScorecardObjective } from '#contract/scorecard.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { costSight } from '../budget/read-charges.ts'
import type { CostSight } from '../domain/money/hours-charges.ts'
import { lightOfStanding, worstLight } from '../domain/lights.ts'
import { plainDecimal } from '../domain/plain-decimal.ts'
import type { StrategyNeeds } from '../ports.ts'
import { findCard, type FoundCard } from './find-card.ts'
import { measureLights, type ShownMeasure } from './measure-lights.ts'
import { selectCardObjectives, selectHeld } from './store-cards.ts'
import { selectCauses, selectGoalsOfObjectives, selectInitiatives, selectMeasures } from './store-links.ts'

export type ShownCard = z.infer<typeof Scorecard>
type ShownObjective = z.infer<typeof ScorecardObjective>
type Objectives = Awaited<ReturnType<typeof selectCardObjectives>>

/** The scorecard of a unit. Refuses `record.not-found` for a unit that has none. */
export function readCard(needs: StrategyNeeds, actor: Actor, unitId: string): Promise<ShownCard> {
  return needs.kernel.database.inOrganisation(actor.organisationId, (db) => showCard(db, needs, actor, unitId))
}

/** A card as the contract describes it, measured now, with as much of cost as the reader may see. */
export async function showCard(db: Db, needs: StrategyNeeds, actor: Actor, unitId: string): Promise<ShownCard> {
  const { organisationId } = actor
  const costs = costSight(actor)
  const found = await findCard(db, organisationId, unitId)
  const { card, above } = found
  const all = await selectCardObjectives(db, organisationId)
  const children = found.cards.filter((one) => one.parentId === unitId)
  const held = await selectHeld(
    db,
    organisationId,
    [...found.above, card, ...children].map((one) => one.unitId),
  )
  const onCard = (id: string): Objectives => {
    if (id === found.companyId) return all
    const ids = new Set(held.filter((row) => row.unit_id === id).map((row) => row.objective_id))
    return all.filter((objective) => ids.has(objective.id))
  }
  const items = onCard(unitId)
  const ids = new Set(items.map((objective) => objective.id))
  const [parent] = above
  const causes = await selectCauses(
    db,
    organisationId,
    [card, ...above].map((one) => one.unitId),
  )
  const own = causes.filter((one) => one.unitId === unitId)
  const inherited = causes.filter(
    (one) =>
      one.unitId !== unitId && !own.some((arrow) => arrow.causeId === one.causeId && arrow.effectId === one.effectId),
  )
  return {
    id: unitId,
    name: card.name,
    kind: card.kind,
    parentId: card.parentId,
    parentName: parent?.name ?? null,
    objectives: items.length,
    items: await showObjectives(db, needs, { organisationId, found, items, held, children, costs }),
    causes: [...inherited, ...own]
      .filter(({ causeId, effectId }) => ids.has(causeId) && ids.has(effectId))
      .map(({ causeId, effectId, unitId: where }) => ({ causeId, effectId, above: where !== unitId })),
    offered: (parent === undefined ? [] : onCard(parent.unitId))
      .filter((objective) => !ids.has(objective.id))
      .map(({ id, title, perspective }) => ({ id, title, perspective: perspective as ShownObjective['perspective'] })),
  }
}

interface Showing {
  readonly organisationId: string
  readonly found: FoundCard
  readonly items: Objectives
  readonly held: Awaited<ReturnType<typeof selectHeld>>
  readonly children: FoundCard['cards']
  readonly costs: CostSight
}

async function showObjectives(
  db: Db,
  { kernel, ports }: StrategyNeeds,
  { organisationId, found, items, held, children, costs }: Showing,
): Promise<ShownObjective[]> {
  const now = kernel.clock.now()
  const { card, companyId } = found
  const rows = await selectMeasures(
    db,
    organisationId,
    [card, ...children].map((one) => one.unitId),
  )
  const measures = await measureLights(db, ports, { organisationId, now, rows, companyId, costs })
  const on = (unitId: string, objectiveId: string): ShownMeasure[] =>
    rows
      .filter((row) => row.unit_id === unitId && row.objective_id === objectiveId)
      .flatMap((row) => measures.get(row.id) ?? [])
  const goals = card.unitId === companyId ? await goalMeasures(db, { kernel, ports }, { organisationId, costs }) : null
  const initiatives = await selectInitiatives(db, organisationId, card.unitId)
  return items.map((objective): ShownObjective => {
    const said = held.find((row) => row.unit_id === card.unitId && row.objective_id === objective.id)
    const own = on(card.unitId, objective.id)
    const served: ShownObjective['goals'] = goals?.get(objective.id) ?? []
    return {
      id: objective.id,
      title: objective.title,
      perspective: objective.perspective as ShownObjective['perspective'],
      owner:
        objective.owner_id !== null && objective.owner_name !== null
          ? { id: objective.owner_id, name: objective.owner_name }
          : null,
      contribution: said?.contribution ?? '',
      place: said === undefined || said.x === null || said.y === null ? null : { x: said.x, y: said.y },
      light: worstLight([...own, ...served].map((one) => one.light)),
      goals: served,
      measures: own,
      initiatives: initiatives
        .filter((one) => one.objectiveId === objective.id)
        .map(({ kind, id, title }) => ({ kind, id, title })),
      below: children
        .filter((one) => held.some((row) => row.unit_id === one.unitId && row.objective_id === objective.id))
        .map((one) => ({
          unitId: one.unitId,
          name: one.name,
          light: worstLight(on(one.unitId, objective.id).map((measure) => measure.light)),
        })),
      version: said?.version ?? 1,
    }
  })
}

/** The goals of each objective with their lights. */
async function goalMeasures(
  db: Db,
  { kernel, ports }: StrategyNeeds,
  { organisationId, costs }: Pick<Showing, 'organisationId' | 'costs'>,
) {
  const rows = await selectGoalsOfObjectives(db, organisationId)
  const goalIds = [...new Set(rows.map((row) => row.id))]
  const standings = await ports.standingsOf(db, { organisationId, now: kernel.clock.now(), goalIds, costs })
  const shown = rows.map(({ objectiveId, id, title, target }) => {
    const standing = standings.get(id)
    return {
      objectiveId,
      id,
      title,
      now: standing?.now ?? null,
      target: plainDecimal(target),
      unit: standing?.unit ?? ('count' as const),
      currency: standing?.currency ?? null,
      light: lightOfStanding(standing?.standing ?? 'not-measured'),
    }
  })
  return Map.groupBy(shown, (goal) => goal.objectiveId)
}
