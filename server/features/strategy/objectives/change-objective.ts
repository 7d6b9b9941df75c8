import { change } from '#server/kernel/events/change.ts'
import { changedFields, withGiven } from '#server/kernel/events/changed-fields.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { ripple } from '../cascade/ripple.ts'
import { checkOwner } from '../check-owner.ts'
import { checkPeriod } from '../domain/period.ts'
import type { Input } from '../input.ts'
import { holdObjective } from './hold-objective.ts'
import { objectiveFacts, showObjective } from './show-objective.ts'
import { updateObjective } from './store.ts'

/** Changes the fields given. Refuses dates out of order, an unknown owner, and a version that is no longer the stored one. */
export function changeObjective(kernel: Kernel, context: RequestContext, { id, ...fields }: Input<'changeObjective'>) {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const before = showObjective(await holdObjective(db, organisationId, id))
    expectVersion(context, before.version)
    const next = withGiven(objectiveFacts(before), fields)
    checkPeriod(next.startsOn, next.endsOn, 'endsOn')
    if (next.ownerId !== before.owner?.id) await checkOwner(db, organisationId, next.ownerId)
    const changed = changedFields(objectiveFacts(before), next)
    if (changed === null) return before
    await updateObjective(db, organisationId, id, {
      title: next.title,
      description: next.description,
      perspective: next.perspective,
      starts_on: next.startsOn,
      ends_on: next.endsOn,
      owner_id: next.ownerId,
    })
    record({ verb: 'objective.changed', subject: { type: 'objective', id, title: next.title }, ...changed })
    await ripple({ db, clock: kernel.clock, actor }, { type: 'objective', id, title: next.title }, changed)
    return showObjective(await holdObjective(db, organisationId, id))
  })
}
