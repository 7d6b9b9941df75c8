import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { checkOwner } from '../check-owner.ts'
import { checkPeriod } from '../domain/period.ts'
import type { Input } from '../input.ts'
import { holdObjective } from './hold-objective.ts'
import { objectiveFacts, showObjective } from './show-objective.ts'
import { insertObjective } from './store.ts'

/** Sets a business objective. Refuses dates out of order and an unknown owner. */
export function createObjective(kernel: Kernel, actor: Actor, input: Input<'createObjective'>) {
  checkPeriod(input.startsOn, input.endsOn, 'endsOn')
  const { organisationId } = actor
  const id = kernel.clock.newId()
  return change(kernel, actor, async ({ db, record }) => {
    await checkOwner(db, organisationId, input.ownerId)
    await insertObjective(db, {
      organisation_id: organisationId,
      id,
      title: input.title,
      description: input.description,
      perspective: input.perspective,
      starts_on: input.startsOn,
      ends_on: input.endsOn,
      owner_id: input.ownerId ?? null,
      created_at: kernel.clock.now(),
    })
    const objective = showObjective(await holdObjective(db, organisationId, id))
    record({
      verb: 'objective.created',
      subject: { type: 'objective', id, title: objective.title },
      before: null,
      after: objectiveFacts(objective),
    })
    return objective
  })
}
