import * as dagre from '@dagrejs/dagre'

interface Box {
  readonly width: number
  readonly height: number
}
interface LayeredGraph {
  readonly setGraph: (label: Readonly<Record<string, string | number>>) => void
  readonly setDefaultEdgeLabel: (label: () => object) => void
  readonly setNode: (id: string, box: Box) => void
  readonly setEdge: (above: string, below: string) => void
  readonly node: (id: string) => { readonly x: number; readonly y: number }
  readonly graph: () => { readonly width?: number; readonly height?: number }
}

// The package's own types name their files without an ending, which our resolution does not follow; this is what we use of it.
interface Dagre {
  readonly Graph: new () => LayeredGraph
  readonly layout: (graph: LayeredGraph) => void
}
const { Graph, layout } = known(dagre)

function known(module: unknown): Dagre {
  if (!isDagre(module)) throw new Error('The layout library is not as expected.')
  return module
}

function isDagre(module: unknown): module is Dagre {
  return typeof module === 'object' && module !== null && 'Graph' in module && 'layout' in module
}

/** Boxes in layers from the top down: the middle of each, and how much room all of them take. */
export function layered(
  boxes: ReadonlyMap<string, Box>,
  edges: readonly (readonly [above: string, below: string])[],
  { gap, rise }: { readonly gap: number; readonly rise: number },
): { readonly middleOf: (id: string) => { readonly x: number; readonly y: number } } & Box {
  const graph = new Graph()
  graph.setGraph({ rankdir: 'TB', nodesep: gap, ranksep: rise, marginx: 0, marginy: 0 })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const [id, { width, height }] of boxes) graph.setNode(id, { width, height })
  for (const [above, below] of edges) graph.setEdge(above, below)
  layout(graph)
  const { width = 0, height = 0 } = graph.graph()
  return { middleOf: (id) => graph.node(id), width, height }
}
