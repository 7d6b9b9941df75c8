import type { Activity, Part } from '#contract/actions.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { change, type Change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { Refusal } from '#contract/refusal.ts'
import type { ModelState } from '../domain/right-changes.ts'
import { tellOfRights } from './tell-of-rights.ts'
import { showModel } from './show-model.ts'
import { weighModel, type ModelWish } from './preview-model.ts'
import { lockModel, readModelRow } from './store-model.ts'

/** Puts a model in force, with the cells wished for, and tells those who gain or lose a right by it. */
export function setModel(kernel: Kernel, context: RequestContext, wish: ModelWish & { readonly reason: string }) {
  const actor = actorOf(context)
  return change(kernel, actor, async (work) => {
    await lockModel(work.db, actor.organisationId)
    expectVersion(context, (await readModelRow(work.db, actor.organisationId)).version)
    await putInForce(kernel, actor, work, wish)
    return showModel(work.db, actor.organisationId)
  })
}

/** The same inside a change that is under way. */
export async function putInForce(
  kernel: Kernel,
  actor: Actor,
  { db, record }: Change,
  wish: ModelWish & { readonly reason: string },
): Promise<void> {
  const { organisationId } = actor
  const id = kernel.clock.newId()
  const { before, after, differences } = await weighModel(db, organisationId, wish)
  await db
    .insertInto('organisation_operating_models')
    .values({
      organisation_id: organisationId,
      id,
      model: after.model,
      since: kernel.clock.now(),
      set_by: actor.personId,
      reason: wish.reason,
    })
    .execute()
  await storeCells(db, organisationId, after)
  record({
    verb: 'operating-model.set',
    subject: { type: 'operating-model', id, title: after.model },
    before: { model: before.model, cells: before.deviations.length },
    after: { model: after.model, cells: after.deviations.length, reason: wish.reason },
  })
  await tellOfRights(kernel, db, { actor, modelId: id, model: after.model, differences })
}

async function storeCells(db: Db, organisationId: string, { deviations }: ModelState): Promise<void> {
  await db.deleteFrom('organisation_responsibilities').where('organisation_id', '=', organisationId).execute()
  if (deviations.length === 0) return
  await db
    .insertInto('organisation_responsibilities')
    .values(
      deviations.map(({ unitId, activity, part }) => ({
        organisation_id: organisationId,
        unit_id: unitId,
        activity,
        part,
      })),
    )
    .execute()
}

interface CellWish {
  readonly unitId: string
  readonly activity: Activity
  /** Null: no part at all; undefined: what the model presets. */
  readonly part: Part | null | undefined
}

/** Sets one cell by hand, or gives it back to the model; tells those whose rights change. */
export function setCell(kernel: Kernel, actor: Actor, { unitId, activity, part }: CellWish) {
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    await lockModel(db, organisationId)
    const row = await readModelRow(db, organisationId)
    const { units, before, after, differences } = await weighCell(db, organisationId, {
      unitId,
      activity,
      part: part === undefined ? 'preset' : (part ?? 'none'),
    })
    const unit = units.find((one) => one.id === unitId)
    await storeCells(db, organisationId, after)
    const cellOf = (state: ModelState) =>
      state.deviations.find((one) => one.unitId === unitId && one.activity === activity)?.part
    record({
      verb: part === undefined ? 'operating-model.cell-cleared' : 'operating-model.cell-set',
      subject: { type: 'unit', id: unitId, title: unit?.name ?? null },
      before: { activity, part: cellOf(before) ?? null },
      after: { activity, part: part ?? null },
    })
    await tellOfRights(kernel, db, { actor, modelId: row.id, model: row.model, differences })
    return showModel(db, organisationId)
  })
}

/** A unit that is not there is "not found" here: it stands in the address, not in the body. */
async function weighCell(db: Db, organisationId: string, cell: NonNullable<ModelWish['cells']>[number]) {
  try {
    return await weighModel(db, organisationId, { cells: [cell] })
  } catch (error) {
    throw error instanceof Refusal && error.code === 'request.invalid' ? new Refusal('record.not-found') : error
  }
}
