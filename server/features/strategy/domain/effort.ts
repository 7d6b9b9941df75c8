import type { EFFORT_MEASURES } from '#contract/cascade.ts'

type Measure = (typeof EFFORT_MEASURES)[number]
/** Amounts in millionths: hours, posts and money are split without losing any. */
export type Amounts = Readonly<Record<Measure, bigint>>

/** Work of one plan or campaign for the same objectives. */
export interface Source {
  readonly type: 'plan' | 'campaign' | 'none'
  readonly id: string | null
  readonly title: string
  /** What it serves, each once; empty: nothing. */
  readonly objectiveIds: readonly string[]
  readonly amounts: Amounts
}

export interface Aim {
  readonly id: string
  readonly title: string
  readonly perspective: string
}

export interface FlowNode {
  readonly id: string
  readonly column: 'source' | 'objective' | 'perspective'
  readonly type: 'plan' | 'campaign' | 'objective' | 'perspective' | 'none' | 'rest'
  readonly recordId: string | null
  readonly title: string
  readonly amount: bigint
}
export interface FlowLink {
  readonly from: string
  readonly to: string
  readonly amount: bigint
}
export interface Flow {
  readonly nodes: readonly FlowNode[]
  readonly links: readonly FlowLink[]
}

export const NOTHING: Amounts = { hoursPlanned: 0n, hoursActual: 0n, posts: 0n, value: 0n }

/** Splits an amount into even parts that add up to it exactly; what cannot be split goes to the first ones. */
export function split(amount: bigint, parts: number): readonly bigint[] {
  const count = BigInt(parts)
  const even = amount / count
  const left = amount - even * count
  const step = left < 0n ? -1n : 1n
  return Array.from({ length: parts }, (_, place) => even + (BigInt(place) < left * step ? step : 0n))
}

const MEASURES: readonly Measure[] = ['hoursPlanned', 'hoursActual', 'posts', 'value']

/** What each objective gets of every measure. The key null holds what serves no objective: together it is the whole. */
export function shareOut(sources: readonly Source[]): ReadonlyMap<string | null, Amounts> {
  const shares = new Map<string | null, Record<Measure, bigint>>()
  for (const { objectiveIds, amounts } of sources) {
    const aims = objectiveIds.length === 0 ? [null] : objectiveIds
    for (const measure of MEASURES) {
      if (amounts[measure] === 0n) continue
      const parts = split(amounts[measure], aims.length)
      for (const [place, aim] of aims.entries()) {
        const share = shares.get(aim) ?? { ...NOTHING }
        share[measure] += parts[place] ?? 0n
        shares.set(aim, share)
      }
    }
  }
  return shares
}

/** The sum of all sources. */
export function sumOf(sources: readonly Source[]): Amounts {
  const sum = { ...NOTHING }
  for (const { amounts } of sources) for (const measure of MEASURES) sum[measure] += amounts[measure]
  return sum
}

/**
 * One measure as a flow from plans and campaigns through objectives to perspectives. The largest of each column are named, the
 * others flow together; what serves nothing has a node of its own. Amounts below nothing (refunds) are left out.
 */
export function flowOf(sources: readonly Source[], aims: readonly Aim[], measure: Measure, most: number): Flow {
  const known = new Map(aims.map((aim) => [aim.id, aim]))
  const pieces = sources.flatMap((source) => {
    const amount = source.amounts[measure]
    if (amount <= 0n) return []
    const ids = source.objectiveIds.filter((id) => known.has(id))
    const ends = ids.length === 0 ? [null] : ids
    const parts = split(amount, ends.length)
    return ends.map((aim, place) => ({ source, aim, amount: parts[place] ?? 0n }))
  })
  const largest = (key: (piece: (typeof pieces)[number]) => string | null) => {
    const sums = new Map<string, bigint>()
    for (const piece of pieces) {
      const name = key(piece)
      if (name !== null) sums.set(name, (sums.get(name) ?? 0n) + piece.amount)
    }
    const sorted = [...sums].sort((one, other) =>
      one[1] === other[1] ? (one[0] < other[0] ? -1 : 1) : one[1] < other[1] ? 1 : -1,
    )
    // Two that would be "the rest" alone are rather named.
    return new Set(sorted.slice(0, sorted.length <= most + 1 ? most + 1 : most).map(([name]) => name))
  }
  const namedSources = largest(({ source }) => source.id)
  const namedAims = largest(({ aim }) => aim)
  const nodes = new Map<string, FlowNode>()
  const links = new Map<string, FlowLink>()
  const add = (node: Omit<FlowNode, 'amount'>, amount: bigint) =>
    nodes.set(node.id, { ...node, amount: (nodes.get(node.id)?.amount ?? 0n) + amount })
  const join = (from: string, to: string, amount: bigint) =>
    links.set(`${from} ${to}`, { from, to, amount: (links.get(`${from} ${to}`)?.amount ?? 0n) + amount })
  for (const { source, aim, amount } of pieces) {
    const from = sourceNode(source, namedSources)
    const to = aimNode(aim === null ? null : (known.get(aim) ?? null), namedAims)
    const end = perspectiveNode(aim === null ? null : (known.get(aim)?.perspective ?? null))
    add(from, amount)
    add(to, amount)
    join(from.id, to.id, amount)
    if (end === null) continue
    add(end, amount)
    join(to.id, end.id, amount)
  }
  return { nodes: [...nodes.values()], links: [...links.values()] }
}

type Bare = Omit<FlowNode, 'amount'>

function sourceNode({ type, id, title }: Source, named: ReadonlySet<string>): Bare {
  if (id === null) return { id: 'source:none', column: 'source', type: 'none', recordId: null, title: '' }
  if (!named.has(id)) return { id: 'source:rest', column: 'source', type: 'rest', recordId: null, title: '' }
  return { id: `source:${id}`, column: 'source', type, recordId: id, title }
}

function aimNode(aim: Aim | null, named: ReadonlySet<string>): Bare {
  if (aim === null) return { id: 'objective:none', column: 'objective', type: 'none', recordId: null, title: '' }
  if (!named.has(aim.id)) return { id: 'objective:rest', column: 'objective', type: 'rest', recordId: null, title: '' }
  return { id: `objective:${aim.id}`, column: 'objective', type: 'objective', recordId: aim.id, title: aim.title }
}

function perspectiveNode(name: string | null): Bare | null {
  if (name === null) return null
  return { id: `perspective:${name}`, column: 'perspective', type: 'perspective', recordId: null, title: name }
}
