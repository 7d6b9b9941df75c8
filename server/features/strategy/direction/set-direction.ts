import { change } from '#server/kernel/events/change.ts'
import { changedFields } from '#server/kernel/events/changed-fields.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { rippleDirection } from '../cascade/ripple-direction.ts'
import type { Input } from '../input.ts'
import { showDirection } from './show-direction.ts'
import { lockDirection, selectDirection, updateDirection } from './store.ts'

/** Writes vision, mission and values; values that are left out stay. Refuses `record.changed` where somebody else has written since the version that was read. */
export function setDirection(kernel: Kernel, context: RequestContext, input: Input<'setDirection'>) {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    await lockDirection(db, organisationId)
    const before = showDirection(await selectDirection(db, organisationId))
    expectVersion(context, before.version)
    const { vision, mission, values = before.values } = input
    const known = { vision: before.vision, mission: before.mission, values: before.values }
    const changed = changedFields(known, { vision, mission, values })
    if (changed === null) return before
    await updateDirection(db, organisationId, {
      vision,
      mission,
      values_held: values,
      changed_at: kernel.clock.now(),
      changed_by: actor.personId,
    })
    record({ verb: 'direction.changed', subject: { type: 'direction', id: organisationId }, ...changed })
    await rippleDirection({ db, clock: kernel.clock, actor }, changed)
    return showDirection(await selectDirection(db, organisationId))
  })
}
