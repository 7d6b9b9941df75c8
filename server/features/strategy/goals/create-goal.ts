import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import { todayOfOrganisation } from '#server/features/organisation/index.ts'
import { checkOwner } from '../check-owner.ts'
import { checkPeriod } from '../domain/period.ts'
import type { Input } from '../input.ts'
import { checkAvailable, checkKpi } from '../kpis/check-kpi.ts'
import type { StrategyNeeds } from '../ports.ts'
import { checkObjectives } from './check-objectives.ts'
import { holdGoal } from './hold-goal.ts'
import { goalFacts } from './show-goal.ts'
import { insertGoal, replaceGoalObjectives } from './store.ts'

/**
 * Sets a social media goal. It starts today, as the organisation's time zone has it, where no day is given. Refuses a due
 * day before that or after its KPI can be had, and objectives, a KPI or an owner that are unknown.
 */
export function createGoal({ kernel, ports }: StrategyNeeds, actor: Actor, input: Input<'createGoal'>) {
  const { organisationId } = actor
  const id = kernel.clock.newId()
  return change(kernel, actor, async ({ db, record }) => {
    const startsOn = input.startsOn ?? (await todayOfOrganisation(db, organisationId, kernel.clock.now()))
    checkPeriod(startsOn, input.dueOn, 'dueOn')
    await checkOwner(db, organisationId, input.ownerId)
    const kpi = await checkKpi(db, organisationId, input.kpi)
    checkAvailable(kpi, input.dueOn)
    const objectiveIds = await checkObjectives(db, organisationId, input.objectiveIds)
    await insertGoal(db, {
      organisation_id: organisationId,
      id,
      title: input.title,
      kpi: input.kpi,
      kpi_edition: kpi.edition,
      baseline: input.baseline,
      target: input.target,
      starts_on: startsOn,
      due_on: input.dueOn,
      owner_id: input.ownerId ?? null,
      created_at: kernel.clock.now(),
    })
    await replaceGoalObjectives(db, { organisationId, id }, objectiveIds)
    const goal = await holdGoal(db, ports, { organisationId, id })
    record({
      verb: 'goal.created',
      subject: { type: 'goal', id, title: goal.title },
      before: null,
      after: goalFacts(goal),
    })
    return goal
  })
}
