import { Refusal } from '#contract/refusal.ts'
import { change } from '#server/kernel/events/change.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { demandPlace } from './check-plan.ts'
import { findAnyPlan, findPlan, holdPlan, openReader } from './reader.ts'
import { planFacts } from './show-plan.ts'
import { lockPlan, updatePlan } from './store.ts'

/** Takes a plan out of every list. Refuses `record.in-use` while plans or tasks stand below it. Undone by restorePlan. */
export function removePlan(kernel: Kernel, context: RequestContext, id: string): Promise<{ id: string }> {
  const actor = actorOf(context)
  return change(kernel, actor, async ({ db, record }) => {
    const reader = await openReader(db, kernel.clock, actor)
    const row = await holdPlan(reader, id)
    expectVersion(context, row.version)
    await demandPlace(db, actor, planFacts(row))
    if (row.plans > 0 || row.tasks.total > 0) throw new Refusal('record.in-use')
    await updatePlan(db, actor.organisationId, id, { removed_at: kernel.clock.now() })
    record({
      verb: 'plan.removed',
      subject: { type: 'plan', id, title: row.title },
      before: planFacts(row),
      after: null,
    })
    return { id }
  })
}

/** Brings a removed plan back as it was. One that is there stays as it is. */
export function restorePlan(kernel: Kernel, context: RequestContext, id: string) {
  const actor = actorOf(context)
  return change(kernel, actor, async ({ db, record }) => {
    const reader = await openReader(db, kernel.clock, actor)
    await lockPlan(db, actor.organisationId, id)
    const held = await findAnyPlan(reader, id)
    await demandPlace(db, actor, planFacts(held))
    if (held.removed_at === null) return reader.show(held)
    await updatePlan(db, actor.organisationId, id, { removed_at: null })
    const row = await findPlan(reader, id)
    record({
      verb: 'plan.restored',
      subject: { type: 'plan', id, title: row.title },
      before: null,
      after: planFacts(row),
    })
    return reader.show(row)
  })
}
