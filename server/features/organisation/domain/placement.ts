import { OPERATING_MODELS, type OperatingModel } from '#contract/actions.ts'
import {
  PLACEMENT_QUESTIONS,
  PLACES,
  type Placement,
  type PlacementOption,
  type PlacementQuestion,
} from '#contract/placement-questions.ts'

export type Answers = Readonly<Record<string, readonly string[]>>
export type Weights = Readonly<Record<string, number>>

export interface Reason {
  readonly question: string
  readonly answers: string[]
  /** 0 to 3, averaged over the answers chosen. */
  readonly points: number
  readonly adds: number
}
export interface Ranked<Key extends string> {
  readonly key: Key
  readonly score: number
  readonly reasonsFor: Reason[]
  readonly reasonsAgainst: Reason[]
}
export interface Flip {
  readonly question: string
  readonly answers: string[]
  readonly to: string
}
export interface Ranking {
  readonly places: Ranked<Placement>[]
  readonly models: Ranked<OperatingModel>[]
}
export interface PlacementResult extends Ranking {
  readonly answered: number
  readonly of: number
  readonly placeFlip: Flip | null
  readonly modelFlip: Flip | null
}

const MOST = 3

/** What a question weighs, where nobody has said otherwise. */
export function weightOf(question: PlacementQuestion, weights: Weights): number {
  return weights[question.key] ?? question.weight
}

/**
 * What the answers recommend. A candidate's score is the weighted mean of its points over the questions answered, as a share
 * of the most it could have: the same scale for all, so that scores can be compared and each reason shows what it adds.
 */
export function recommend(answers: Answers, weights: Weights): PlacementResult {
  return {
    answered: PLACEMENT_QUESTIONS.filter((question) => (answers[question.key] ?? []).length > 0).length,
    of: PLACEMENT_QUESTIONS.length,
    ...rankAll(answers, weights),
    placeFlip: findFlip(PLACES, 'places', answers, weights),
    modelFlip: findFlip(OPERATING_MODELS, 'models', answers, weights),
  }
}

/** Every candidate by its score, best first, without asking what would change the order. */
export function rankAll(answers: Answers, weights: Weights): Ranking {
  return {
    places: rank(PLACES, 'places', answers, weights),
    models: rank(OPERATING_MODELS, 'models', answers, weights),
  }
}

type Side = 'places' | 'models'

function rank<Key extends string>(
  candidates: readonly Key[],
  side: Side,
  answers: Answers,
  weights: Weights,
): Ranked<Key>[] {
  const ranked = candidates.map((key) => {
    const reasons = reasonsOf(key, side, answers, weights).sort((one, other) => other.adds - one.adds)
    return {
      key,
      score: round(reasons.reduce((sum, reason) => sum + reason.adds, 0)),
      reasonsFor: reasons.filter((reason) => reason.points >= 2).map(rounded),
      reasonsAgainst: reasons.filter((reason) => reason.points < 1).map(rounded),
    }
  })
  // Sorting is stable: of two with the same score the one named first in the product's order comes first.
  return ranked.sort((one, other) => other.score - one.score)
}

function reasonsOf(key: string, side: Side, answers: Answers, weights: Weights): Reason[] {
  const asked = PLACEMENT_QUESTIONS.map((question) => ({
    question,
    weight: weightOf(question, weights),
    chosen: question.options.filter((option) => answers[question.key]?.includes(option.key)),
  })).filter(({ chosen, weight }) => chosen.length > 0 && weight > 0)
  const total = asked.reduce((sum, { weight }) => sum + weight, 0)
  return asked.map(({ question, weight, chosen }) => {
    const points = chosen.reduce((sum, option) => sum + pointsOf(option, side, key), 0) / chosen.length
    return {
      question: question.key,
      answers: chosen.map((option) => option.key),
      points,
      adds: (100 * weight * points) / (MOST * total),
    }
  })
}

function pointsOf(option: PlacementOption, side: Side, key: string): number {
  const points: Readonly<Record<string, number>> = option[side]
  return points[key] ?? 0
}

interface Try {
  readonly question: string
  readonly answers: readonly string[]
  readonly to: string
  readonly steps: number
  readonly lead: number
}

/** Every change of one answer is tried; of those that put another candidate first, the smallest: fewest steps, then the narrowest new lead. */
function findFlip(candidates: readonly string[], side: Side, answers: Answers, weights: Weights): Flip | null {
  const first = rank(candidates, side, answers, weights)[0]
  if (first === undefined || Object.values(answers).every((chosen) => chosen.length === 0)) return null
  const flips = PLACEMENT_QUESTIONS.flatMap((question) =>
    alternatives(question, answers[question.key] ?? []).flatMap(({ chosen, steps }): Try[] => {
      const [now, next] = rank(candidates, side, { ...answers, [question.key]: chosen }, weights)
      if (now === undefined || now.key === first.key) return []
      return [{ question: question.key, answers: chosen, to: now.key, steps, lead: now.score - (next?.score ?? 0) }]
    }),
  )
  const smallest = flips.sort((one, other) => one.steps - other.steps || one.lead - other.lead)[0]
  return smallest === undefined
    ? null
    : { question: smallest.question, answers: [...smallest.answers], to: smallest.to }
}

/** The other ways to answer a question that is answered: another answer, or, where several may stand, one more or one fewer. */
function alternatives(
  question: PlacementQuestion,
  chosen: readonly string[],
): { readonly chosen: readonly string[]; readonly steps: number }[] {
  if (chosen.length === 0) return []
  const keys = question.options.map((option) => option.key)
  if (!question.many) {
    const at = keys.indexOf(chosen[0] ?? '')
    return keys.flatMap((key, place) =>
      place === at ? [] : [{ chosen: [key], steps: question.ordered ? Math.abs(place - at) : 1 }],
    )
  }
  return keys.flatMap((key) => {
    const next = chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key]
    return next.length === 0 ? [] : [{ chosen: next, steps: 1 }]
  })
}

function rounded(reason: Reason): Reason {
  return { ...reason, points: round(reason.points), adds: round(reason.adds) }
}

function round(figure: number): number {
  return Math.round(figure * 10) / 10
}
