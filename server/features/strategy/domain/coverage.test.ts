import { describe, expect, it } from 'vitest'
import { assembleCoverage, monthsBetween, platformsOf, type CoveredAudience, type SaidFact } from './coverage.ts'

const audience = (id: string, ...platforms: string[]): CoveredAudience => ({
  id,
  name: id.toUpperCase(),
  campaigns: 0,
  places: platforms.map((platform) => ({ platform, strength: 'main' })),
})
const fact = (audienceId: string | null, key: string | null, posts: number): SaidFact => ({
  audienceId,
  key,
  posts,
  published: 0,
  pieces: 0,
})

describe('the months between two days', () => {
  it.each([
    ['2026-11-22', '2026-11-22', ['2026-11']],
    ['2026-11-30', '2027-02-01', ['2026-11', '2026-12', '2027-01', '2027-02']],
    ['2026-12-01', '2026-11-30', []],
  ])('of %s and %s', (startsOn, endsOn, months) => {
    expect(monthsBetween(startsOn, endsOn)).toEqual(months)
  })

  it('are as many as the calendar has, each once and in order', () => {
    for (let span = 0; span < 60; span += 1) {
      const end = new Date(Date.UTC(2026, 1 + span, 15)).toISOString().slice(0, 10)
      const months = monthsBetween('2026-02-28', end)
      expect(months).toHaveLength(span + 1)
      expect(months).toEqual([...new Set(months)].sort())
    }
  })
})

it('looks at the platforms of channels first, then where audiences gather, each once in any capitals', () => {
  expect(
    platformsOf(['newsroom', 'bluesky'], [audience('a', 'LinkedIn', 'Bluesky'), audience('b', ' linkedin')]),
  ).toEqual(['bluesky', 'newsroom', 'LinkedIn'])
})

describe('gaps', () => {
  const facts = [fact('a', null, 3), fact('a', 'x', 3), fact(null, null, 1), fact(null, 'y', 1)]
  const gapsOf = (by: 'month' | 'platform') =>
    assembleCoverage({ by, columns: ['x', 'y'], audiences: [audience('a', 'Y'), audience('b')], facts }).rows.map(
      ({ gap, cells }) => [gap, ...cells.map((cell) => cell.gap)],
    )
  it('of months are all months without a post', () => {
    expect(gapsOf('month')).toEqual([
      [false, false, true],
      [true, true, true],
    ])
  })
  it('of platforms are those where they gather; an audience without a post is one, wherever it gathers', () => {
    expect(gapsOf('platform')).toEqual([
      [false, false, true],
      [true, false, false],
    ])
  })
})

it('goes by the greatest strength where a platform is named twice', () => {
  const places = (['sometimes', 'main', 'often'] as const).map((strength) => ({ platform: 'x', strength }))
  const { rows } = assembleCoverage({
    by: 'platform',
    columns: ['x'],
    audiences: [{ ...audience('a'), places }],
    facts: [],
  })
  expect(rows[0]?.cells[0]?.gathers).toBe('main')
})

it('puts every count into its own cell and no other, whatever the order of facts', () => {
  const ids = ['a', 'b', 'c']
  const columns = ['x', 'y', 'z']
  const facts = [...ids, null].flatMap((id, row) =>
    [...columns, null].map((key, column) => fact(id, key, row * 10 + column)),
  )
  for (const ordered of [facts, facts.toReversed(), [...facts.slice(5), ...facts.slice(0, 5)]]) {
    const { rows, unnamed } = assembleCoverage({
      by: 'month',
      columns,
      audiences: ids.map((id) => audience(id)),
      facts: ordered,
    })
    expect(rows.map(({ cells, total }) => [...cells, total].map(({ posts }) => posts))).toEqual([
      [0, 1, 2, 3],
      [10, 11, 12, 13],
      [20, 21, 22, 23],
    ])
    expect([...unnamed.cells, unnamed.total].map(({ posts }) => posts)).toEqual([30, 31, 32, 33])
  }
})
