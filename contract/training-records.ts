import { z } from 'zod'
import { REQUIRABLE, ROLES } from './actions.ts'
import { Id, Instant, Line, LocalDate, Prose, Version } from './kinds.ts'
import { Translated } from './translated.ts'

/** Ready courses, short, in English and Turkish. */
export const READY_COURSES = ['policy', 'brand-voice', 'answering-customers', 'crisis', 'accessibility'] as const

const VideoLink = z
  .url({ protocol: /^https$/, error: 'text.not-a-link' })
  .max(2000)
  .nullable()
  .default(null)

export const Lesson = z.object({
  key: Line(60),
  texts: Translated(z.object({ title: Line(160), text: Prose(12_000) })),
  mediaIds: z.array(Id).max(6).default([]),
  video: VideoLink,
})
const QuestionText = z.object({ question: Line(400), explanation: Prose(1000).default('') })
export const Question = z.object({
  key: Line(60),
  texts: Translated(QuestionText),
  options: z.array(z.object({ key: Line(60), texts: Translated(Line(300)), correct: z.boolean() })).max(8),
})
export const CourseContent = z.object({
  /** The certificate bears the same name. */
  title: Translated(Line(120)),
  summary: Translated(Prose(600)),
  lessons: z.array(Lesson).max(20),
  questions: z.array(Question).max(40),
  /** Share of questions that must be right, in percent. */
  passMark: z.number().int().min(1).max(100).default(80),
  triesPerHour: z.number().int().min(1).max(20).default(3),
  /** How long the certificate holds; null: for good. */
  validMonths: z.number().int().min(1).max(120).nullable().default(12),
})

export const CERTIFICATE_STATES = ['none', 'held', 'ends-soon', 'expired'] as const
export const Held = z.object({
  state: z.enum(CERTIFICATE_STATES),
  issuedAt: Instant.nullable(),
  /** The last day on which it holds. */
  expiresOn: LocalDate.nullable(),
})

export const CourseSummary = z.object({
  id: Id,
  title: Translated(z.string()),
  summary: Translated(z.string()),
  lessons: z.number().int(),
  questions: z.number().int(),
  passMark: z.number().int(),
  triesPerHour: z.number().int(),
  validMonths: z.number().int().nullable(),
  published: z.boolean(),
  certificate: Held,
  version: Version,
})
/** As those see it who take it: nothing tells which options are right. */
export const Course = CourseSummary.extend({
  content: z.object({
    lessons: z.array(
      Lesson.omit({ mediaIds: true }).extend({
        media: z.array(z.object({ id: Id, url: z.string(), altText: z.string() })),
      }),
    ),
    questions: z.array(
      z.object({
        key: z.string(),
        texts: Translated(z.object({ question: z.string() })),
        several: z.boolean(),
        options: z.array(z.object({ key: z.string(), texts: Translated(z.string()) })),
      }),
    ),
  }),
  tries: z.object({ left: z.number().int(), nextAt: Instant.nullable(), best: z.number().int().nullable() }),
})
export const EditedCourse = z.object({ id: Id, published: z.boolean(), content: CourseContent, version: Version })

export const QuizResult = z.object({
  id: Id,
  score: z.number().int(),
  passed: z.boolean(),
  passMark: z.number().int(),
  questions: z.array(z.object({ key: z.string(), right: z.boolean(), explanation: Translated(z.string()).nullable() })),
  certificate: Held,
  triesLeft: z.number().int(),
  nextTryAt: Instant.nullable(),
})

/** A rule: this right needs that policy accepted or that certificate held, of everybody, a role, or a unit and all below. */
export const Requirement = z.object({
  id: Id,
  action: z.enum(REQUIRABLE),
  kind: z.enum(['policy', 'certificate']),
  subject: z.object({ id: Id, title: Translated(z.string()) }),
  role: z.enum(ROLES).nullable(),
  unit: z.object({ id: Id, name: z.string() }).nullable(),
  createdAt: Instant,
  version: Version,
})
