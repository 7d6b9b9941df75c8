import type { z } from 'zod'
import type { CourseContent } from '#contract/training-records.ts'

export type CourseText = z.output<typeof CourseContent>
type Question = CourseText['questions'][number]

export interface Answer {
  readonly question: string
  readonly options: readonly string[]
}

export interface Grade {
  /** Share of questions that are right, in percent, rounded down: nobody passes by rounding. */
  readonly score: number
  readonly passed: boolean
  readonly questions: readonly { readonly key: string; readonly right: boolean }[]
}

/** Grades a try. A question is right when all its right answers and no others were chosen; one left out is wrong. */
export function gradeQuiz(course: Pick<CourseText, 'questions' | 'passMark'>, answers: readonly Answer[]): Grade {
  const chosen = new Map(answers.map(({ question, options }) => [question, new Set(options)]))
  const questions = course.questions.map((question) => ({
    key: question.key,
    right: isRight(question, chosen.get(question.key) ?? new Set()),
  }))
  const right = questions.filter((question) => question.right).length
  const score = questions.length === 0 ? 0 : Math.floor((right * 100) / questions.length)
  return { score, passed: questions.length > 0 && score >= course.passMark, questions }
}

function isRight({ options }: Question, chosen: ReadonlySet<string>): boolean {
  return (
    options.every((option) => option.correct === chosen.has(option.key)) &&
    [...chosen].every((key) => options.some((option) => option.key === key))
  )
}

/** Whether a course can be opened: there is something to read, and every question can be answered rightly and wrongly. */
export function isFinished({ lessons, questions }: CourseText): boolean {
  return (
    lessons.length > 0 &&
    questions.length > 0 &&
    questions.every(({ options }) => options.some(({ correct }) => correct) && options.some(({ correct }) => !correct))
  )
}

/** The keys that two questions, or two answers of one question, share: they could not be told apart. */
export function repeatedKey(course: CourseText): string | null {
  const lists = [course.lessons, course.questions, ...course.questions.map(({ options }) => options)]
  for (const list of lists) {
    const keys = list.map(({ key }) => key)
    const repeated = keys.find((key, place) => keys.indexOf(key) !== place)
    if (repeated !== undefined) return repeated
  }
  return null
}

const HOUR_MS = 3_600_000

/** How many tries are left this hour, and when the next is possible where none is. `at`: when the last hour's tries were made. */
export function triesLeft(
  at: readonly Date[],
  triesPerHour: number,
  now: Date,
): { readonly left: number; readonly nextAt: Date | null } {
  const recent = at
    .map(Number)
    .filter((time) => time > now.getTime() - HOUR_MS)
    .sort((one, other) => one - other)
  const left = Math.max(triesPerHour - recent.length, 0)
  const frees = recent[recent.length - triesPerHour]
  return { left, nextAt: left > 0 || frees === undefined ? null : new Date(frees + HOUR_MS) }
}
