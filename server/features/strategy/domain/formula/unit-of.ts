import { METRICS, type KpiUnit } from '#contract/kpi-catalogue.ts'
import { FormulaProblem, type FormulaCode } from './problem.ts'
import type { Tree } from './tree.ts'

/** A bare number has no unit of its own: it can be added to a count or a ratio and multiply anything. */
export type PartUnit = KpiUnit | 'number'

/** The unit of a formula, or a `FormulaProblem` at the part where units would be mixed. */
export function unitOf(tree: Tree): PartUnit {
  switch (tree.kind) {
    case 'number':
      return 'number'
    case 'duration':
      return 'duration'
    case 'metric':
      return METRICS.find(({ id }) => id === tree.metric)?.unit ?? 'count'
    case 'negation':
      return unitOf(tree.of)
    case 'call':
      return unitOfCall(tree)
    case 'operation':
      return unitOfOperation(tree)
  }
}

function unitOfCall(tree: Tree & { kind: 'call' }): PartUnit {
  const units = tree.given.map(unitOf)
  const [first = 'number'] = units
  if (tree.name === 'percent') {
    if (first === 'ratio' || first === 'number') return 'percent'
    throw new FormulaProblem('formula.percent-of', tree.given[0]?.place ?? tree.place, { unit: first })
  }
  return units.reduce((one, other, index) => same(one, other, tree, tree.given[index] ?? tree))
}

function unitOfOperation(tree: Tree & { kind: 'operation' }): PartUnit {
  const [left, right] = [unitOf(tree.left), unitOf(tree.right)]
  switch (tree.operator) {
    case '+':
    case '-':
      return same(left, right, tree, tree)
    case '*':
      return product(left, right) ?? refuse('formula.product', tree, left, right)
    case '/':
      return (
        quotient(left, right) ??
        refuse(right === 'duration' ? 'formula.per-time' : 'formula.quotient', tree, left, right)
      )
  }
}

/** Adding, comparing: both must be of one unit. */
function same(left: PartUnit, right: PartUnit, tree: Tree, at: Tree): PartUnit {
  if (left === right) return left
  if (left === 'number' && (right === 'count' || right === 'ratio')) return right
  if (right === 'number' && (left === 'count' || left === 'ratio')) return left
  return refuse('formula.mixed', { ...tree, place: at.place }, left, right)
}

const isPlain = (unit: PartUnit) => unit === 'number' || unit === 'ratio'

function product(left: PartUnit, right: PartUnit): PartUnit | null {
  if (left === 'number') return right
  if (right === 'number') return left
  if (left === 'percent' || right === 'percent') return null
  if (isPlain(left)) return right
  if (isPlain(right)) return left
  if (left === 'count' && (right === 'money' || right === 'duration')) return right
  if (right === 'count' && (left === 'money' || left === 'duration')) return left
  return null
}

function quotient(left: PartUnit, right: PartUnit): PartUnit | null {
  if (left === 'number' && right === 'number') return 'number'
  if (right === 'number') return left
  if (left === right) return 'ratio'
  if (right === 'ratio') return left === 'number' ? 'ratio' : left
  if (right === 'count' && (left === 'money' || left === 'duration')) return left
  return null
}

function refuse(code: FormulaCode, tree: Tree, left: PartUnit, right: PartUnit): never {
  throw new FormulaProblem(code, tree.place, { left, right })
}
