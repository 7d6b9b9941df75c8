import type { Units } from './decimal.ts'
import { addCost, addCounted, addValue, emptySums, type Sums } from './result.ts'

/**
 * What happened for one campaign (or channel) in one stretch of time, from posts published in one stretch of time. Stretches are counted
 * by edges: 0 before the first edge, 1 from the first to the second, and so on.
 */
export interface Fact {
  /** The campaign or channel; null: none. */
  readonly key: string | null
  /** Stretch of the post's publication, between edges of its own; -1 where it was not published. */
  readonly published: number
  /** Stretch in which it happened, between all edges. */
  readonly at: number
  readonly posts: number
  readonly clicks: number
  readonly conversions: number
  /** More (or fewer) of what platforms count than before; null in facts of another kind. */
  readonly counted: { readonly metric: string; readonly change: number } | null
  readonly currency: string | null
  readonly value: Units
  /** What was booked, in the organisation's currency; null where it could not be converted. Missing in facts of another kind. */
  readonly cost?: Units | null
}

/** Instants between which facts are told apart, in order, each once. */
export type Edges = readonly Date[]

/** Puts instants in order and drops repeated ones. */
export function edgesOf(instants: readonly Date[]): Edges {
  return [...new Set(instants.map(Number))].sort((left, right) => left - right).map((time) => new Date(time))
}

/** The stretch that begins at this edge or, between two edges, contains the instant. */
export function stretchAt(edges: Edges, instant: Date): number {
  let [low, high] = [0, edges.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (Number(edges[middle]) <= Number(instant)) low = middle + 1
    else high = middle
  }
  return low
}

/** Adds one fact to sums. */
export function addFact(sums: Sums, fact: Fact): void {
  sums.posts += fact.posts
  sums.clicks += fact.clicks
  sums.conversions += fact.conversions
  if (fact.counted !== null) addCounted(sums, fact.counted.metric, fact.counted.change)
  if (fact.cost !== undefined) addCost(sums, fact.cost)
  if (fact.currency !== null) addValue(sums, fact.currency, fact.value)
}

/** The sums of the facts that pass. */
export function sumFacts(facts: Iterable<Fact>, passes: (fact: Fact) => boolean): Sums {
  const sums = emptySums()
  for (const fact of facts) if (passes(fact)) addFact(sums, fact)
  return sums
}

export type FactsByKey = ReadonlyMap<string | null, readonly Fact[]>

/** Facts by campaign (or channel), so that each goal looks only at its own. */
export function byKey(facts: readonly Fact[]): FactsByKey {
  return Map.groupBy(facts, (fact) => fact.key)
}
