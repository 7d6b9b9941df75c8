import { METRICS, type KpiSource, type MetricId } from '#contract/kpi-catalogue.ts'
import type { Place, Tree } from './tree.ts'

/** Refunds take value away, and platforms may count down: only these never fall while time goes by. */
const GROWING: ReadonlySet<MetricId> = new Set(['posts', 'clicks', 'conversions', 'time'])
/** What a value is only as fresh as, the slowest source first. */
const SLOWEST: readonly KpiSource[] = ['platforms', 'budget', 'conversions', 'links', 'posts', 'calendar']

/** The metrics that a formula speaks of, each once. */
export function metricsOf(tree: Tree): readonly MetricId[] {
  return [...new Set(leaves(tree).flatMap((leaf) => (leaf.kind === 'metric' ? [leaf.metric] : [])))]
}

/** Where its figures come from: the slowest source of them. */
export function sourceOf(tree: Tree): KpiSource {
  const sources = metricsOf(tree).map((metric) => METRICS.find(({ id }) => id === metric)?.source)
  return SLOWEST.find((source) => sources.includes(source)) ?? 'posts'
}

/** What the whole is divided by; null where nothing is. */
export function denominatorOf(tree: Tree): Place | null {
  if (tree.kind === 'call' && tree.name === 'percent')
    return tree.given[0] === undefined ? null : denominatorOf(tree.given[0])
  return tree.kind === 'operation' && tree.operator === '/' ? tree.right.place : null
}

/** Whether the value can only rise while figures are added up, so that a forecast must not fall below what was reached. */
export function growsOnly(tree: Tree): boolean {
  switch (tree.kind) {
    case 'metric':
      return GROWING.has(tree.metric)
    case 'number':
    case 'duration':
      return true
    case 'negation':
      return isFixed(tree)
    case 'call':
      return tree.given.every(growsOnly)
    case 'operation':
      if (tree.operator === '/') return growsOnly(tree.left) && isFixed(tree.right) && isPositive(tree.right)
      if (tree.operator === '-') return growsOnly(tree.left) && isFixed(tree.right)
      return growsOnly(tree.left) && growsOnly(tree.right) && (tree.operator === '+' || neverNegative(tree))
  }
}

/** Whether the value cannot be below 0. */
export function neverNegative(tree: Tree): boolean {
  switch (tree.kind) {
    case 'metric':
      return tree.metric !== 'value' && tree.metric !== 'cost'
    case 'number':
    case 'duration':
      return true
    case 'negation':
      return false
    case 'call':
      return tree.given.every(neverNegative)
    case 'operation':
      return tree.operator !== '-' && neverNegative(tree.left) && neverNegative(tree.right)
  }
}

/** Whether the values of parts (campaigns, channels) add up to the value of the whole: sums of metrics, and multiples of them. */
export function addsUp(tree: Tree): boolean {
  switch (tree.kind) {
    case 'metric':
      return tree.metric !== 'time'
    case 'negation':
      return addsUp(tree.of)
    case 'operation':
      if (tree.operator === '*')
        return isFixed(tree.left) ? addsUp(tree.right) : addsUp(tree.left) && isFixed(tree.right)
      if (tree.operator === '/') return addsUp(tree.left) && isFixed(tree.right)
      return addsUp(tree.left) && addsUp(tree.right)
    default:
      return false
  }
}

function isFixed(tree: Tree): boolean {
  return leaves(tree).every((leaf) => leaf.kind !== 'metric')
}

function isPositive(tree: Tree): boolean {
  return neverNegative(tree) && leaves(tree).every((leaf) => leaf.kind !== 'number' || leaf.value.top > 0n)
}

function leaves(tree: Tree): readonly Tree[] {
  if (tree.kind === 'operation') return [...leaves(tree.left), ...leaves(tree.right)]
  if (tree.kind === 'call') return tree.given.flatMap(leaves)
  return tree.kind === 'negation' ? leaves(tree.of) : [tree]
}
