import type { Action, Activity, OperatingModel, Part } from '#contract/actions.ts'
import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { rightChanges, type Difference, type ModelState, type RightChange } from '../domain/right-changes.ts'
import { matrixOf } from './show-model.ts'
import { countWaiting, readModelRow, readModelState, readUnits, readWorkers, type NamedUnit } from './store-model.ts'

export interface ModelWish {
  readonly model?: OperatingModel | undefined
  readonly cells?:
    | readonly { readonly unitId: string; readonly activity: Activity; readonly part: Part | 'none' | 'preset' }[]
    | undefined
  readonly clear?: boolean | undefined
}

/** Who would gain and who would lose which right by a change of the model or its cells. */
export function previewModel(kernel: Kernel, { organisationId }: Actor, wish: ModelWish) {
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const { units, after, ...found } = await weighModel(db, organisationId, wish)
    const names = new Map(units.map((unit) => [unit.id, unit.name]))
    const show = (side: keyof Difference) =>
      found.people.flatMap(({ id, name, role }) => {
        const changes = found.differences.get(id)?.[side] ?? []
        return changes.length === 0
          ? []
          : [{ person: { id, name }, role, changes: changes.map((each) => showChange(each, names)) }]
      })
    return {
      model: after.model,
      rows: matrixOf(units, after),
      gains: show('gains'),
      loses: show('loses'),
      waitingPosts: await countWaiting(db, organisationId, unitsConcerned(units, found.differences)),
    }
  })
}

/** The state that a wish leads to from the one in force, and the difference it makes to everybody. */
export async function weighModel(db: Db, organisationId: string, wish: ModelWish) {
  const units = await readUnits(db, organisationId)
  const { model } = await readModelRow(db, organisationId)
  const before = await readModelState(db, organisationId, model)
  const after = stateAfter(before, wish, units)
  const people = await readWorkers(db, organisationId)
  return { units, people, before, after, differences: rightChanges(units, people, before, after) }
}

function stateAfter(before: ModelState, wish: ModelWish, units: readonly NamedUnit[]): ModelState {
  const cells = new Map<string, ModelState['deviations'][number]>()
  if (wish.clear !== true) for (const one of before.deviations) cells.set(`${one.unitId} ${one.activity}`, one)
  const known = new Set(units.map((unit) => unit.id))
  for (const [place, { unitId, activity, part }] of (wish.cells ?? []).entries()) {
    if (!known.has(unitId))
      throw new Refusal('request.invalid', {}, [{ path: `cells.${place}.unitId`, code: 'reference.unknown' }])
    if (part === 'preset') cells.delete(`${unitId} ${activity}`)
    else cells.set(`${unitId} ${activity}`, { unitId, activity, part: part === 'none' ? null : part })
  }
  return { model: wish.model ?? before.model, deviations: [...cells.values()] }
}

function showChange({ action, unitIds, elsewhere }: RightChange, names: ReadonlyMap<string, string>) {
  return { action, units: unitIds.map((id) => ({ id, name: names.get(id) ?? '' })), elsewhere }
}

const RELEASES: ReadonlySet<Action> = new Set<Action>(['posts.approve', 'posts.publish'])

/** The units, with all below them, in which approving or publishing comes to somebody or goes from somebody. */
function unitsConcerned(units: readonly NamedUnit[], differences: ReadonlyMap<string, Difference>): string[] {
  const concerned = new Set<string>()
  for (const { gains, loses } of differences.values())
    for (const { action, unitIds } of [...gains, ...loses])
      if (RELEASES.has(action)) for (const id of unitIds) concerned.add(id)
  // Units come with each above those below it, so one pass reaches all.
  for (const { id, parentId } of units) if (parentId !== null && concerned.has(parentId)) concerned.add(id)
  return [...concerned]
}
