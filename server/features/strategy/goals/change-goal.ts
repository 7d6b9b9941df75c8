import type { Db } from '#server/kernel/database/database.ts'
import { change } from '#server/kernel/events/change.ts'
import { changedFields, withGiven } from '#server/kernel/events/changed-fields.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import { ripple } from '../cascade/ripple.ts'
import { checkOwner } from '../check-owner.ts'
import { checkPeriod } from '../domain/period.ts'
import { plainDecimal } from '../domain/plain-decimal.ts'
import type { Input } from '../input.ts'
import { checkAvailable, checkKpi } from '../kpis/check-kpi.ts'
import type { StrategyNeeds } from '../ports.ts'
import { checkObjectives } from './check-objectives.ts'
import { holdGoal } from './hold-goal.ts'
import { goalFacts, type ShownGoal } from './show-goal.ts'
import { replaceGoalObjectives, updateGoal } from './store.ts'

type Facts = ReturnType<typeof goalFacts>

/**
 * Changes the fields given. Refuses dates out of order, objectives or an owner that are unknown, and a version that is no
 * longer the stored one.
 */
export function changeGoal(
  { kernel, ports }: StrategyNeeds,
  context: RequestContext,
  { id, ...fields }: Input<'changeGoal'>,
) {
  const actor = actorOf(context)
  const goal = { organisationId: actor.organisationId, id }
  return change(kernel, actor, async ({ db, record }) => {
    const before = await holdGoal(db, ports, goal)
    expectVersion(context, before.version)
    const next = await nextFacts(db, goal.organisationId, { before, fields })
    const changed = changedFields(goalFacts(before), next)
    if (changed === null) return before
    await updateGoal(db, goal.organisationId, id, {
      title: next.title,
      kpi: next.kpi,
      kpi_edition: next.kpiEdition,
      baseline: next.baseline,
      target: next.target,
      starts_on: next.startsOn,
      due_on: next.dueOn,
      owner_id: next.ownerId,
    })
    if (fields.objectiveIds !== undefined) await replaceGoalObjectives(db, goal, next.objectiveIds)
    record({ verb: 'goal.changed', subject: { type: 'goal', id, title: next.title }, ...changed })
    await ripple({ db, clock: kernel.clock, actor }, { type: 'goal', id, title: next.title }, changed)
    return holdGoal(db, ports, goal)
  })
}

interface Wish {
  readonly before: ShownGoal
  readonly fields: Omit<Input<'changeGoal'>, 'id'>
}

async function nextFacts(db: Db, organisationId: string, { before, fields }: Wish): Promise<Facts> {
  const next = withGiven(goalFacts(before), fields)
  checkPeriod(next.startsOn, next.dueOn, 'dueOn')
  if (next.ownerId !== before.owner?.id) await checkOwner(db, organisationId, next.ownerId)
  const objectiveIds =
    fields.objectiveIds === undefined
      ? next.objectiveIds
      : await checkObjectives(db, organisationId, fields.objectiveIds)
  const { kpi, dueOn } = before
  const kpiEdition =
    next.kpi === kpi && next.dueOn === dueOn ? next.kpiEdition : await editionOf(db, organisationId, { before, next })
  return { ...next, kpiEdition, baseline: plainDecimal(next.baseline), target: plainDecimal(next.target), objectiveIds }
}

/** Another KPI begins with its newest edition; the same one keeps the goal's. */
async function editionOf(
  db: Db,
  organisationId: string,
  { before, next }: { before: ShownGoal; next: Facts },
): Promise<number> {
  const kpi = await checkKpi(db, organisationId, next.kpi)
  checkAvailable(kpi, next.dueOn)
  return next.kpi === before.kpi ? before.kpiEdition : kpi.edition
}
