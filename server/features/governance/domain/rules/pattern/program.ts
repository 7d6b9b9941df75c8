import { isWordCode, parsePattern, PatternProblem, type Node } from './parse.ts'

/** One step of a pattern's machine. */
export type Step =
  | { readonly does: 'eat'; readonly holds: (code: number) => boolean }
  | { readonly does: 'fork'; readonly to: readonly [number, number] }
  | { readonly does: 'go'; readonly to: number }
  | { readonly does: 'check'; readonly edge: 'start' | 'end' | 'word' | 'no-word' }
  | { readonly does: 'match' }

export interface Program {
  readonly steps: readonly Step[]
  /** Small letters of which some stand in every text that fits; none: nothing can be said. */
  readonly needs: readonly string[]
  /** Whether a match can begin with this character; undefined is the end of the text. */
  readonly begins: (code: number | undefined) => boolean
}

const MOST_STEPS = 500

/** Turns a pattern into steps. Refuses what would be too large, and what fits nothing at all, with a PatternProblem. */
export function compilePattern(source: string, anyCase: boolean): Program {
  const tree = parsePattern(source, anyCase)
  const steps: Step[] = []
  const put = (step: Step): number => {
    if (steps.length >= MOST_STEPS) throw new PatternProblem('too large')
    return steps.push(step) - 1
  }
  const fork = (greedy: boolean, into: number, past: number): Step => ({
    does: 'fork',
    to: greedy ? [into, past] : [past, into],
  })
  const emit = (node: Node): void => {
    switch (node.kind) {
      case 'empty':
        return
      case 'set':
        put({ does: 'eat', holds: node.holds })
        return
      case 'edge':
        put({ does: 'check', edge: node.edge })
        return
      case 'all':
        node.items.forEach(emit)
        return
      case 'any':
        emitAny(node.items)
        return
      case 'repeat':
        emitRepeat(node)
    }
  }
  const emitAny = (items: readonly Node[]): void => {
    const ends: number[] = []
    items.forEach((item, place) => {
      if (place === items.length - 1) return emit(item)
      const at = put({ does: 'go', to: 0 })
      emit(item)
      ends.push(put({ does: 'go', to: 0 }))
      steps[at] = { does: 'fork', to: [at + 1, steps.length] }
    })
    for (const end of ends) steps[end] = { does: 'go', to: steps.length }
  }
  const emitRepeat = ({ item, least, most, greedy }: Extract<Node, { kind: 'repeat' }>): void => {
    for (let count = 0; count < least; count += 1) emit(item)
    if (most === null) {
      const at = put({ does: 'go', to: 0 })
      emit(item)
      put({ does: 'go', to: at })
      steps[at] = fork(greedy, at + 1, steps.length)
      return
    }
    const skips: number[] = []
    for (let count = least; count < most; count += 1) {
      skips.push(put({ does: 'go', to: 0 }))
      emit(item)
    }
    for (const at of skips) steps[at] = fork(greedy, at + 1, steps.length)
  }
  emit(tree)
  put({ does: 'match' })
  return { steps, needs: literalsOf(tree), begins: beginningsOf(steps) }
}

/** For each alternative the longest run of plain letters in it. Dotted and dotless i are left out: their case is two letters. */
function literalsOf(tree: Node): readonly string[] {
  const found = (tree.kind === 'any' ? tree.items : [tree]).map(literalOf)
  return found.includes('') ? [] : found
}

function literalOf(tree: Node): string {
  const items = tree.kind === 'all' ? tree.items : [tree]
  let run = ''
  let best = ''
  for (const item of items) {
    const letter = item.kind === 'set' ? item.literal : null
    if (letter === null || !/^[a-hj-z0-9 ]$/iu.test(letter) || letter.charCodeAt(0) > 0x7f) run = ''
    else run += letter.toLowerCase()
    if (run.length > best.length) best = run
  }
  return best
}

/** Characters of the alphabets next to ours are looked at once. */
const REMEMBERED = 0x600

