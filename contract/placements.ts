import { z } from 'zod'
import { OPERATING_MODELS } from './actions.ts'
import { Gone, Id, Instant, Line, Page, PageRequest, PersonReference, Version } from './kinds.ts'
import { PLACEMENT_QUESTIONS, PLACES } from './placement-questions.ts'
import { route } from './route.ts'

const tag = 'Organisation'
const may = 'operating-model.change'
const keys = PLACEMENT_QUESTIONS.map((question) => question.key)

/** For each question the answers chosen; one where the question allows one. Unanswered questions weigh nothing. */
export const PlacementAnswers = z.record(z.string(), z.array(z.string()).max(10)).superRefine((answers, context) => {
  for (const [key, chosen] of Object.entries(answers)) {
    const question = PLACEMENT_QUESTIONS.find((each) => each.key === key)
    const known = question?.options.map((option) => option.key) ?? []
    const unknown = chosen.some((one) => !known.includes(one)) || new Set(chosen).size < chosen.length
    if (question === undefined || unknown || (!question.many && chosen.length > 1))
      context.addIssue({ code: 'custom', path: [key], message: 'placement.unknown-answer' })
  }
})
/** How much each question weighs, 0 to 5; those left out keep what they weigh to begin with. */
export const PlacementWeights = z
  .record(z.string(), z.number().min(0).max(5))
  .refine((weights) => Object.keys(weights).every((key) => keys.includes(key)), { error: 'placement.unknown-answer' })

const Reason = z.object({
  question: z.string(),
  answers: z.array(z.string()),
  points: z.number(),
  /** Its share of the score, in points of a hundred. */
  adds: z.number(),
})
function Ranked<Key extends z.ZodType>(key: Key) {
  return z.object({
    key,
    /** 0 to 100: how well everything answered fits. */
    score: z.number(),
    reasonsFor: z.array(Reason),
    reasonsAgainst: z.array(Reason),
  })
}
const Flip = z
  .object({
    question: z.string(),
    /** The answers to that question as they would have to be. */
    answers: z.array(z.string()),
    to: z.string(),
  })
  .nullable()
export const PlacementResult = z.object({
  answered: z.number().int(),
  of: z.number().int(),
  places: z.array(Ranked(z.enum(PLACES))),
  models: z.array(Ranked(z.enum(OPERATING_MODELS))),
  /** The smallest change of a single answer that puts another one first; null where none does. */
  placeFlip: Flip,
  modelFlip: Flip,
})
export const Placement = z.object({
  id: Id,
  title: z.string(),
  answers: z.record(z.string(), z.array(z.string())),
  weights: z.record(z.string(), z.number()),
  result: PlacementResult,
  createdBy: PersonReference.nullable(),
  createdAt: Instant,
  proposedAt: Instant.nullable(),
  appliedAt: Instant.nullable(),
  version: Version,
})

export const placements = {
  evaluate: route({
    method: 'POST',
    path: '/placements/evaluation',
    may: 'people.read',
    summary: 'What these answers and weights recommend; keeps nothing',
    tag,
  })
    .input(z.object({ answers: PlacementAnswers, weights: PlacementWeights.optional() }))
    .output(PlacementResult),
  list: route({
    method: 'GET',
    path: '/placements',
    may: 'people.read',
    summary: 'Assessments that were kept, newest first',
    tag,
  })
    .input(PageRequest)
    .output(Page(Placement)),
  read: route({ method: 'GET', path: '/placements/{id}', may: 'people.read', summary: 'One assessment', tag })
    .input(z.object({ id: Id }))
    .output(Placement),
  create: route({
    method: 'POST',
    path: '/placements',
    may,
    summary: 'Keep an assessment with what it recommends today',
    tag,
    status: 201,
  })
    .input(z.object({ title: Line(120), answers: PlacementAnswers, weights: PlacementWeights.optional() }))
    .output(Placement),
  propose: route({
    method: 'POST',
    path: '/placements/{id}/proposal',
    may,
    summary: 'Make an assessment a proposal',
    tag,
  })
    .input(z.object({ id: Id }))
    .output(Placement),
  withdraw: route({
    method: 'DELETE',
    path: '/placements/{id}/proposal',
    may,
    summary: 'Take a proposal back that was not applied',
    tag,
  })
    .input(z.object({ id: Id }))
    .output(Placement),
  apply: route({
    method: 'POST',
    path: '/placements/{id}/application',
    may,
    summary: 'Put the model that a proposal recommends in force',
    tag,
  })
    .input(z.object({ id: Id, reason: Line(500) }))
    .output(Placement),
  remove: route({
    method: 'DELETE',
    path: '/placements/{id}',
    may,
    summary: 'Remove an assessment that was not applied',
    tag,
  })
    .input(z.object({ id: Id }))
    .output(Gone),
}
