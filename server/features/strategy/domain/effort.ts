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
  if (parts === 1) return [amount]
  const count = BigInt(parts)
  const even = amount / count
  const left = Number(amount - even * count)
  const more = even + (left < 0 ? -1n : 1n)
  return Array.from({ length: parts }, (_, place) => (place < Math.abs(left) ? more : even))
}

const MEASURES: readonly Measure[] = ['hoursPlanned', 'hoursActual', 'posts', 'value']

/** What each objective gets of every measure. The key null holds what serves no objective: together it is the whole. */
export function shareOut(sources: readonly Source[]): ReadonlyMap<string | null, Amounts> {
  const shares = new Map<string | null, Record<Measure, bigint>>()
  for (const { objectiveIds, amounts } of sources) {
    const aims = objectiveIds.length === 0 ? [null] : objectiveIds
    for (const measure of MEASURES)
      if (amounts[measure] !== 0n)
        forParts(amounts[measure], aims, (aim, part) => {
          const share = shares.get(aim)
          if (share === undefined) shares.set(aim, { ...NOTHING, [measure]: part })
          else share[measure] += part
        })
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
  const positive = sources.filter(({ amounts }) => amounts[measure] > 0n)
  const bySource = new Map<string, bigint>()
  for (const { id, amounts } of positive) if (id !== null) bySource.set(id, (bySource.get(id) ?? 0n) + amounts[measure])
  // A hundred thousand parts are first added up by the few nodes that they come from.
  const nodeOfSource = nodesOf(largest(bySource, most), (source: Source) => source.id, sourceNode)
  const streams = new Map<Bare, Map<Aim | null, bigint>>()
  for (const source of positive) {
    const from = nodeOfSource(source)
    const stream = streams.get(from) ?? new Map<Aim | null, bigint>()
    streams.set(from, stream)
    const served = source.objectiveIds.flatMap((id) => known.get(id) ?? [])
    forParts(source.amounts[measure], served.length === 0 ? [null] : served, (aim, part) =>
      stream.set(aim, (stream.get(aim) ?? 0n) + part),
    )
  }
  const byAim = new Map<string, bigint>()
  for (const stream of streams.values())
    for (const [aim, amount] of stream) if (aim !== null) byAim.set(aim.id, (byAim.get(aim.id) ?? 0n) + amount)
  return draw(streams, largest(byAim, most))
}

function draw(streams: ReadonlyMap<Bare, ReadonlyMap<Aim | null, bigint>>, named: ReadonlySet<string>): Flow {
  const nodes = new Map<string, FlowNode>()
  const links = new Map<string, FlowLink>()
  const nodeOfAim = nodesOf(named, (aim: Aim | null) => aim?.id ?? null, aimNode)
  const add = (node: Bare, amount: bigint) =>
    nodes.set(node.id, { ...node, amount: (nodes.get(node.id)?.amount ?? 0n) + amount })
  const join = (from: string, to: string, amount: bigint) =>
    links.set(`${from} ${to}`, { from, to, amount: (links.get(`${from} ${to}`)?.amount ?? 0n) + amount })
  for (const [from, stream] of streams)
    for (const [aim, amount] of stream) {
      const to = nodeOfAim(aim)
      add(from, amount)
      add(to, amount)
      join(from.id, to.id, amount)
      if (aim === null) continue
      const end = perspectiveNode(aim.perspective)
      add(end, amount)
      join(to.id, end.id, amount)
    }
  return { nodes: [...nodes.values()], links: [...links.values()] }
}

/** Each of these with its part of the amount. */
function forParts<Part>(amount: bigint, parts: readonly Part[], work: (part: Part, amount: bigint) => void): void {
  const amounts = split(amount, parts.length)
  for (const [place, part] of parts.entries()) work(part, amounts[place] ?? 0n)
}

/** The names of the largest; where only one more would be "the rest", it is rather named. */
function largest(sums: ReadonlyMap<string, bigint>, most: number): ReadonlySet<string> {
  const sorted = [...sums].sort((one, other) =>
    one[1] === other[1] ? (one[0] < other[0] ? -1 : 1) : one[1] < other[1] ? 1 : -1,
  )
  return new Set(sorted.slice(0, sorted.length <= most + 1 ? most + 1 : most).map(([name]) => name))
}

/** One node for each named record, one for all others and one for none: each made once. */
function nodesOf<Item>(
  named: ReadonlySet<string>,
  idOf: (item: Item) => string | null,
  nodeOf: (item: Item, named: ReadonlySet<string>) => Bare,
): (item: Item) => Bare {
  const made = new Map<string | null, Bare>()
  return (item) => {
    const id = idOf(item)
    const key = id === null || named.has(id) ? id : 'rest'
    const node = made.get(key) ?? nodeOf(item, named)
    made.set(key, node)
    return node
  }
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

function perspectiveNode(name: string): Bare {
  return { id: `perspective:${name}`, column: 'perspective', type: 'perspective', recordId: null, title: name }
}
