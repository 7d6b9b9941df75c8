import { describe, expect, it } from 'vitest'
import { CRITERIA, MOST_WEIGHT, USUAL_WEIGHTS, type Criterion } from '#contract/channel-criteria.ts'
import { smallestFlip } from './flip.ts'
import { rank, sumOf, worthOf, type Candidate, type Points, type Weights } from './score.ts'
import { isoWeeks, targetOf } from './weeks.ts'

function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}
const SEEDS = Array.from({ length: 300 }, (_, at) => at + 1)

const each = <T>(of: (criterion: Criterion) => T) =>
  Object.fromEntries(CRITERIA.map((criterion) => [criterion, of(criterion)])) as Record<Criterion, T>

/** Weights and some platforms, the same for the same number. */
function someChoice(seed: number): { weights: Weights; candidates: Candidate[] } {
  const next = chance(seed * 7919)
  const upTo = (most: number) => Math.floor(next() * (most + 1))
  const weights = each(() => upTo(MOST_WEIGHT))
  const candidates = Array.from({ length: 2 + upTo(6) }, (_, at) => ({ key: `p${at}`, points: each(() => upTo(5)) }))
  return { weights: { ...weights, audience: Math.max(1, weights.audience) }, candidates }
}

const order = (candidates: readonly Candidate[], weights: Weights) => rank(candidates, weights).map(({ key }) => key)

describe('the order of platforms', () => {
  it.each([2, 3, 7, 100])('is the same when every weight is multiplied by %s', (factor) => {
    for (const seed of SEEDS) {
      const { weights, candidates } = someChoice(seed)
      const scaled = each((criterion) => weights[criterion] * factor)
      expect(rank(candidates, scaled)).toEqual(rank(candidates, weights))
    }
  })

  it('does not depend on the order in which they were added, but for equals', () => {
    for (const seed of SEEDS) {
      const { weights, candidates } = someChoice(seed)
      const places = (all: readonly Candidate[]) =>
        Object.fromEntries(rank(all, weights).map(({ key, place, score }) => [key, [place, score]]))
      expect(places(candidates.toReversed())).toEqual(places(candidates))
    }
  })

  it('never falls for a platform that gets better at anything', () => {
    for (const seed of SEEDS) {
      const { weights, candidates } = someChoice(seed)
      const [first, ...others] = candidates
      if (first === undefined) continue
      for (const criterion of CRITERIA) {
        const now = first.points[criterion] ?? 0
        const better = worthOf(criterion, now + 1) > worthOf(criterion, now) ? now + 1 : now - 1
        if (better < 0 || better > 5) continue
        const risen = { key: first.key, points: { ...first.points, [criterion]: better } }
        const place = (all: Candidate[]) => rank(all, weights).find(({ key }) => key === first.key)?.place ?? 0
        expect(place([risen, ...others])).toBeLessThanOrEqual(place(candidates))
      }
    }
  })

  it('gives scores from 0 to 100 that are the sum of what each criterion adds', () => {
    for (const seed of SEEDS) {
      const { weights, candidates } = someChoice(seed)
      for (const { score, adds } of rank(candidates, weights)) {
        const sum = Object.values(adds).reduce((total, one) => total + one, 0)
        expect(Math.abs((score ?? -1) - sum)).toBeLessThan(0.4)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(100)
      }
    }
  })

  it('is 100 for the best there is and 0 for the worst', () => {
    const best = each((criterion) => (worthOf(criterion, 5) === 5 ? 5 : 0))
    const worst = each((criterion) => 5 - best[criterion])
    expect(
      rank(
        [
          { key: 'worst', points: worst },
          { key: 'best', points: best },
        ],
        USUAL_WEIGHTS,
      ),
    ).toMatchObject([
      { key: 'best', score: 100, place: 1 },
      { key: 'worst', score: 0, place: 2 },
    ])
  })

  it('puts what lacks points last, and says which; what weighs nothing needs none', () => {
    const { cost: _, ...points } = each(() => 3)
    const candidates = [
      { key: 'half', points },
      { key: 'whole', points: each(() => 1) },
    ]
    expect(rank(candidates, USUAL_WEIGHTS)).toMatchObject([
      { key: 'whole', place: 1 },
      { key: 'half', score: null, place: null, missing: ['cost'] },
    ])
    expect(rank(candidates, { ...USUAL_WEIGHTS, cost: 0 })[0]).toMatchObject({ key: 'half', missing: [] })
  })

  it('gives equals the same place', () => {
    const points = { ...each(() => 0), audience: 2 }
    const candidates = [
      { key: 'a', points },
      { key: 'b', points },
      { key: 'c', points: { ...points, audience: 1 } },
    ]
    expect(rank(candidates, USUAL_WEIGHTS).map(({ key, place }) => [key, place])).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 3],
    ])
  })
})

