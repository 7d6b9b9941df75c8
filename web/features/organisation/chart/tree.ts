import { kindsOf } from './records.ts'
import type { Chart, ChartPosition, Shown } from './records.ts'

/** Positions as the one tree they are laid out by; the other line is drawn across it. */
export interface Tree {
  readonly byId: ReadonlyMap<string, ChartPosition>
  readonly parents: ReadonlyMap<string, string>
  /** On the lines drawn, all that a position has to stand below; without those that would close a circle. */
  readonly superiors: ReadonlyMap<string, readonly string[]>
  readonly children: ReadonlyMap<string, readonly string[]>
  readonly roots: readonly string[]
  /** How many stand below, down to the last. */
  readonly below: ReadonlyMap<string, number>
  /** Positions on neither line that is drawn. */
  readonly alone: ReadonlySet<string>
}

/** A position stands below its functional superior; without one, below the administrative, where that closes no circle. */
export function treeOf(chart: Chart, shown: Shown): Tree {
  const byId = new Map(chart.positions.map((position) => [position.id, position]))
  const parents = new Map<string, string>()
  const superiors = new Map<string, readonly string[]>()
  const linked = new Set<string>()
  for (const kind of kindsOf(shown))
    for (const line of chart.lines) {
      if (line.kind !== kind || !byId.has(line.superiorId) || !byId.has(line.positionId)) continue
      linked.add(line.superiorId).add(line.positionId)
      if (leadsTo(superiors, line.superiorId, line.positionId)) continue
      superiors.set(line.positionId, [...(superiors.get(line.positionId) ?? []), line.superiorId])
      if (!parents.has(line.positionId)) parents.set(line.positionId, line.superiorId)
    }
  const children = new Map<string, string[]>()
  const roots: string[] = []
  for (const { id } of chart.positions) {
    const parent = parents.get(id)
    if (parent === undefined) roots.push(id)
    else children.set(parent, [...(children.get(parent) ?? []), id])
  }
  const alone = new Set(chart.positions.map(({ id }) => id).filter((id) => !linked.has(id)))
  return { byId, parents, superiors, children, roots, below: countBelow(children, roots), alone }
}

function leadsTo(superiors: ReadonlyMap<string, readonly string[]>, from: string, to: string): boolean {
  return from === to || (superiors.get(from) ?? []).some((above) => leadsTo(superiors, above, to))
}

function countBelow(
  children: ReadonlyMap<string, readonly string[]>,
  roots: readonly string[],
): ReadonlyMap<string, number> {
  const below = new Map<string, number>()
  const count = (id: string): number => {
    const total = (children.get(id) ?? []).reduce((sum, child) => sum + 1 + count(child), 0)
    below.set(id, total)
    return total
  }
  roots.forEach(count)
  return below
}

/** As many as a person can take in at once, and a browser can lay out at once. */
const ENOUGH = 90

/** How many steps down are open to begin with: as many as leave no more than a screenful. */
export function openDepth(tree: Tree): number {
  let level: readonly string[] = tree.roots
  let seen = level.length
  let depth = 0
  while (level.length > 0) {
    level = level.flatMap((id) => tree.children.get(id) ?? [])
    if (level.length === 0) return Number.POSITIVE_INFINITY
    seen += level.length
    if (seen > ENOUGH && depth > 0) return depth
    depth += 1
  }
  return Number.POSITIVE_INFINITY
}

/** What a person opened or closed by hand, in place of what the depth says. */
export type Toggled = ReadonlyMap<string, boolean>

/** The positions that are shown, each above those below it, and those of them whose reports are hidden. */
export function visibleIn(
  tree: Tree,
  depth: number,
  toggled: Toggled,
): { readonly ids: readonly string[]; readonly closed: ReadonlySet<string> } {
  const ids: string[] = []
  const closed = new Set<string>()
  const walk = (id: string, at: number): void => {
    ids.push(id)
    const children = tree.children.get(id) ?? []
    if (children.length === 0) return
    if (toggled.get(id) ?? at < depth) for (const child of children) walk(child, at + 1)
    else closed.add(id)
  }
  for (const root of tree.roots) walk(root, 0)
  return { ids, closed }
}
