import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import type { StrategyNeeds } from '../ports.ts'
import { holdAnyGoal, holdGoal } from './hold-goal.ts'
import { goalFacts } from './show-goal.ts'
import { updateGoal } from './store.ts'

/** Brings a removed goal back as it was. One that is there stays as it is. */
export function restoreGoal({ kernel, ports }: StrategyNeeds, actor: Actor, id: string) {
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const held = await holdAnyGoal(db, ports, { organisationId, id })
    if (!held.removed) return held.goal
    await updateGoal(db, organisationId, id, { removed_at: null })
    const goal = await holdGoal(db, ports, { organisationId, id })
    record({
      verb: 'goal.restored',
      subject: { type: 'goal', id, title: goal.title },
      before: null,
      after: goalFacts(goal),
    })
    return goal
  })
}
