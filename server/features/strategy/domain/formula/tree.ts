import type { MetricId } from '#contract/kpi-catalogue.ts'
import type { Rational } from './rational.ts'

/** A stretch of the formula's text, in UTF-16 units. */
export interface Place {
  readonly from: number
  readonly to: number
}

export const FUNCTIONS = ['percent', 'min', 'max'] as const
export type FunctionName = (typeof FUNCTIONS)[number]
export type Operator = '+' | '-' | '*' | '/'

/** A formula as it was understood. There is nothing in it but figures, the four operations and three functions. */
export type Tree =
  | { readonly kind: 'number'; readonly value: Rational; readonly place: Place }
  | { readonly kind: 'duration'; readonly seconds: Rational; readonly place: Place }
  | { readonly kind: 'metric'; readonly metric: MetricId; readonly place: Place }
  | { readonly kind: 'negation'; readonly of: Tree; readonly place: Place }
  | {
      readonly kind: 'operation'
      readonly operator: Operator
      readonly left: Tree
      readonly right: Tree
      readonly place: Place
    }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly given: readonly Tree[]; readonly place: Place }