/** Every other weight of every criterion, tried: how few steps put the lower one first. */
function fewestSteps(higher: Points, lower: Points, weights: Weights): number | null {
  const steps = CRITERIA.flatMap((criterion) =>
    Array.from({ length: MOST_WEIGHT + 1 }, (_, to) => to).flatMap((to) => {
      const tried = { ...weights, [criterion]: to }
      return (sumOf(lower, tried) ?? 0) > (sumOf(higher, tried) ?? 0) ? [Math.abs(to - weights[criterion])] : []
    }),
  )
  return steps.length === 0 ? null : Math.min(...steps)
}

describe('what would change the order', () => {
  it('is found to be just what trying every weight finds', () => {
    let flips = 0
    for (const seed of SEEDS) {
      const { weights, candidates } = someChoice(seed)
      const byKey = new Map(candidates.map((one) => [one.key, one.points]))
      const ranked = order(candidates, weights)
      for (const [place, key] of ranked.slice(0, -1).entries()) {
        const [higher, lower] = [byKey.get(key) ?? {}, byKey.get(ranked[place + 1] ?? '') ?? {}]
        const flip = smallestFlip(higher, lower, weights)
        expect(flip === null ? null : Math.abs(flip.to - flip.from)).toBe(fewestSteps(higher, lower, weights))
        if (flip === null) continue
        flips += 1
        const changed = { ...weights, [flip.criterion]: flip.to }
        expect(sumOf(lower, changed)).toBeGreaterThan(sumOf(higher, changed) ?? 0)
      }
    }
    expect(flips).toBeGreaterThan(300)
  })

  it('is nothing where one is at least as good in everything', () => {
    expect(
      smallestFlip(
        each(() => 3),
        each((criterion) => (worthOf(criterion, 5) === 5 ? 2 : 4)),
        USUAL_WEIGHTS,
      ),
    ).toBeNull()
  })
})

describe('ISO weeks', () => {
  it('begin on Mondays where the organisation is, an hour later when the clocks have changed', () => {
    const weeks = isoWeeks('2026-10-22', 2, 'Europe/Berlin', '2026-10-27')
    expect(weeks).toEqual([
      {
        startsOn: '2026-10-19',
        endsOn: '2026-10-25',
        week: '2026-W43',
        when: 'past',
        from: new Date('2026-10-18T22:00:00Z'),
        to: new Date('2026-10-25T23:00:00Z'),
      },
      expect.objectContaining({ week: '2026-W44', when: 'now', from: new Date('2026-10-25T23:00:00Z') }),
    ])
  })

  it('belong to the year that holds their Thursday', () => {
    const names = isoWeeks('2026-12-28', 2, 'UTC', '2026-01-01').map(({ week }) => week)
    expect(names).toEqual(['2026-W53', '2027-W01'])
  })

  it('follow each other without a gap, in every zone', () => {
    for (const zone of ['Europe/Istanbul', 'America/New_York', 'Pacific/Auckland', 'America/Sao_Paulo']) {
      const weeks = isoWeeks('2026-01-01', 60, zone, '2026-06-01')
      for (const [place, week] of weeks.slice(1).entries()) expect(week.from).toEqual(weeks[place]?.to)
    }
  })

  it.each([
    ['2026-11-23', 3],
    ['2026-11-24', 0],
    ['2026-11-09', 3],
  ])('count a target from %s on that asks for three posts', (startsOn, counted) => {
    expect(targetOf({ startsOn: '2026-11-23' }, [{ postsPerWeek: 3, startsOn, endsOn: null }])).toBe(counted)
  })

  it('never count a target beside the one that follows it in the middle of a week', () => {
    const targets = [
      { postsPerWeek: 3, startsOn: '2026-11-02', endsOn: '2026-11-25' },
      { postsPerWeek: 5, startsOn: '2026-11-26', endsOn: null },
    ]
    expect(['2026-11-16', '2026-11-23', '2026-11-30'].map((startsOn) => targetOf({ startsOn }, targets))).toEqual([
      3, 3, 5,
    ])
  })
})
