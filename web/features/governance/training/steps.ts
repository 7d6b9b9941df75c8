import type { Course } from '../records.ts'

export const QUIZ = 'quiz'
/** A lesson by its place, or the quiz at the end. */
export type Step = number | typeof QUIZ

/** The step that the address names; the first lesson where it names none, the quiz where there is no lesson. */
export function readStep(word: string | undefined, { content }: Pick<Course, 'content'>): Step {
  const place = Number(word ?? 1) - 1
  if (word === QUIZ || content.lessons.length === 0) return QUIZ
  return Number.isInteger(place) && content.lessons[place] !== undefined ? place : 0
}

/** How a step stands in the address. */
export function stepWord(step: Step): string {
  return step === QUIZ ? QUIZ : String(step + 1)
}

/** What comes after a lesson. */
export function stepAfter(step: Step, { content }: Pick<Course, 'content'>): Step {
  return step === QUIZ || step + 1 >= content.lessons.length ? QUIZ : step + 1
}
