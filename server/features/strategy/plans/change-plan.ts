import { change } from '#server/kernel/events/change.ts'
import { changedFields, withGiven } from '#server/kernel/events/changed-fields.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { ripple } from '../cascade/ripple.ts'
import { checkOwner } from '../check-owner.ts'
import { checkPeriod } from '../domain/period.ts'
import { plainDecimal } from '../domain/plain-decimal.ts'
import { reopensApproval } from '../domain/ripple.ts'
import type { PlansInput } from '../input.ts'
import { checkAims, checkPlace, demandPlace } from './check-plan.ts'
import { holdPlan, openReader } from './reader.ts'
import { planFacts } from './show-plan.ts'
import { replaceAims, updatePlan } from './store.ts'

/**
 * Changes the fields given. A change of what was decided about (days, budget, aims, place) makes the plan a draft again, and
 * what stands below is put up for review. Refuses a version that is no longer the stored one.
 */
export function changePlan(kernel: Kernel, context: RequestContext, { id, ...fields }: PlansInput<'change'>) {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const reader = await openReader(db, kernel.clock, actor)
    const row = await holdPlan(reader, id)
    expectVersion(context, row.version)
    const before = planFacts(row)
    const next = withGiven(before, fields)
    const askedBudget = next.askedBudget === null ? null : plainDecimal(next.askedBudget)
    checkPeriod(next.startsOn, next.endsOn, 'endsOn')
    if (next.ownerId !== before.ownerId) await checkOwner(db, organisationId, next.ownerId)
    await demandPlace(db, actor, before)
    const moved = next.unitId !== before.unitId
    await (moved || next.parentId !== before.parentId || askedBudget !== before.askedBudget
      ? checkPlace(db, actor, { ...next, askedBudget, unitId: moved ? next.unitId : null })
      : demandPlace(db, actor, next))
    const aims =
      fields.objectiveIds === undefined && fields.goalIds === undefined
        ? { objectiveIds: before.objectiveIds, goalIds: before.goalIds }
        : await checkAims(db, organisationId, next)
    const after = { ...next, ...aims, askedBudget }
    const changed = changedFields(before, after)
    if (changed === null) return reader.show(row)
    const reopened = row.state !== 'draft' && reopensApproval(Object.keys(changed.after))
    await updatePlan(db, organisationId, id, {
      title: after.title,
      description: after.description,
      parent_id: after.parentId,
      unit_id: after.unitId,
      owner_id: after.ownerId,
      starts_on: after.startsOn,
      ends_on: after.endsOn,
      asked_budget: after.askedBudget,
      ...(reopened ? { state: 'draft', granted_budget: null } : {}),
    })
    await replaceAims(db, { organisationId, id }, aims)
    record({
      verb: 'plan.changed',
      subject: { type: 'plan', id, title: after.title },
      before: reopened ? { ...changed.before, state: row.state } : changed.before,
      after: reopened ? { ...changed.after, state: 'draft' } : changed.after,
    })
    await ripple({ db, clock: kernel.clock, actor }, { type: 'plan', id, title: after.title }, changed)
    return reader.show(await holdPlan(reader, id))
  })
}
