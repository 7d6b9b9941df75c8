import { layered } from './layered.ts'
import type { Chart } from './records.ts'
import type { Tree } from './tree.ts'

export const WIDTH = 160
export const HEIGHT = 56
const GAP = 20
export const RISE = 42
const PAD = 16
const HEAD = 34
/** So many reports without reports of their own stand as a block instead of a long row. */
const BLOCK = 4

export interface Spot {
  readonly id: string
  readonly x: number
  readonly y: number
}
export interface Band extends Spot {
  readonly name: string
  readonly width: number
  readonly height: number
}
export interface Arranged {
  readonly spots: readonly Spot[]
  readonly bands: readonly Band[]
}

interface Box {
  readonly width: number
  readonly height: number
  /** Where what is in it stands, from its upper left corner. */
  readonly inside: readonly Spot[]
}

/**
 * Where everything stands. Each region is laid out on its own and then placed as one box among the rest, so that its band
 * holds its people and nobody else's.
 */
export function arrange(chart: Chart, tree: Tree, ids: readonly string[]): Arranged {
  const bandOf = bandsOf(chart)
  const groups = new Map<string, string[]>()
  for (const id of ids) {
    const band = bandOf(tree.byId.get(id)?.unitId ?? null)
    groups.set(band ?? '', [...(groups.get(band ?? '') ?? []), id])
  }
  const bands = [...groups].flatMap(([unitId, members]) =>
    unitId === '' ? [] : [{ id: unitId, members, box: framed(arrangeGroup(tree, members, [])) }],
  )
  const whole = arrangeGroup(tree, groups.get('') ?? [], bands)
  const at = new Map(whole.inside.map((spot) => [spot.id, spot]))
  const names = new Map(chart.units.map((unit) => [unit.id, unit.name]))
  return {
    spots: [
      ...whole.inside.filter((spot) => tree.byId.has(spot.id)),
      ...bands.flatMap(({ id, box }) => box.inside.map((spot) => moved(spot, at.get(id)))),
    ],
    bands: bands.map(({ id, box }) => ({
      id,
      name: names.get(id) ?? '',
      x: at.get(id)?.x ?? 0,
      y: at.get(id)?.y ?? 0,
      width: box.width,
      height: box.height,
    })),
  }
}

/** The region or brand that a unit belongs to; null for what belongs to the company as a whole. */
function bandsOf(chart: Chart): (unitId: string | null) => string | null {
  const units = new Map(chart.units.map((unit) => [unit.id, unit]))
  const known = new Map<string, string | null>()
  const find = (id: string | null): string | null => {
    const unit = id === null ? undefined : units.get(id)
    if (unit === undefined) return null
    const cached = known.get(unit.id)
    if (cached !== undefined) return cached
    const found = unit.kind === 'region' || unit.kind === 'brand' ? unit.id : find(unit.parentId)
    known.set(unit.id, found)
    return found
  }
  return find
}

interface Group {
  readonly id: string
  readonly members: readonly string[]
  readonly box: Box
}

/** Lays out these positions, and these finished groups among them. */
function arrangeGroup(tree: Tree, members: readonly string[], groups: readonly Group[]): Box {
  const own = new Set(members)
  const boxes = new Map<string, Box>()
  const holder = new Map<string, string>()
  for (const { id, members: held, box } of groups) {
    boxes.set(id, box)
    for (const member of held) holder.set(member, id)
  }
  for (const [key, leaves] of leafBlocks(tree, members, own)) {
    boxes.set(key, block(leaves))
    for (const leaf of leaves) holder.set(leaf, key)
  }
  for (const id of members)
    if (!holder.has(id)) {
      boxes.set(id, { width: WIDTH, height: HEIGHT, inside: [{ id, x: 0, y: 0 }] })
      holder.set(id, id)
    }
  const edges = [...holder].flatMap(([id, key]) => {
    const above = (tree.superiors.get(id) ?? []).flatMap((superior) => holder.get(superior) ?? [])
    return above.flatMap((other) => (other === key ? [] : [[other, key] as const]))
  })
  const { middleOf, width, height } = layered(boxes, edges, { gap: GAP, rise: RISE })
  const inside = [...boxes].flatMap(([key, box]) => {
    const { x, y } = middleOf(key)
    const corner = { id: key, x: x - box.width / 2, y: y - box.height / 2 }
    // A finished group is placed as a whole; what stands in it moves with it later.
    return groups.some((group) => group.id === key) ? [corner] : box.inside.map((spot) => moved(spot, corner))
  })
  return { width, height, inside }
}

/** Reports of one superior that have no visible reports of their own, where there are many. */
function leafBlocks(tree: Tree, members: readonly string[], own: ReadonlySet<string>): [string, string[]][] {
  const superiors = new Set(members.flatMap((id) => tree.superiors.get(id) ?? []).filter((id) => own.has(id)))
  const leaves = new Map<string, string[]>()
  for (const id of members) {
    const parent = tree.parents.get(id) ?? (tree.alone.has(id) ? 'alone' : null)
    if (parent === null || superiors.has(id)) continue
    leaves.set(parent, [...(leaves.get(parent) ?? []), id])
  }
  return [...leaves].flatMap(([parent, ids]) => (ids.length > BLOCK ? [[`block ${parent}`, ids]] : []))
}

function block(ids: readonly string[]): Box {
  const columns = Math.max(2, Math.ceil(Math.sqrt(ids.length / 2)))
  const rows = Math.ceil(ids.length / columns)
  return {
    width: columns * WIDTH + (columns - 1) * GAP,
    height: rows * HEIGHT + (rows - 1) * GAP,
    inside: ids.map((id, place) => ({
      id,
      x: (place % columns) * (WIDTH + GAP),
      y: Math.floor(place / columns) * (HEIGHT + GAP),
    })),
  }
}

function framed({ width, height, inside }: Box): Box {
  return {
    width: width + 2 * PAD,
    height: height + PAD + HEAD,
    inside: inside.map((spot) => ({ ...spot, x: spot.x + PAD, y: spot.y + PAD })),
  }
}

function moved(spot: Spot, by: Spot | undefined): Spot {
  return { id: spot.id, x: spot.x + (by?.x ?? 0), y: spot.y + (by?.y ?? 0) }
}
