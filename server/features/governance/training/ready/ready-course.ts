import type { z } from 'zod'
import type { CourseContent } from '#contract/training-records.ts'

export type ReadyCourse = z.input<typeof CourseContent>
type Lesson = ReadyCourse['lessons'][number]
type Question = ReadyCourse['questions'][number]

/** A lesson in both languages, each as title and text. */
export function lesson(key: string, en: readonly [string, string], tr: readonly [string, string]): Lesson {
  return { key, texts: { en: { title: en[0], text: en[1] }, tr: { title: tr[0], text: tr[1] } } }
}

interface Asked {
  readonly question: string
  readonly explanation: string
  /** In the same order in every language. */
  readonly options: readonly string[]
}

/** A question in both languages; `right` counts the right answers from 1. */
export function question(key: string, right: readonly number[], en: Asked, tr: Asked): Question {
  return {
    key,
    texts: {
      en: { question: en.question, explanation: en.explanation },
      tr: { question: tr.question, explanation: tr.explanation },
    },
    options: en.options.map((option, place) => ({
      key: `${key}-${place + 1}`,
      texts: { en: option, tr: tr.options[place] ?? option },
      correct: right.includes(place + 1),
    })),
  }
}
