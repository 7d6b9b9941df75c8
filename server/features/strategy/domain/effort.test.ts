import { describe, expect, it } from 'vitest'
import { flowOf, NOTHING, shareOut, split, sumOf, type Source } from './effort.ts'

/** A stream of numbers that is the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state % below
  }
}

const AIMS = Array.from({ length: 30 }, (_, place) => ({
  id: `aim-${place}`,
  title: `Aim ${place}`,
  perspective: ['financial', 'customer'][place % 2] ?? '',
}))

function someSources(seed: number): Source[] {
  const next = numbers(seed)
  return Array.from({ length: 1 + next(60) }, (_, place) => ({
    type: place % 3 === 0 ? ('none' as const) : ('plan' as const),
    id: place % 3 === 0 ? null : `plan-${next(25)}`,
    title: 'x',
    objectiveIds: [...new Set(Array.from({ length: next(5) }, () => `aim-${next(30)}`))],
    amounts: { ...NOTHING, hoursPlanned: BigInt(next(9_000_000)), value: BigInt(next(9_000_000) - 4_000_000) },
  }))
}

describe('an amount', () => {
  it.each([
    [10n, 3, [4n, 3n, 3n]],
    [-10n, 3, [-4n, -3n, -3n]],
    [0n, 2, [0n, 0n]],
    [1n, 1, [1n]],
  ])('of %d is split in %d without losing any', (amount, parts, expected) => {
    expect(split(amount, parts)).toEqual(expected)
  })
})

describe.each(Array.from({ length: 40 }, (_, seed) => seed + 1))('whatever the work is (%d)', (seed) => {
  const sources = someSources(seed)

  it('the shares of all objectives and of none add up to the whole', () => {
    const shares = [...shareOut(sources).values()]
    for (const measure of ['hoursPlanned', 'value'] as const)
      expect(shares.reduce((sum, share) => sum + share[measure], 0n)).toBe(sumOf(sources)[measure])
  })

  it('as much flows into every objective as comes out, and no more than ten of a column are named', () => {
    const { nodes, links } = flowOf(sources, AIMS, 'hoursPlanned', 9)
    const whole = sumOf(sources).hoursPlanned
    const of = (column: string) => nodes.filter((node) => node.column === column)
    for (const column of ['source', 'objective'])
      expect(of(column).reduce((sum, node) => sum + node.amount, 0n)).toBe(whole)
    for (const node of of('objective')) {
      const into = links.filter(({ to }) => to === node.id).reduce((sum, link) => sum + link.amount, 0n)
      const out = links.filter(({ from }) => from === node.id).reduce((sum, link) => sum + link.amount, 0n)
      expect(into).toBe(node.amount)
      expect(out).toBe(node.type === 'none' ? 0n : node.amount)
    }
    for (const type of ['plan', 'objective'])
      expect(nodes.filter((node) => node.type === type).length).toBeLessThanOrEqual(10)
  })
})
