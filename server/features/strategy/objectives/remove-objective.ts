import { Refusal } from '#contract/refusal.ts'
import { change } from '#server/kernel/events/change.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { holdObjective } from './hold-objective.ts'
import { objectiveFacts, showObjective } from './show-objective.ts'
import { updateObjective } from './store.ts'

/** Takes an objective out of every list. Refuses `record.in-use` while a goal serves it. Undone by restoreObjective. */
export function removeObjective(kernel: Kernel, context: RequestContext, id: string): Promise<{ id: string }> {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const objective = showObjective(await holdObjective(db, organisationId, id))
    expectVersion(context, objective.version)
    if (objective.goals > 0) throw new Refusal('record.in-use')
    await updateObjective(db, organisationId, id, { removed_at: kernel.clock.now() })
    record({
      verb: 'objective.removed',
      subject: { type: 'objective', id, title: objective.title },
      before: objectiveFacts(objective),
      after: null,
    })
    return { id }
  })
}
