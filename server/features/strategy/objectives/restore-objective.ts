import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { holdAnyObjective } from './hold-objective.ts'
import { objectiveFacts, showObjective } from './show-objective.ts'
import { updateObjective } from './store.ts'

/** Brings a removed objective back as it was. One that is there stays as it is. */
export function restoreObjective(kernel: Kernel, actor: Actor, id: string) {
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const row = await holdAnyObjective(db, organisationId, id)
    if (row.removed_at === null) return showObjective(row)
    await updateObjective(db, organisationId, id, { removed_at: null })
    const objective = showObjective(await holdAnyObjective(db, organisationId, id))
    record({
      verb: 'objective.restored',
      subject: { type: 'objective', id, title: objective.title },
      before: null,
      after: objectiveFacts(objective),
    })
    return objective
  })
}
