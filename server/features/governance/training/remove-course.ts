import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { holdAnyCourse, holdCourse } from './hold-course.ts'
import { showEdited, titleOf } from './show-course.ts'
import { contentOf, isRequired, updateCourse } from './store-courses.ts'

/** Takes a course out of every list; who passed it stays on record. Refuses `record.in-use` while a right depends on it. */
export function removeCourse(kernel: Kernel, context: RequestContext, id: string): Promise<{ id: string }> {
  const actor = actorOf(context)
  return change(kernel, actor, async ({ db, record }) => {
    const row = await holdCourse(db, actor, id)
    expectVersion(context, row.version)
    if (await isRequired(db, actor.organisationId, id)) throw new Refusal('record.in-use')
    await updateCourse(db, actor.organisationId, id, { removed_at: kernel.clock.now() })
    const title = titleOf(contentOf(row))
    record({ verb: 'course.removed', subject: { type: 'course', id, title }, before: { title }, after: null })
    return { id }
  })
}

/** Brings a removed course back as it was. One that is there stays as it is. */
export function restoreCourse(kernel: Kernel, actor: Actor, id: string) {
  return change(kernel, actor, async ({ db, record }) => {
    const row = await holdAnyCourse(db, actor, id)
    if (row.removed_at === null) return showEdited(row)
    await updateCourse(db, actor.organisationId, id, { removed_at: null })
    const title = titleOf(contentOf(row))
    record({ verb: 'course.restored', subject: { type: 'course', id, title }, before: null, after: { title } })
    return showEdited(await holdCourse(db, actor, id))
  })
}
