import { change } from '#server/kernel/events/change.ts'
import { changedFields, withGiven } from '#server/kernel/events/changed-fields.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { todayOfOrganisation } from '#server/features/organisation/index.ts'
import { plainDecimal } from '../domain/plain-decimal.ts'
import type { PlansInput } from '../input.ts'
import { checkLinks } from './check-task.ts'
import { holdTask } from './hold-task.ts'
import { showTask, taskFacts } from './show-task.ts'
import { updateTask } from './store.ts'
import { tellOwner } from './tell-owner.ts'

/** Changes the fields given. Refuses what it names that is not there, and a version that is no longer the stored one. */
export function changeTask(kernel: Kernel, context: RequestContext, { id, ...fields }: PlansInput<'changeTask'>) {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const today = await todayOfOrganisation(db, organisationId, kernel.clock.now())
    const row = await holdTask(db, organisationId, id)
    expectVersion(context, row.version)
    const before = taskFacts(row)
    const given = withGiven(before, fields)
    const next = {
      ...given,
      hoursPlanned: plainDecimal(given.hoursPlanned),
      hoursActual: plainDecimal(given.hoursActual),
    }
    await checkLinks(db, actor, { ...next, ownerId: next.ownerId === before.ownerId ? null : next.ownerId })
    const changed = changedFields(before, next)
    if (changed === null) return showTask(row, today)
    const doneAt = next.state === 'done' ? kernel.clock.now() : null
    await updateTask(db, organisationId, id, {
      plan_id: next.planId,
      title: next.title,
      description: next.description,
      owner_id: next.ownerId,
      due_on: next.dueOn,
      state: next.state,
      hours_planned: next.hoursPlanned,
      hours_actual: next.hoursActual,
      goal_id: next.goalId,
      campaign_id: next.campaignId,
      checklist: JSON.stringify(next.checklist),
      ...(next.state === before.state ? {} : { done_at: doneAt }),
    })
    record({ verb: 'task.changed', subject: { type: 'task', id, title: next.title }, ...changed })
    const after = await holdTask(db, organisationId, id)
    if (next.ownerId !== before.ownerId) await tellOwner(db, kernel.clock, actor, after)
    return showTask(after, today)
  })
}
