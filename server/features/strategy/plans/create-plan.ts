import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { readOrganisation } from '#server/features/organisation/index.ts'
import { checkOwner } from '../check-owner.ts'
import { checkPeriod } from '../domain/period.ts'
import type { PlansInput } from '../input.ts'
import { checkAims, checkPlace } from './check-plan.ts'
import { holdPlan, openReader } from './reader.ts'
import { planFacts } from './show-plan.ts'
import { insertPlan, replaceAims } from './store.ts'

/** Drafts a plan. Refuses days out of order, a budget below nothing, and whatever it names that is not there. */
export function createPlan(kernel: Kernel, actor: Actor, input: PlansInput<'create'>) {
  const { organisationId } = actor
  const id = kernel.clock.newId()
  return change(kernel, actor, async ({ db, record }) => {
    checkPeriod(input.startsOn, input.endsOn, 'endsOn')
    await checkOwner(db, organisationId, input.ownerId)
    const place = {
      level: input.level,
      unitId: input.unitId ?? null,
      parentId: input.parentId ?? null,
      askedBudget: input.askedBudget ?? null,
    }
    await checkPlace(db, actor, place)
    const aims = await checkAims(db, organisationId, input)
    const { currency } = await readOrganisation(db, organisationId)
    await insertPlan(db, {
      organisation_id: organisationId,
      id,
      level: input.level,
      title: input.title,
      description: input.description,
      parent_id: place.parentId,
      unit_id: place.unitId,
      owner_id: input.ownerId ?? null,
      starts_on: input.startsOn,
      ends_on: input.endsOn,
      asked_budget: place.askedBudget,
      currency,
      created_by: actor.personId,
      created_at: kernel.clock.now(),
    })
    await replaceAims(db, { organisationId, id }, aims)
    const reader = await openReader(db, kernel.clock, actor)
    const row = await holdPlan(reader, id)
    record({
      verb: 'plan.created',
      subject: { type: 'plan', id, title: row.title },
      before: null,
      after: planFacts(row),
    })
    return reader.show(row)
  })
}
