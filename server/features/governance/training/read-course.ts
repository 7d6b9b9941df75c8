import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { todayOfOrganisation } from '#server/features/organisation/index.ts'
import { triesLeft } from '../domain/quiz.ts'
import { personOf } from '../person-of.ts'
import { findCourse } from './hold-course.ts'
import { showEdited, showSummary, showTaken } from './show-course.ts'
import { contentOf, selectCourse, selectPictures } from './store-courses.ts'
import { selectTries } from './store-tries.ts'

const HOUR_MS = 3_600_000

/** One course to be taken: its lessons, its questions without the right answers, and how many tries are left. */
export function readCourse(kernel: Kernel, actor: Actor, id: string) {
  const { organisationId } = actor
  const now = kernel.clock.now()
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const row = await findCourse(db, actor, id)
    const content = contentOf(row)
    const pictures = await selectPictures(
      db,
      organisationId,
      content.lessons.flatMap(({ mediaIds }) => mediaIds),
    )
    const taking = { organisationId, courseId: id, personId: personOf(actor) }
    const { at, best } = await selectTries(db, taking, new Date(now.getTime() - HOUR_MS))
    const { left, nextAt } = triesLeft(at, content.triesPerHour, now)
    return {
      ...showSummary(row, await todayOfOrganisation(db, organisationId, now)),
      content: showTaken(content, pictures),
      tries: { left, nextAt: nextAt?.toISOString() ?? null, best },
    }
  })
}

/** One course with the right answers, to be changed. */
export function readEditedCourse(kernel: Kernel, actor: Actor, id: string) {
  const { organisationId } = actor
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const row = await selectCourse(db, { organisationId, personId: personOf(actor) }, id)
    if (row === null || row.removed_at !== null) throw new Refusal('record.not-found')
    return showEdited(row)
  })
}
