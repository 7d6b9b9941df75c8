import { describe, expect, it } from 'vitest'
import { OPERATING_MODELS } from '#contract/actions.ts'
import { PLACEMENT_QUESTIONS, PLACES } from '#contract/placement-questions.ts'
import { rankAll, recommend, type Answers, type Ranking } from './placement.ts'

function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

/** Every question answered somehow, the same way for the same number. */
function someAnswers(seed: number): Record<string, string[]> {
  const next = chance(seed)
  return Object.fromEntries(
    PLACEMENT_QUESTIONS.map((question) => {
      const chosen = question.options.filter(() => question.many && next() < 0.4).map((option) => option.key)
      const one = question.options[Math.floor(next() * question.options.length)]?.key ?? ''
      return [question.key, chosen.length > 0 ? chosen : [one]]
    }),
  )
}
const SEEDS = Array.from({ length: 300 }, (_, at) => at + 1)

function scoreOf(result: Ranking, key: string): number {
  return [...result.places, ...result.models].find((one) => one.key === key)?.score ?? Number.NaN
}

/** As one answer grows, the score of one candidate never falls. */
const NEVER_FALLS: readonly [question: string, candidate: string][] = [
  ['crises', 'public-relations'],
  ['crises', 'centralised'],
  ['influencers', 'marketing'],
  ['influencers', 'public-relations'],
  ['social-selling', 'sales'],
  ['social-selling', 'decentralised'],
  ['regions', 'shared-centre'],
  ['regions', 'dandelion'],
  ['languages', 'shared-centre'],
  ['languages', 'dandelion'],
  ['regulation', 'public-relations'],
  ['regulation', 'centralised'],
  ['maturity', 'decentralised'],
  ['maturity', 'shared-centre'],
  ['team', 'dandelion'],
  ['hands', 'marketing'],
]

/** Some organisations as people describe them, with what a person who knows the trade would say. */
const CASES: readonly [name: string, answers: Answers, place: string, model: string][] = [
  [
    'a small shop for consumers',
    {
      audience: ['consumers'],
      creators: ['marketing'],
      role: ['awareness'],
      funnel: ['attention'],
      regions: ['one'],
      languages: ['one'],
      maturity: ['starting'],
      team: ['one'],
    },
    'marketing',
    'centralised',
  ],
  [
    'a ministry that often has to answer for itself',
    {
      audience: ['citizens', 'journalists'],
      creators: ['public-relations'],
      role: ['reputation'],
      crises: ['often'],
      regulation: ['strict'],
      regions: ['one'],
      languages: ['one'],
    },
    'public-relations',
    'centralised',
  ],
  [
    'a maker of machines that sells to businesses in person',
    {
      audience: ['businesses'],
      creators: ['sales'],
      role: ['leads'],
      funnel: ['purchase'],
      'social-selling': ['core'],
      crises: ['rare'],
    },
    'sales',
    'decentralised',
  ],
  [
    'a telephone company whose customers ask all day',
    { audience: ['consumers'], creators: ['service'], role: ['service'], funnel: ['loyalty'], hands: ['in-house'] },
    'service',
    'hub-and-spoke',
  ],
  [
    'a group in many countries with practised teams',
    {
      audience: ['consumers', 'candidates'],
      creators: ['units'],
      role: ['awareness', 'recruiting'],
      regions: ['many'],
      languages: ['many'],
      maturity: ['seasoned'],
      team: ['more'],
    },
    'shared-centre',
    'dandelion',
  ],
  [
    'a brand in a few regions',
    {
      audience: ['consumers'],
      creators: ['marketing'],
      role: ['awareness'],
      funnel: ['consideration'],
      regions: ['few'],
      languages: ['few'],
      maturity: ['practised'],
      team: ['five-to-fifteen'],
    },
    'marketing',
    'hub-and-spoke',
  ],
]

describe('the recommendation', () => {
  it.each(CASES)('for %s is what people of the trade would say', (_, answers, place, model) => {
    const result = recommend(answers, {})
    expect([result.places[0]?.key, result.models[0]?.key]).toEqual([place, model])
  })

  it.each(NEVER_FALLS)('with more of "%s" never lowers the score of %s', (key, candidate) => {
    const question = PLACEMENT_QUESTIONS.find((each) => each.key === key)
    for (const seed of SEEDS) {
      const answers = someAnswers(seed)
      const scores = (question?.options ?? []).map((option) =>
        scoreOf(rankAll({ ...answers, [key]: [option.key] }, {}), candidate),
      )
      expect(scores, `answers ${seed}`).toEqual(scores.toSorted((one, other) => one - other))
    }
  })

  it('keeps every score between 0 and 100, all candidates, best first', () => {
    for (const seed of SEEDS) {
      const { places, models } = rankAll(someAnswers(seed), {})
      expect([places.length, models.length]).toEqual([PLACES.length, OPERATING_MODELS.length])
      for (const ranked of [places, models]) {
        const scores = ranked.map((one) => one.score)
        expect(scores).toEqual(scores.toSorted((one, other) => other - one))
        expect(Math.min(...scores)).toBeGreaterThanOrEqual(0)
        expect(Math.max(...scores)).toBeLessThanOrEqual(100)
      }
    }
  })

  it('names a flip that really flips, and none only where no single answer does', () => {
    for (const seed of SEEDS.slice(0, 80)) {
      const answers = someAnswers(seed)
      const before = recommend(answers, {})
      for (const [flip, side] of [
        [before.placeFlip, 'places'],
        [before.modelFlip, 'models'],
      ] as const) {
        if (flip === null) continue
        const after = recommend({ ...answers, [flip.question]: flip.answers }, {})
        expect(after[side][0]?.key).toBe(flip.to)
        expect(flip.to).not.toBe(before[side][0]?.key)
      }
    }
  })

  it('gives a question that weighs nothing no say', () => {
    for (const question of PLACEMENT_QUESTIONS)
      for (const seed of SEEDS.slice(0, 20)) {
        const answers = someAnswers(seed)
        const without = rankAll({ ...answers, [question.key]: [] }, {})
        const weightless = rankAll(answers, { [question.key]: 0 })
        expect(weightless.places.map((one) => one.score)).toEqual(without.places.map((one) => one.score))
      }
  })

  it('can recommend each function and each model', () => {
    const results = SEEDS.map((seed) => rankAll(someAnswers(seed * 7), {}))
    expect(new Set([...results.map((one) => one.models[0]?.key), ...CASES.map((one) => one[3])])).toEqual(
      new Set(OPERATING_MODELS),
    )
    expect(new Set([...results.map((one) => one.places[0]?.key), ...CASES.map((one) => one[2])])).toEqual(
      new Set(PLACES),
    )
  })
})
