import { ACTIVITY_OF_ACTION, type Action, type OperatingModel, type Role } from '#contract/actions.ts'
import type { Facts } from '#server/kernel/facts.ts'
import { may } from './may.ts'
import { reachOf, type Deviation, type ModelUnit } from './operating-model.ts'

/** Somebody whose rights a model divides: where they work, and nothing of agencies, which no model binds. */
export interface Worker {
  readonly id: string
  readonly role: Role
  /** The units of their positions; empty: the company itself. */
  readonly unitIds: readonly string[]
}

/** A model with what was set by hand in it. */
export interface ModelState {
  readonly model: OperatingModel
  readonly deviations: readonly Deviation[]
}

/** One right that comes or goes: in these units with all below them, and for what belongs to no unit. */
export interface RightChange {
  readonly action: Action
  readonly unitIds: readonly string[]
  readonly elsewhere: boolean
}
export interface Difference {
  readonly gains: readonly RightChange[]
  readonly loses: readonly RightChange[]
}

const DIVIDED = Object.keys(ACTIVITY_OF_ACTION) as readonly Action[]
const NONE: Difference = { gains: [], loses: [] }

/**
 * What each of these people may do after the change and could not before, and the other way round, asked of `may` itself
 * for every unit. Accepted policies and certificates are left out: they hold the same before and after.
 * Who has the same role in the same units has the same difference, and is asked once.
 */
export function rightChanges(
  units: readonly ModelUnit[],
  workers: readonly Worker[],
  before: ModelState,
  after: ModelState,
): ReadonlyMap<string, Difference> {
  const tree = treeOf(units)
  const known = new Map<string, Difference>()
  const differences = new Map<string, Difference>()
  for (const worker of workers) {
    const key = `${worker.role} ${[...worker.unitIds].sort().join(' ')}`
    const difference = known.get(key) ?? differenceOf(tree, worker, before, after)
    known.set(key, difference)
    if (difference !== NONE) differences.set(worker.id, difference)
  }
  return differences
}

interface Tree {
  readonly units: readonly ModelUnit[]
  readonly byId: ReadonlyMap<string, ModelUnit>
  readonly paths: ReadonlyMap<string, readonly string[]>
}

function treeOf(units: readonly ModelUnit[]): Tree {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const paths = new Map<string, readonly string[]>()
  const pathOf = (unit: ModelUnit): readonly string[] => {
    const known = paths.get(unit.id)
    if (known !== undefined) return known
    const parent = unit.parentId === null ? undefined : byId.get(unit.parentId)
    const path = [unit.id, ...(parent === undefined ? [] : pathOf(parent))]
    paths.set(unit.id, path)
    return path
  }
  units.forEach(pathOf)
  return { units, byId, paths }
}

function factsIn(tree: Tree, worker: Worker, { model, deviations }: ModelState): Facts {
  const root = tree.units.find((unit) => unit.parentId === null)
  const named = worker.unitIds.flatMap((id) => tree.byId.get(id) ?? [])
  const own = named.length > 0 || root === undefined ? named : [root]
  const above = own.flatMap((unit) => (tree.paths.get(unit.id) ?? []).flatMap((id) => tree.byId.get(id) ?? []))
  return { model, units: [], reach: reachOf(model, own, above, deviations), unmet: [], agency: null }
}

function differenceOf(tree: Tree, worker: Worker, before: ModelState, after: ModelState): Difference {
  const was = { role: worker.role, scopes: null, facts: factsIn(tree, worker, before) }
  const willBe = { role: worker.role, scopes: null, facts: factsIn(tree, worker, after) }
  const gains: RightChange[] = []
  const loses: RightChange[] = []
  for (const action of DIVIDED) {
    const there = (standing: typeof was, unitPath: readonly string[] | null) =>
      may(standing, action, { unitPath }).allowed
    const elsewhere = [there(was, null), there(willBe, null)] as const
    const gained = new Set<string>()
    const lost = new Set<string>()
    for (const { id } of tree.units) {
      const path = tree.paths.get(id) ?? []
      const [could, can] = [there(was, path), there(willBe, path)]
      if (can && !could) gained.add(id)
      if (could && !can) lost.add(id)
    }
    const gain = { action, unitIds: uppermost(tree, gained), elsewhere: elsewhere[1] && !elsewhere[0] }
    const loss = { action, unitIds: uppermost(tree, lost), elsewhere: elsewhere[0] && !elsewhere[1] }
    if (gain.unitIds.length > 0 || gain.elsewhere) gains.push(gain)
    if (loss.unitIds.length > 0 || loss.elsewhere) loses.push(loss)
  }
  return gains.length + loses.length === 0 ? NONE : { gains, loses }
}

/** Of a set of units those whose parent is not in it: what is below goes without saying. */
function uppermost(tree: Tree, ids: ReadonlySet<string>): string[] {
  return [...ids].filter((id) => {
    const parentId = tree.byId.get(id)?.parentId ?? null
    return parentId === null || !ids.has(parentId)
  })
}
