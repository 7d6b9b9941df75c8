import { Refusal } from '#contract/refusal.ts'
import { change } from '#server/kernel/events/change.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { StrategyNeeds } from '../ports.ts'
import { holdGoal } from './hold-goal.ts'
import { goalFacts } from './show-goal.ts'
import { updateGoal } from './store.ts'

/** Takes a goal out of every list. Refuses `record.in-use` while a campaign serves it. Undone by restoreGoal. */
export function removeGoal(
  { kernel, ports }: StrategyNeeds,
  context: RequestContext,
  id: string,
): Promise<{ id: string }> {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const goal = await holdGoal(db, ports, { organisationId, id })
    expectVersion(context, goal.version)
    if (goal.campaigns > 0) throw new Refusal('record.in-use')
    await updateGoal(db, organisationId, id, { removed_at: kernel.clock.now() })
    record({
      verb: 'goal.removed',
      subject: { type: 'goal', id, title: goal.title },
      before: goalFacts(goal),
      after: null,
    })
    return { id }
  })
}
