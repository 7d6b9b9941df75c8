import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { Input } from '../input.ts'
import { personOf } from '../person-of.ts'
import { checkCourse } from './check-course.ts'
import { holdCourse } from './hold-course.ts'
import { readyCourse } from './ready/index.ts'
import { showEdited, titleOf } from './show-course.ts'
import { insertCourse } from './store-courses.ts'

/** Begins a course, which is open to nobody yet: with a text of one's own, else with a ready one. */
export function createCourse(kernel: Kernel, actor: Actor, input: Input<'training', 'createCourse'>) {
  const { organisationId } = actor
  const id = kernel.clock.newId()
  const content = input.content ?? readyCourse(input.ready ?? 'policy')
  return change(kernel, actor, async ({ db, record }) => {
    await checkCourse(db, organisationId, content)
    await insertCourse(db, {
      organisation_id: organisationId,
      id,
      ready: input.ready ?? null,
      content: JSON.stringify(content),
      created_by: personOf(actor),
      created_at: kernel.clock.now(),
    })
    record({
      verb: 'course.created',
      subject: { type: 'course', id, title: titleOf(content) },
      before: null,
      after: {
        title: titleOf(content),
        ready: input.ready ?? null,
        lessons: content.lessons.length,
        questions: content.questions.length,
      },
    })
    return showEdited(await holdCourse(db, actor, id))
  })
}
