import { z } from 'zod'
import { REQUIRABLE, ROLES } from './actions.ts'
import { Gone, Id, Language, Line, LocalDate, Page, PageRequest, PersonReference } from './kinds.ts'
import { route } from './route.ts'
import {
  CourseContent,
  CourseSummary,
  Course,
  EditedCourse,
  Held,
  QuizResult,
  READY_COURSES,
  Requirement,
} from './training-records.ts'
import { Translated } from './translated.ts'

const tag = 'Governance'
const ById = z.object({ id: Id })

export const training = {
  mine: route({
    method: 'GET',
    path: '/training',
    may: 'signed-in',
    summary: 'What I still have to accept or pass, and the rights that wait for it',
    tag,
  }).output(
    z.object({
      lacking: z.array(
        z.object({
          kind: z.enum(['policy', 'certificate']),
          subject: z.object({ id: Id, title: Translated(z.string()) }),
          state: z.enum(['missing', 'expired']),
          since: LocalDate.nullable(),
          actions: z.array(z.enum(REQUIRABLE)),
        }),
      ),
      toAccept: z.array(z.object({ id: Id, title: Translated(z.string()) })),
    }),
  ),
  ready: route({
    method: 'GET',
    path: '/ready-courses',
    may: 'courses.change',
    summary: 'Ready courses to begin with',
    tag,
  }).output(
    z.object({
      items: z.array(
        z.object({
          key: z.enum(READY_COURSES),
          title: Translated(z.string()),
          summary: Translated(z.string()),
          lessons: z.number().int(),
          questions: z.number().int(),
        }),
      ),
    }),
  ),
  courses: route({
    method: 'GET',
    path: '/courses',
    may: 'policies.read',
    summary: 'Courses, with my certificates',
    tag,
  })
    .input(PageRequest)
    .output(Page(CourseSummary)),
  course: route({
    method: 'GET',
    path: '/courses/{id}',
    may: 'policies.read',
    summary: 'One course with its lessons and questions, to be taken',
    tag,
  })
    .input(ById)
    .output(Course),
  editedCourse: route({
    method: 'GET',
    path: '/courses/{id}/content',
    may: 'courses.change',
    summary: 'One course with the right answers, to be changed',
    tag,
  })
    .input(ById)
    .output(EditedCourse),
  createCourse: route({
    method: 'POST',
    path: '/courses',
    may: 'courses.change',
    summary: 'Begin a course, from a ready one or from a text of your own',
    tag,
    status: 201,
  })
    .input(
      z
        .object({ ready: z.enum(READY_COURSES).optional(), content: CourseContent.optional() })
        .refine(({ ready, content }) => ready !== undefined || content !== undefined, {
          error: 'text.empty',
          path: ['content'],
        }),
    )
    .output(EditedCourse),
  changeCourse: route({
    method: 'PATCH',
    path: '/courses/{id}',
    may: 'courses.change',
    summary: 'Change a course; certificates that are held stay as they are',
    tag,
  })
    .input(ById.extend({ content: CourseContent }))
    .output(EditedCourse),
  publishCourse: route({
    method: 'POST',
    path: '/courses/{id}/publication',
    may: 'courses.change',
    summary: 'Open a course to everybody',
    tag,
  })
    .input(ById)
    .output(EditedCourse),
  removeCourse: route({
    method: 'DELETE',
    path: '/courses/{id}',
    may: 'courses.change',
    summary: 'Remove a course that no right depends on',
    tag,
  })
    .input(ById)
    .output(Gone),
  restoreCourse: route({
    method: 'POST',
    path: '/courses/{id}/restoration',
    may: 'courses.change',
    summary: 'Bring a removed course back',
    tag,
  })
    .input(ById)
    .output(EditedCourse),
  tryQuiz: route({
    method: 'POST',
    path: '/courses/{id}/tries',
    may: 'signed-in',
    summary: 'Hand in my answers to the quiz; graded at once',
    tag,
    status: 201,
  })
    .input(
      ById.extend({
        language: Language.default('en'),
        answers: z.array(z.object({ question: Line(60), options: z.array(Line(60)).max(8) })).max(40),
      }),
    )
    .output(QuizResult),
  certificates: route({
    method: 'GET',
    path: '/certificates',
    may: 'courses.change',
    summary: 'People with the certificates they hold',
    tag,
  })
    .input(PageRequest.extend({ courseId: Id.optional() }))
    .output(
      Page(PersonReference.extend({ courses: z.array(Held.extend({ courseId: Id, title: Translated(z.string()) })) })),
    ),
  requirements: route({
    method: 'GET',
    path: '/requirements',
    may: 'policies.read',
    summary: 'Which rights depend on a policy or a certificate',
    tag,
  })
    .input(PageRequest)
    .output(Page(Requirement)),
  addRequirement: route({
    method: 'POST',
    path: '/requirements',
    may: 'courses.change',
    summary: 'Let a right depend on a policy or a certificate',
    tag,
    status: 201,
  })
    .input(
      z
        .object({
          action: z.enum(REQUIRABLE),
          policyId: Id.nullable().optional(),
          courseId: Id.nullable().optional(),
          role: z.enum(ROLES).nullable().optional(),
          unitId: Id.nullable().optional(),
        })
        .refine(({ policyId, courseId }) => (policyId ?? null) !== null || (courseId ?? null) !== null, {
          error: 'requirement.nothing-named',
          path: ['policyId'],
        }),
    )
    .output(Requirement),
  removeRequirement: route({
    method: 'DELETE',
    path: '/requirements/{id}',
    may: 'courses.change',
    summary: 'Take a requirement away; the right is back at once',
    tag,
  })
    .input(ById)
    .output(Gone),
  restoreRequirement: route({
    method: 'POST',
    path: '/requirements/{id}/restoration',
    may: 'courses.change',
    summary: 'Bring a requirement back',
    tag,
  })
    .input(ById)
    .output(Requirement),
}
