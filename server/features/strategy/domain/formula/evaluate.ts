import { METRICS, type MetricId } from '#contract/kpi-catalogue.ts'
import { add, divide, fromUnits, isLess, multiply, rational, subtract, toUnits, type Rational } from './rational.ts'
import type { Place, Tree } from './tree.ts'

/** What was measured, in millionths (seconds for durations); null for what no platform has counted. */
export type Figures = Readonly<Record<MetricId, bigint | null>> & {
  /** There was cost in a currency without a rate of its day: what it comes to is not known. */
  readonly rateMissing?: boolean
}

/** Why there is no value yet, and in which part of the formula that lies. */
export interface None {
  readonly code: 'zero-divisor' | 'not-counted' | 'no-cost' | 'rate-missing' | 'too-large'
  readonly place: Place
}
export type Outcome = { readonly value: bigint; readonly none: null } | { readonly value: null; readonly none: None }

type Part = Rational | None
const isNone = (part: Part): part is None => 'code' in part

/** The value of a formula in millionths, exact until it is rounded once at its end; or why there is none. Never NaN. */
export function evaluate(tree: Tree, figures: Figures): Outcome {
  const part = valueOf(tree, figures)
  if (isNone(part)) return { value: null, none: part }
  const value = toUnits(part)
  if (value === null) return { value: null, none: { code: 'too-large', place: tree.place } }
  return { value, none: null }
}

function valueOf(tree: Tree, figures: Figures): Part {
  switch (tree.kind) {
    case 'number':
      return tree.value
    case 'duration':
      return tree.seconds
    case 'metric': {
      const units = figures[tree.metric]
      return units === null ? { code: whyUnknown(tree.metric, figures), place: tree.place } : fromUnits(units)
    }
    case 'negation': {
      const of = valueOf(tree.of, figures)
      return isNone(of) ? of : rational(-of.top, of.bottom)
    }
    case 'call':
      return valueOfCall(tree, figures)
    case 'operation':
      return valueOfOperation(tree, figures)
  }
}

function whyUnknown(metric: MetricId, { rateMissing }: Figures): None['code'] {
  if (metric !== 'cost') return 'not-counted'
  return rateMissing === true ? 'rate-missing' : 'no-cost'
}

function valueOfCall(tree: Tree & { kind: 'call' }, figures: Figures): Part {
  const given: Rational[] = []
  for (const part of tree.given.map((one) => valueOf(one, figures))) {
    if (isNone(part)) return part
    given.push(part)
  }
  if (tree.name === 'percent') return multiply(given[0] ?? rational(0n), rational(100n))
  return given.reduce((best, one) => (isLess(one, best) === (tree.name === 'min') ? one : best))
}

function valueOfOperation({ operator, left, right }: Tree & { kind: 'operation' }, figures: Figures): Part {
  const [first, second] = [valueOf(left, figures), valueOf(right, figures)]
  if (isNone(first)) return first
  if (isNone(second)) return second
  if (operator === '/' && second.top === 0n) return { code: 'zero-divisor', place: right.place }
  return { '+': add, '-': subtract, '*': multiply, '/': divide }[operator](first, second)
}

/** No figure at all: what formulas are tried on where nothing has happened yet. */
export const NOTHING: Figures = Object.fromEntries(
  METRICS.map(({ id, source }) => [id, source === 'platforms' || source === 'budget' ? null : 0n]),
) as Record<MetricId, bigint | null>

/** The figures of two stretches of time together: what was counted in either, or null where nobody counted in both. */
export function addFigures(one: Figures, other: Figures): Figures {
  const sum = ({ id }: { id: MetricId }) => {
    const [left, right] = [one[id], other[id]]
    return [id, left === null ? right : right === null ? left : left + right]
  }
  const figures = Object.fromEntries(METRICS.map(sum)) as Record<MetricId, bigint | null>
  const rateMissing = one.rateMissing === true || other.rateMissing === true
  return rateMissing ? { ...figures, cost: null, rateMissing } : figures
}
