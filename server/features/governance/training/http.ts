import { implement } from '@orpc/server'
import { training } from '#contract/training.ts'
import { actorOf, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { changeCourse, publishCourse } from './change-course.ts'
import { createCourse } from './create-course.ts'
import { listCertificates } from './list-certificates.ts'
import { listCourses } from './list-courses.ts'
import { readCourse, readEditedCourse } from './read-course.ts'
import { readMine } from './read-mine.ts'
import { listReady } from './ready/index.ts'
import { removeCourse, restoreCourse } from './remove-course.ts'
import { addRequirement, listRequirements, removeRequirement, restoreRequirement } from './requirements.ts'
import { tryQuiz } from './try-quiz.ts'

/** Binds the training's part of the contract. */
export function trainingRoutes(kernel: Kernel) {
  const os = implement(training).$context<RequestContext>()
  return {
    mine: os.mine.handler(({ context }) => readMine(kernel, actorOf(context))),
    ready: os.ready.handler(() => ({ items: listReady() })),
    courses: os.courses.handler(({ input, context }) => listCourses(kernel, actorOf(context), input)),
    course: os.course.handler(({ input, context }) => readCourse(kernel, actorOf(context), input.id)),
    editedCourse: os.editedCourse.handler(({ input, context }) => readEditedCourse(kernel, actorOf(context), input.id)),
    createCourse: os.createCourse.handler(({ input, context }) => createCourse(kernel, actorOf(context), input)),
    changeCourse: os.changeCourse.handler(({ input, context }) => changeCourse(kernel, context, input)),
    publishCourse: os.publishCourse.handler(({ input, context }) => publishCourse(kernel, context, input.id)),
    removeCourse: os.removeCourse.handler(({ input, context }) => removeCourse(kernel, context, input.id)),
    restoreCourse: os.restoreCourse.handler(({ input, context }) => restoreCourse(kernel, actorOf(context), input.id)),
    tryQuiz: os.tryQuiz.handler(({ input, context }) => tryQuiz(kernel, actorOf(context), input)),
    certificates: os.certificates.handler(({ input, context }) => listCertificates(kernel, actorOf(context), input)),
    requirements: os.requirements.handler(({ input, context }) => listRequirements(kernel, actorOf(context), input)),
    addRequirement: os.addRequirement.handler(({ input, context }) => addRequirement(kernel, actorOf(context), input)),
    removeRequirement: os.removeRequirement.handler(({ input, context }) =>
      removeRequirement(kernel, context, input.id),
    ),
    restoreRequirement: os.restoreRequirement.handler(({ input, context }) =>
      restoreRequirement(kernel, actorOf(context), input.id),
    ),
  }
}
