/** Finds any of thousands of texts in one pass over another (Aho and Corasick, 1975). Flat arrays: an organisation's rules cost little memory. */
export interface Automaton {
  /** Calls for every place where a pattern ends: its number and the end, exclusive. */
  readonly scan: (text: string, found: (pattern: number, end: number) => void) => void
  readonly nodes: number
}

const WIDTH = 65_536

/** Builds the automaton for these texts; empty ones are never found. */
export function buildAutomaton(patterns: readonly string[]): Automaton {
  const { edges, nodes, endings } = plant(patterns)
  const { first, codes, targets } = flatten(edges, nodes)
  const step = (node: number, code: number): number => {
    let low = first[node] ?? 0
    let high = (first[node + 1] ?? 0) - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const value = codes[middle] ?? 0
      if (value === code) return targets[middle] ?? 0
      if (value < code) low = middle + 1
      else high = middle - 1
    }
    return -1
  }
  const { fallback, shorter } = linkBack({ nodes, first, codes, targets, endings, step })
  return {
    nodes,
    scan: (text, found) => {
      let node = 0
      for (let at = 0; at < text.length; at += 1) {
        const code = text.charCodeAt(at)
        let next = step(node, code)
        while (next < 0 && node !== 0) {
          node = fallback[node] ?? 0
          next = step(node, code)
        }
        node = Math.max(next, 0)
        for (let ending = endings.has(node) ? node : (shorter[node] ?? 0); ending !== 0; ending = shorter[ending] ?? 0)
          for (const pattern of endings.get(ending) ?? []) found(pattern, at + 1)
      }
    },
  }
}

function plant(patterns: readonly string[]) {
  const edges = new Map<number, number>()
  const endings = new Map<number, number[]>()
  let nodes = 1
  patterns.forEach((pattern, number) => {
    if (pattern === '') return
    let node = 0
    for (let at = 0; at < pattern.length; at += 1) {
      const edge = node * WIDTH + pattern.charCodeAt(at)
      const known = edges.get(edge)
      node = known ?? nodes
      if (known === undefined) {
        edges.set(edge, nodes)
        nodes += 1
      }
    }
    endings.set(node, [...(endings.get(node) ?? []), number])
  })
  return { edges, nodes, endings }
}

function flatten(edges: ReadonlyMap<number, number>, nodes: number) {
  const sorted = [...edges].sort(([one], [other]) => one - other)
  const first = new Int32Array(nodes + 1)
  const codes = new Uint16Array(sorted.length)
  const targets = new Int32Array(sorted.length)
  sorted.forEach(([edge, target], place) => {
    const node = Math.floor(edge / WIDTH)
    first[node + 1] = (first[node + 1] ?? 0) + 1
    codes[place] = edge % WIDTH
    targets[place] = target
  })
  for (let node = 0; node < nodes; node += 1) first[node + 1] = (first[node + 1] ?? 0) + (first[node] ?? 0)
  return { first, codes, targets }
}

interface Grown {
  readonly nodes: number
  readonly first: Int32Array
  readonly codes: Uint16Array
  readonly targets: Int32Array
  readonly endings: ReadonlyMap<number, readonly number[]>
  readonly step: (node: number, code: number) => number
}

/** For each node where to go on when nothing fits, and the nearest shorter pattern that ends in the same place. */
function linkBack({ nodes, first, codes, targets, endings, step }: Grown) {
  const fallback = new Int32Array(nodes)
  const shorter = new Int32Array(nodes)
  const queue: number[] = [0]
  for (let place = 0; place < queue.length; place += 1) {
    const node = queue[place] ?? 0
    for (let edge = first[node] ?? 0; edge < (first[node + 1] ?? 0); edge += 1) {
      const child = targets[edge] ?? 0
      const code = codes[edge] ?? 0
      queue.push(child)
      let back = node === 0 ? -1 : (fallback[node] ?? 0)
      while (back > 0 && step(back, code) < 0) back = fallback[back] ?? 0
      const landed = back < 0 ? 0 : Math.max(step(back, code), 0)
      fallback[child] = landed
      shorter[child] = endings.has(landed) ? landed : (shorter[landed] ?? 0)
    }
  }
  return { fallback, shorter }
}
