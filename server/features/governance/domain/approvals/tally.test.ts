import { expect, it } from 'vitest'
import { gapOf, isEnough, mostSeated, type Vote } from './tally.ts'

const vote = (personId: string, ...entries: number[]): Vote => ({ personId, entries })

it('needs one approval where any will do', () => {
  expect(isEnough('any', 3, [])).toBe(false)
  expect(isEnough('any', 3, [vote('a', 2)])).toBe(true)
})

it('needs each approver by somebody else where all have to', () => {
  expect(isEnough('all', 2, [vote('a', 0, 1)])).toBe(false)
  expect(isEnough('all', 2, [vote('a', 0, 1), vote('b', 0)])).toBe(true)
  expect(isEnough('all', 2, [vote('a', 0), vote('b', 0)])).toBe(false)
})

it('counts a person once, however often they are counted', () => {
  expect(isEnough('all', 2, [vote('a', 0), vote('a', 1)])).toBe(false)
})

it('says that nobody can decide, or too few', () => {
  expect(gapOf('any', 1, [])).toBe('nobody')
  expect(gapOf('all', 2, [vote('a', 0)])).toBe('nobody')
  expect(gapOf('all', 2, [vote('a', 0, 1)])).toBe('too-few')
  expect(gapOf('all', 2, [vote('a', 0), vote('b', 1)])).toBeNull()
})

it('seats as many as a search through all ways to seat them does', () => {
  let seed = 7
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed % below
  }
  for (let round = 0; round < 500; round += 1) {
    const entries = 1 + random(4)
    const votes = Array.from({ length: random(5) }, (_, place) =>
      vote(`p${place}`, ...Array.from({ length: entries }, (_ignored, entry) => entry).filter(() => random(2) === 0)),
    )
    expect(mostSeated(entries, votes)).toBe(byTrying(entries, votes))
  }
})

function byTrying(entries: number, votes: readonly Vote[], taken: ReadonlySet<number> = new Set()): number {
  const [first, ...rest] = votes
  if (first === undefined) return 0
  const without = byTrying(entries, rest, taken)
  const withIt = first.entries
    .filter((entry) => entry < entries && !taken.has(entry))
    .map((entry) => 1 + byTrying(entries, rest, new Set([...taken, entry])))
  return Math.max(without, ...withIt)
}
