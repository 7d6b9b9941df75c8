import type { KpiSource, KpiUnit, MetricId } from '#contract/kpi-catalogue.ts'
import { evaluate, type Figures, type Outcome } from './evaluate.ts'
import { parseFormula } from './parse.ts'
import { FormulaProblem } from './problem.ts'
import { addsUp, denominatorOf, growsOnly, metricsOf, neverNegative, sourceOf } from './shape.ts'
import { unitOf } from './unit-of.ts'

/** A formula that was understood, with everything that can be told without figures. */
export interface Formula {
  readonly text: string
  readonly unit: KpiUnit
  readonly metrics: readonly MetricId[]
  readonly source: KpiSource
  readonly denominator: string | null
  /** Its value never falls while figures are added up. */
  readonly growsOnly: boolean
  readonly neverNegative: boolean
  /** What its parts come to adds up to what the whole comes to. */
  readonly addsUp: boolean
  readonly valueOf: (figures: Figures) => Outcome
}

/** Understands a formula and checks its units. Throws a `FormulaProblem` that points at the place. */
export function compileFormula(text: string): Formula {
  const tree = parseFormula(text)
  const unit = unitOf(tree)
  const metrics = metricsOf(tree)
  if (unit === 'number' || metrics.length === 0)
    throw new FormulaProblem('formula.no-metric', { from: 0, to: text.length })
  const divisor = denominatorOf(tree)
  return {
    text,
    unit,
    metrics,
    source: sourceOf(tree),
    denominator: divisor === null ? null : withoutBrackets(text.slice(divisor.from, divisor.to)),
    growsOnly: growsOnly(tree),
    neverNegative: neverNegative(tree),
    addsUp: addsUp(tree),
    valueOf: (figures) => evaluate(tree, figures),
  }
}

/** A divisor is one part of the formula: where it begins with a bracket, that bracket is closed at its end. */
function withoutBrackets(part: string): string {
  return part.startsWith('(') ? part.slice(1, -1).trim() : part
}

/** The formula, or what is wrong with it. */
export function tryFormula(text: string): { readonly formula: Formula } | { readonly problem: FormulaProblem } {
  try {
    return { formula: compileFormula(text) }
  } catch (error) {
    if (error instanceof FormulaProblem) return { problem: error }
    throw error
  }
}
