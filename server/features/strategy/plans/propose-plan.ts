import { Refusal } from '#contract/refusal.ts'
import { change } from '#server/kernel/events/change.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { notify } from '#server/features/organisation/index.ts'
import { demandPlace } from './check-plan.ts'
import { findDeciders } from './find-deciders.ts'
import { holdPlan, openReader } from './reader.ts'
import { planFacts } from './show-plan.ts'
import { updatePlan } from './store.ts'

/** Sends a plan up for a decision and tells those who may take it. Refuses a plan that serves nothing. */
export function proposePlan(kernel: Kernel, context: RequestContext, id: string) {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const reader = await openReader(db, kernel.clock, actor)
    const row = await holdPlan(reader, id)
    expectVersion(context, row.version)
    await demandPlace(db, actor, planFacts(row))
    if (row.state !== 'draft' && row.state !== 'returned') throw new Refusal('plan.state')
    if (row.objectives.length + row.goals.length === 0 && row.parent === null) throw new Refusal('plan.serves-nothing')
    await updatePlan(db, organisationId, id, {
      state: 'proposed',
      proposed_at: kernel.clock.now(),
      proposed_by: actor.personId,
    })
    record({
      verb: 'plan.proposed',
      subject: { type: 'plan', id, title: row.title },
      before: { state: row.state },
      after: { state: 'proposed' },
    })
    const next = await holdPlan(reader, id)
    const deciders = await findDeciders(db, organisationId, next)
    await notify(
      db,
      kernel.clock,
      organisationId,
      deciders.map((personId) => ({
        personId,
        kind: 'plan.proposed',
        params: { by: actor.name, title: row.title },
        subject: { type: 'plan', id },
      })),
    )
    return reader.show(next)
  })
}
