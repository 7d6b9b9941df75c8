import type { Cascade } from '../plans/records.ts'

type Flow = Cascade['flows']['posts']
type Node = Flow['nodes'][number]

export interface PlacedNode extends Node {
  readonly x: number
  readonly y: number
  readonly tall: number
}
export interface PlacedLink {
  readonly from: PlacedNode
  readonly to: PlacedNode
  readonly amount: string
  /** Where the ribbon leaves and arrives, and how thick it is. */
  readonly fromY: number
  readonly toY: number
  readonly thick: number
}

/** Below this width there is room for two columns of names only. */
const NARROW = 640
const COLUMNS = ['source', 'objective', 'perspective'] as const
export const NODE_WIDTH = 12
const GAP = 14
const LEAST = 2

/** Places the nodes of a flow in columns (on a phone without perspectives), the largest on top, and the ribbons between them in the same order. */
export function placeFlow(flow: Flow, width: number, height: number) {
  const shown = width < NARROW ? COLUMNS.slice(0, 2) : COLUMNS
  const columns = shown.map((column) =>
    flow.nodes
      .filter((node) => node.column === column)
      .sort((one, other) => last(one) - last(other) || Number(other.amount) - Number(one.amount)),
  )
  const scale = Math.min(
    ...columns
      .filter((nodes) => nodes.length > 0)
      .map((nodes) => (height - GAP * (nodes.length - 1)) / nodes.reduce((sum, node) => sum + Number(node.amount), 0)),
  )
  const nodes = new Map<string, PlacedNode>()
  for (const [column, members] of columns.entries()) {
    let y = 0
    for (const node of members) {
      const tall = Math.max(Number(node.amount) * scale, LEAST)
      nodes.set(node.id, { ...node, x: (column * (width - NODE_WIDTH)) / (shown.length - 1), y, tall })
      y += tall + GAP
    }
  }
  const used = new Map<string, number>()
  const take = (key: string, thick: number): number => {
    const from = used.get(key) ?? 0
    used.set(key, from + thick)
    return from
  }
  const links = flow.links
    .flatMap((link) => {
      const [from, to] = [nodes.get(link.from), nodes.get(link.to)]
      return from === undefined || to === undefined ? [] : [{ from, to, amount: link.amount }]
    })
    .sort((one, other) => one.from.y - other.from.y || one.to.y - other.to.y)
    .map(({ from, to, amount }): PlacedLink => {
      const thick = Math.max(Number(amount) * scale, 1)
      return {
        from,
        to,
        amount,
        thick,
        fromY: from.y + take(`${from.id} out`, thick),
        toY: to.y + take(`${to.id} in`, thick),
      }
    })
  const lowest = Math.max(0, ...[...nodes.values()].map((node) => node.y + node.tall))
  return { nodes: [...nodes.values()], links, height: Math.max(lowest, 1) }
}

/** What serves nothing and what is not named stand below the others. */
function last({ type }: Node): number {
  return type === 'none' ? 2 : type === 'rest' ? 1 : 0
}

/** A ribbon that leaves to the right and arrives from the left. */
export function ribbon({ from, to, fromY, toY, thick }: PlacedLink): string {
  const [start, end] = [from.x + NODE_WIDTH, to.x]
  const middle = (start + end) / 2
  const [top, bottom] = [fromY + thick, toY + thick]
  return `M${start},${fromY} C${middle},${fromY} ${middle},${toY} ${end},${toY} L${end},${bottom} C${middle},${bottom} ${middle},${top} ${start},${top} Z`
}
