import { expect, it } from 'vitest'
import { toUnits, unitsOf } from './decimal.ts'
import { byKey, edgesOf, stretchAt, sumFacts, type Fact } from './facts.ts'
import { figuresOf, platformMetricsOf } from './figures.ts'
import { factsOfGoal, goalSeries } from './goal-series.ts'

const none = {
  key: 'a',
  published: 1,
  at: 1,
  posts: 0,
  clicks: 0,
  conversions: 0,
  counted: null,
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

const counted = (change: number, metric = 'likes', at = 1) => fact({ counted: { metric, change }, at })
const figures = (facts: readonly Fact[], seconds = 60) =>
  figuresOf(
    sumFacts(facts, () => true),
    'EUR',
    seconds,
  )

it('adds up counts from point to point', () => {
  const facts = [fact({ clicks: 3 }), fact({ clicks: 4, at: 2 }), fact({ clicks: 5, at: 3 })]
  expect(goalSeries(facts, points, ({ clicks }) => unitsOf(clicks))).toEqual([
    toUnits('3'),
    toUnits('7'),
    toUnits('12'),
  ])
})

it('tells formulas the figures in millionths, and money in the own currency only', () => {
  const facts = [
    fact({ posts: 4, clicks: 10 }),
    fact({ conversions: 2, currency: 'EUR', value: toUnits('10.2') }),
    fact({ conversions: 1, currency: 'TRY', value: toUnits('999') }),
    fact({ currency: 'EUR', value: toUnits('-0.1') }),
    counted(7),
    counted(-1),
    counted(5, 'replies'),
    counted(900, 'views'),
  ]
  expect(figures(facts)).toEqual({
    posts: toUnits('4'),
    clicks: toUnits('10'),
    conversions: toUnits('3'),
    value: toUnits('10.1'),
    cost: null,
    views: toUnits('900'),
    engagements: toUnits('11'),
    likes: toUnits('6'),
    reposts: null,
    replies: toUnits('5'),
    quotes: null,
    bookmarks: null,
    time: toUnits('60'),
  })
})

it('does not take an uncounted post for one without engagements', () => {
  expect(figures([fact({ posts: 2 })]).engagements).toBeNull()
  expect(figures([counted(0)]).engagements).toBe(0n)
  expect(figures([counted(3, 'views')]).engagements).toBeNull()
})

it('knows which counts of platforms a formula needs', () => {
  expect(platformMetricsOf(['clicks', 'time'])).toEqual([])
  expect(platformMetricsOf(['likes', 'engagements', 'views'])).toEqual([
    'views',
    'likes',
    'reposts',
    'replies',
    'quotes',
    'bookmarks',
  ])
})
