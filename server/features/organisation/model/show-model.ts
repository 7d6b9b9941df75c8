import { ACTIVITIES, type Activity, type Part } from '#contract/actions.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { partsOf, presetParts } from '../domain/operating-model.ts'
import type { ModelState } from '../domain/right-changes.ts'
import { readModelRow, readModelState, readUnits, type NamedUnit } from './store-model.ts'

/** The model in force as the contract describes it. */
export async function showModel(db: Db, organisationId: string) {
  const row = await readModelRow(db, organisationId)
  const state = await readModelState(db, organisationId, row.model)
  return {
    id: row.id,
    model: row.model,
    since: row.since.toISOString(),
    setBy: row.set_by === null ? null : { id: row.set_by, name: row.name ?? '' },
    reason: row.reason,
    version: row.version,
    rows: matrixOf(await readUnits(db, organisationId), state),
  }
}

/** The matrix of units and activities; units come with each above those below it. */
export function matrixOf(units: readonly NamedUnit[], { model, deviations }: ModelState) {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const depths = new Map<string, number>()
  return units.map((unit) => {
    const depth = unit.parentId === null ? 0 : (depths.get(unit.parentId) ?? 0) + 1
    depths.set(unit.id, depth)
    const above = aboveOf(unit, byId)
    const presets = presetParts(model, unit, above)
    const parts = partsOf(model, unit, above, deviations)
    const byHand = new Set(deviations.filter((one) => one.unitId === unit.id).map((one) => one.activity))
    const cells = Object.fromEntries(
      ACTIVITIES.map((activity) => [
        activity,
        { part: parts[activity], preset: presets[activity], byHand: byHand.has(activity) },
      ]),
    ) as Record<Activity, { part: Part | null; preset: Part; byHand: boolean }>
    const { id, name, kind, parentId, centre } = unit
    return { unit: { id, name, kind, parentId, centre, depth }, cells }
  })
}

function aboveOf(unit: NamedUnit, byId: ReadonlyMap<string, NamedUnit>): NamedUnit[] {
  const parent = unit.parentId === null ? undefined : byId.get(unit.parentId)
  return parent === undefined ? [unit] : [unit, ...aboveOf(parent, byId)]
}
