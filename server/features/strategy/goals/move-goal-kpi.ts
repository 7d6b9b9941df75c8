import { Refusal } from '#contract/refusal.ts'
import { change } from '#server/kernel/events/change.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Input } from '../input.ts'
import { checkKpi } from '../kpis/check-kpi.ts'
import type { StrategyNeeds } from '../ports.ts'
import { holdGoal } from './hold-goal.ts'
import { updateGoal } from './store.ts'

/** Lets a goal go by another edition of its KPI, by the newest where none is named. Refuses one that is not there. */
export function moveGoalKpi(
  { kernel, ports }: StrategyNeeds,
  context: RequestContext,
  { id, edition }: Input<'moveGoalKpi'>,
) {
  const actor = actorOf(context)
  const goal = { organisationId: actor.organisationId, id }
  return change(kernel, actor, async ({ db, record }) => {
    const before = await holdGoal(db, ports, goal)
    expectVersion(context, before.version)
    const newest = (await checkKpi(db, goal.organisationId, before.kpi)).edition
    const next = edition ?? newest
    if (next > newest) throw new Refusal('kpi.edition', {}, [{ path: 'edition', code: 'kpi.edition' }])
    if (next === before.kpiEdition) return before
    await updateGoal(db, goal.organisationId, id, { kpi_edition: next })
    record({
      verb: 'goal.changed',
      subject: { type: 'goal', id, title: before.title },
      before: { kpiEdition: before.kpiEdition },
      after: { kpiEdition: next },
    })
    return holdGoal(db, ports, goal)
  })
}
