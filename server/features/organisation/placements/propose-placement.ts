import { Refusal } from '#contract/refusal.ts'
import { change } from '#server/kernel/events/change.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { PlacementResult } from '#contract/placements.ts'
import { putInForce } from '../model/set-model.ts'
import { lockModel } from '../model/store-model.ts'
import { lockPlacement, showPlacement, type PlacementRow } from './store.ts'

type Step = 'proposed' | 'withdrawn' | 'applied'

/** Makes an assessment a proposal. Proposing it again changes nothing. */
export function proposePlacement(kernel: Kernel, context: RequestContext, id: string) {
  return step(kernel, context, { id, step: 'proposed', set: (row, now) => ({ proposed_at: row.proposed_at ?? now }) })
}

/** Takes a proposal back. One that was applied stays what it was. */
export function withdrawPlacement(kernel: Kernel, context: RequestContext, id: string) {
  return step(kernel, context, { id, step: 'withdrawn', set: () => ({ proposed_at: null }) })
}

interface Way {
  readonly id: string
  readonly step: Step
  readonly set: (row: PlacementRow, now: Date) => { readonly proposed_at: Date | null }
}

function step(kernel: Kernel, context: RequestContext, { id, step: name, set }: Way) {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const before = await lockPlacement(db, organisationId, id)
    expectVersion(context, before.version)
    if (before.applied_at !== null) throw new Refusal('placement.applied')
    const next = set(before, kernel.clock.now())
    if (next.proposed_at === before.proposed_at) return showPlacement(db, organisationId, before)
    const after = await db
      .updateTable('organisation_placements')
      .set({ ...next, version: before.version + 1 })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
    record({ verb: `placement.${name}`, subject: { type: 'placement', id, title: after.title } })
    return showPlacement(db, organisationId, after)
  })
}

/** Puts the model that an assessment recommends in force, as if it had been set by hand. Once. */
export function applyPlacement(
  kernel: Kernel,
  context: RequestContext,
  { id, reason }: { readonly id: string; readonly reason: string },
) {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async (work) => {
    const { db, record } = work
    await lockModel(db, organisationId)
    const before = await lockPlacement(db, organisationId, id)
    expectVersion(context, before.version)
    if (before.applied_at !== null) throw new Refusal('placement.applied')
    if (before.proposed_at === null) throw new Refusal('placement.not-proposed')
    const model = PlacementResult.parse(before.result).models[0]?.key
    await putInForce(kernel, actor, work, { model, reason })
    const after = await db
      .updateTable('organisation_placements')
      .set({ applied_at: kernel.clock.now(), version: before.version + 1 })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
    record({
      verb: 'placement.applied',
      subject: { type: 'placement', id, title: after.title },
      after: { model, reason },
    })
    return showPlacement(db, organisationId, after)
  })
}

/** Removes an assessment for good; what it led to, if anything, would have to stay explained. */
export function removePlacement(kernel: Kernel, context: RequestContext, id: string) {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const before = await lockPlacement(db, organisationId, id)
    expectVersion(context, before.version)
    if (before.applied_at !== null) throw new Refusal('placement.applied')
    await db
      .deleteFrom('organisation_placements')
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .execute()
    record({
      verb: 'placement.removed',
      subject: { type: 'placement', id, title: before.title },
      before: { answers: before.answers, weights: before.weights },
    })
    return { id }
  })
}
