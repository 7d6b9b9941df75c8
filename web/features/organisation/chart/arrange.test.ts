import { describe, expect, it } from 'vitest'
import { HEIGHT, WIDTH, arrange } from './arrange.ts'
import type { Chart } from './records.ts'
import { openDepth, treeOf, visibleIn } from './tree.ts'

type Line = readonly [kind: 'functional' | 'administrative', below: string, above: string]

function chartOf(people: readonly string[], lines: readonly Line[], regionOf: Record<string, string> = {}): Chart {
  const unit = { kind: 'region', parentId: 'root', centre: false, representative: null } as const
  return {
    on: null,
    begins: '2026-01-01',
    unplaced: [],
    units: [
      { ...unit, id: 'root', kind: 'company', parentId: null, name: 'Kavrela' },
      { ...unit, id: 'tr', name: 'Türkiye' },
      { ...unit, id: 'uk', name: 'UK' },
    ],
    positions: people.map((id) => ({
      id,
      title: id,
      unitId: regionOf[id] ?? 'root',
      duty: null,
      person: { id, name: id },
      vacantSince: null,
    })),
    lines: lines.map(([kind, positionId, superiorId]) => ({
      kind,
      positionId,
      superiorId,
      since: '2026-01-01T00:00:00Z',
    })),
  }
}

/** A company in which everybody has `width` reports, `depth` steps down. */
function pyramid(width: number, depth: number): Chart {
  const people = ['0']
  const lines: Line[] = []
  let level = people
  for (let step = 0; step < depth; step += 1) {
    level = level.flatMap((above) =>
      Array.from({ length: width }, (_, place) => {
        const id = `${above}.${place}`
        lines.push(['functional', id, above])
        return id
      }),
    )
    people.push(...level)
  }
  return chartOf([...new Set(people)], lines)
}

describe('the tree', () => {
  it('puts a position below its functional superior, and below the administrative where it has no other', () => {
    const tree = treeOf(
      chartOf(
        ['a', 'b', 'c'],
        [
          ['administrative', 'b', 'c'],
          ['functional', 'b', 'a'],
          ['administrative', 'c', 'a'],
        ],
      ),
      'both',
    )
    expect([...tree.parents]).toEqual([
      ['b', 'a'],
      ['c', 'a'],
    ])
    expect(tree.roots).toEqual(['a'])
  })

  it('does not go round where the two lines run against each other', () => {
    const tree = treeOf(
      chartOf(
        ['a', 'b'],
        [
          ['functional', 'b', 'a'],
          ['administrative', 'a', 'b'],
        ],
      ),
      'both',
    )
    expect([tree.roots, tree.below.get('a')]).toEqual([['a'], 1])
  })

  it('tells who stands on no line that is drawn', () => {
    const chart = chartOf(['a', 'b', 'c'], [['functional', 'b', 'a']])
    expect([...treeOf(chart, 'functional').alone]).toEqual(['c'])
    expect([...treeOf(chart, 'administrative').alone]).toEqual(['a', 'b', 'c'])
  })

  it('opens a small company whole, and of a large one a screenful', () => {
    expect(openDepth(treeOf(pyramid(3, 3), 'both'))).toBe(Number.POSITIVE_INFINITY)
    const large = treeOf(pyramid(6, 4), 'both')
    expect(visibleIn(large, openDepth(large), new Map()).ids.length).toBeLessThanOrEqual(90)
  })

  it('follows the hand that opens and closes', () => {
    const tree = treeOf(pyramid(2, 2), 'both')
    const { ids, closed } = visibleIn(tree, 9, new Map([['0.0', false]]))
    expect([ids, [...closed]]).toEqual([['0', '0.0', '0.1', '0.1.0', '0.1.1'], ['0.0']])
  })
})

describe('the arrangement', () => {
  it('gives everybody a place of their own, below their superior', () => {
    const chart = pyramid(5, 3)
    const tree = treeOf(chart, 'both')
    const { spots } = arrange(chart, tree, [...tree.byId.keys()])
    expect(spots).toHaveLength(chart.positions.length)
    const at = new Map(spots.map((spot) => [spot.id, spot]))
    for (const [below, above] of tree.parents) expect(at.get(below)?.y).toBeGreaterThan(at.get(above)?.y ?? 0)
    const overlapping = spots.filter((one, place) =>
      spots.some(
        (other, at2) => at2 > place && Math.abs(one.x - other.x) < WIDTH && Math.abs(one.y - other.y) < HEIGHT,
      ),
    )
    expect(overlapping).toEqual([])
  })

  it('keeps the people of a region in its band, and everybody else out', () => {
    const chart = chartOf(
      ['boss', 'tr1', 'tr2', 'uk1', 'desk'],
      [
        ['functional', 'tr1', 'boss'],
        ['functional', 'tr2', 'tr1'],
        ['functional', 'uk1', 'boss'],
        ['functional', 'desk', 'boss'],
      ],
      { tr1: 'tr', tr2: 'tr', uk1: 'uk' },
    )
    const tree = treeOf(chart, 'both')
    const { spots, bands } = arrange(chart, tree, [...tree.byId.keys()])
    for (const band of bands)
      for (const spot of spots) {
        const inside =
          spot.x >= band.x &&
          spot.y >= band.y &&
          spot.x + WIDTH <= band.x + band.width &&
          spot.y + HEIGHT <= band.y + band.height
        expect(inside, `${spot.id} in ${band.name}`).toBe(tree.byId.get(spot.id)?.unitId === band.id)
      }
  })

  it('lays out two thousand people within two seconds', () => {
    const chart = pyramid(12, 3)
    const tree = treeOf(chart, 'both')
    const began = performance.now()
    arrange(chart, tree, [...tree.byId.keys()])
    expect(chart.positions.length).toBeGreaterThan(1800)
    expect(performance.now() - began).toBeLessThan(2000)
  })
})