function beginningsOf(steps: readonly Step[]): Program['begins'] {
  const eaters: ((code: number) => boolean)[] = []
  const seen = new Set<number>()
  const waiting = [0]
  let always = false
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (seen.has(at)) continue
    seen.add(at)
    const step = steps[at]
    if (step?.does === 'eat') eaters.push(step.holds)
    else if (step?.does === 'fork') waiting.push(...step.to)
    else if (step?.does === 'go') waiting.push(step.to)
    else if (step?.does === 'check') waiting.push(at + 1)
    else always = true
  }
  const known = new Uint8Array(REMEMBERED)
  return (code) => {
    if (always || code === undefined) return always
    const remembered = known[code] ?? 0
    if (remembered !== 0) return remembered === 2
    const begins = eaters.some((holds) => holds(code))
    if (code < REMEMBERED) known[code] = begins ? 2 : 1
    return begins
  }
}

export interface PatternHit {
  readonly start: number
  readonly end: number
}

const MOST_HITS = 20
/** Steps that one pattern may take through one text: a fraction of a second. What lies behind is not looked at. */
const MOST_WORK = 2_000_000

interface Thread {
  readonly step: number
  readonly start: number
}

/**
 * Where a pattern fits, in UTF-16 units, from left to right without overlap; at most twenty places. Walks the text once a
 * hit with all possibilities side by side (Thompson, 1968), so that no pattern and no text can make it slow.
 */
export function runPattern(program: Program, text: string, lower = text.toLowerCase()): readonly PatternHit[] {
  if (program.needs.length > 0 && !program.needs.some((letters) => lower.includes(letters))) return []
  const hits: PatternHit[] = []
  const work = { left: MOST_WORK }
  let from = 0
  while (hits.length < MOST_HITS && work.left > 0 && from <= text.length) {
    const hit = firstHit(program, text, from, work)
    if (hit === null) break
    if (hit.end > hit.start) hits.push(hit)
    from = hit.end > hit.start ? hit.end : nextPlace(text, hit.end)
  }
  return hits
}

function nextPlace(text: string, at: number): number {
  return at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)
}

function firstHit({ steps, begins }: Program, text: string, from: number, work: { left: number }): PatternHit | null {
  let threads: Thread[] = []
  let best: PatternHit | null = null
  const seen = new Int32Array(steps.length).fill(-1)
  let place = from
  for (;;) {
    const code = text.codePointAt(place)
    if (threads.length === 0 && best === null && !begins(code)) {
      if (code === undefined) return null
      place += code > 0xffff ? 2 : 1
      continue
    }
    const before = codeBefore(text, place)
    const ready: Thread[] = []
    const follow = (first: Thread): void => {
      // A stack of our own: a pattern must not be able to exhaust the real one.
      const waiting = [first]
      for (let thread = waiting.pop(); thread !== undefined; thread = waiting.pop()) {
        if (seen[thread.step] === place) continue
        seen[thread.step] = place
        const step = steps[thread.step]
        if (step === undefined) continue
        if (step.does === 'go') waiting.push({ ...thread, step: step.to })
        else if (step.does === 'fork') waiting.push({ ...thread, step: step.to[1] }, { ...thread, step: step.to[0] })
        else if (step.does === 'check') {
          if (stands(step.edge, before, code)) waiting.push({ ...thread, step: thread.step + 1 })
        } else ready.push(thread)
      }
    }
    for (const thread of threads) follow(thread)
    if (best === null) follow({ step: 0, start: place })
    threads = []
    work.left -= ready.length + 1
    const after = nextPlace(text, place)
    for (const thread of ready) {
      const step = steps[thread.step]
      if (step?.does === 'match') {
        best = { start: thread.start, end: place }
        // What comes after in the order is of less worth than this match.
        break
      }
      if (step?.does === 'eat' && code !== undefined && step.holds(code))
        threads.push({ step: thread.step + 1, start: thread.start })
    }
    if (code === undefined || work.left < 0 || (threads.length === 0 && best !== null)) return best
    place = after
  }
}

function codeBefore(text: string, place: number): number | undefined {
  if (place === 0) return undefined
  const low = text.charCodeAt(place - 1)
  return low >= 0xdc00 && low <= 0xdfff ? text.codePointAt(place - 2) : low
}

function stands(
  edge: 'start' | 'end' | 'word' | 'no-word',
  before: number | undefined,
  code: number | undefined,
): boolean {
  if (edge === 'start') return before === undefined || before === 10
  if (edge === 'end') return code === undefined || code === 10
  return (isWordCode(before) !== isWordCode(code)) === (edge === 'word')
}
