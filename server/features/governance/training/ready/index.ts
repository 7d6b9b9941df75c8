import { CourseContent, READY_COURSES } from '#contract/training-records.ts'
import type { CourseText } from '../../domain/quiz.ts'
import { accessibility } from './accessibility.ts'
import { answeringCustomers } from './answering-customers.ts'
import { brandVoice } from './brand-voice.ts'
import { crisis } from './crisis.ts'
import { policy } from './policy.ts'
import type { ReadyCourse } from './ready-course.ts'

type ReadyKey = (typeof READY_COURSES)[number]

const TEXTS: Readonly<Record<ReadyKey, ReadyCourse>> = {
  policy,
  'brand-voice': brandVoice,
  'answering-customers': answeringCustomers,
  crisis,
  accessibility,
}

/** The ready course of this name, to be used as it is or to be changed. */
export function readyCourse(key: ReadyKey): CourseText {
  return CourseContent.parse(TEXTS[key])
}

/** What ready courses there are. */
export function listReady() {
  return READY_COURSES.map((key) => {
    const { title, summary, lessons, questions } = readyCourse(key)
    return { key, title, summary, lessons: lessons.length, questions: questions.length }
  })
}
