import { Refusal } from '#contract/refusal.ts'
import { change } from '#server/kernel/events/change.ts'
import { changedFields } from '#server/kernel/events/changed-fields.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { isFinished } from '../domain/quiz.ts'
import type { Input } from '../input.ts'
import { checkCourse } from './check-course.ts'
import { holdCourse } from './hold-course.ts'
import { showEdited, titleOf } from './show-course.ts'
import { contentOf, updateCourse } from './store-courses.ts'

/**
 * Changes a course; certificates that are held stay. Refuses a version that is no longer the stored one, and to leave an open
 * course unfinished.
 */
export function changeCourse(
  kernel: Kernel,
  context: RequestContext,
  { id, content }: Input<'training', 'changeCourse'>,
) {
  const actor = actorOf(context)
  return change(kernel, actor, async ({ db, record }) => {
    const row = await holdCourse(db, actor, id)
    expectVersion(context, row.version)
    await checkCourse(db, actor.organisationId, content)
    if (row.published_at !== null && !isFinished(content)) throw new Refusal('course.unfinished')
    const changed = changedFields({ ...contentOf(row) }, { ...content })
    if (changed === null) return showEdited(row)
    await updateCourse(db, actor.organisationId, id, { content: JSON.stringify(content) })
    record({ verb: 'course.changed', subject: { type: 'course', id, title: titleOf(content) }, ...changed })
    return showEdited(await holdCourse(db, actor, id))
  })
}

/** Opens a course to everybody. One that is open stays so. Refuses what is not finished. */
export function publishCourse(kernel: Kernel, context: RequestContext, id: string) {
  const actor = actorOf(context)
  return change(kernel, actor, async ({ db, record }) => {
    const row = await holdCourse(db, actor, id)
    expectVersion(context, row.version)
    if (row.published_at !== null) return showEdited(row)
    if (!isFinished(contentOf(row))) throw new Refusal('course.unfinished')
    await updateCourse(db, actor.organisationId, id, { published_at: kernel.clock.now() })
    record({
      verb: 'course.published',
      subject: { type: 'course', id, title: titleOf(contentOf(row)) },
      before: { published: false },
      after: { published: true },
    })
    return showEdited(await holdCourse(db, actor, id))
  })
}
