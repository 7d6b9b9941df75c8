import { expect, it } from 'vitest'
import { toUnits } from './decimal.ts'
import { byKey, edgesOf, stretchAt, sumFacts, type Fact } from './facts.ts'
import { factsOfGoal, goalSeries } from './goal-series.ts'

const none = {
  key: 'a',
  published: 1,
  at: 1,
  posts: 0,
  clicks: 0,
  conversions: 0,
  engagements: null,
  currency: null,
  value: 0n,
}
const fact = (change: Partial<Fact>): Fact => ({ ...none, ...change })
const points = [
  { on: '2026-10-07', until: 2 },
  { on: '2026-10-14', until: 3 },
  { on: '2026-10-16', until: Infinity },
]

it('counts stretches of time by the edges that lie before', () => {
  const edges = edgesOf([new Date(30), new Date(10), new Date(10), new Date(20)])
  expect(edges.map(Number)).toEqual([10, 20, 30])
  expect([9, 10, 19, 20, 30, 99].map((time) => stretchAt(edges, new Date(time)))).toEqual([0, 1, 1, 2, 3, 3])
  expect(stretchAt([], new Date(5))).toBe(0)
})

it("takes only what the goal's campaigns published and earned in its time", () => {
  const facts = [
    fact({ clicks: 1 }),
    fact({ clicks: 2, key: 'b' }),
    fact({ clicks: 4, key: 'other' }),
    fact({ clicks: 8, key: null }),
    fact({ clicks: 16, published: 0 }),
    fact({ clicks: 32, published: 3 }),
    fact({ clicks: 64, at: 0 }),
    fact({ clicks: 128, at: 3 }),
    fact({ clicks: 256, at: 2 }),
  ]
  const counted = factsOfGoal(byKey(facts), {
    campaignIds: ['a', 'b', 'empty'],
    published: { from: 1, to: 3 },
    until: 3,
  })
  expect(sumFacts(counted, () => true).clicks).toBe(1 + 2 + 64 + 256)
})

it('adds up counts from point to point', () => {
  const facts = [fact({ clicks: 3 }), fact({ clicks: 4, at: 2 }), fact({ clicks: 5, at: 3 })]
  expect(goalSeries(facts, points, 'clicks', 'EUR')).toEqual([toUnits('3'), toUnits('7'), toUnits('12')])
})

it('tells a rate of everything up to each point, and none where there is nothing to divide by', () => {
  const facts = [
    fact({ conversions: 1, at: 1 }),
    fact({ clicks: 40, conversions: 2, at: 2 }),
    fact({ clicks: 8, at: 3 }),
  ]
  expect(goalSeries(facts, points, 'conversion-rate', 'EUR')).toEqual([null, toUnits('7.5'), toUnits('6.25')])
})

it.each([
  ['conversion-value', '10.1'],
  ['posts-published', '4'],
  ['engagements', '6'],
  ['engagements-per-post', '1.5'],
  ['clicks-per-post', '2.5'],
  ['conversions', '3'],
] as const)('measures %s', (kpi, value) => {
  const facts = [
    fact({ posts: 4, clicks: 10 }),
    fact({ conversions: 2, currency: 'EUR', value: toUnits('10.2') }),
    fact({ conversions: 1, currency: 'TRY', value: toUnits('999') }),
    fact({ currency: 'EUR', value: toUnits('-0.1') }),
    fact({ engagements: 7 }),
    fact({ engagements: -1 }),
  ]
  expect(goalSeries(facts, [{ on: '2026-10-07', until: 2 }], kpi, 'EUR')).toEqual([toUnits(value)])
})

it('does not take an uncounted post for one without engagements', () => {
  expect(goalSeries([fact({ posts: 2 })], points, 'engagements', 'EUR')).toEqual([null, null, null])
  expect(goalSeries([fact({ engagements: 0 })], points, 'engagements', 'EUR')).toEqual([0n, 0n, 0n])
})
