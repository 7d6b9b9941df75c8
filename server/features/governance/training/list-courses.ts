import type { Actor } from '#server/kernel/actor.ts'
import { readIdCursor } from '#server/kernel/http/id-cursor.ts'
import { pageOf } from '#server/kernel/http/page.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { todayOfOrganisation } from '#server/features/organisation/index.ts'
import type { Input } from '../input.ts'
import { personOf } from '../person-of.ts'
import { seesDrafts } from './hold-course.ts'
import { showSummary } from './show-course.ts'
import { selectCourses } from './store-courses.ts'

/** The organisation's courses, newest first, with one's own certificates; drafts for those who change courses. */
export function listCourses(kernel: Kernel, actor: Actor, request: Input<'training', 'courses'>) {
  const after = readIdCursor(request)
  const { organisationId } = actor
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const today = await todayOfOrganisation(db, organisationId, kernel.clock.now())
    const reader = { organisationId, personId: personOf(actor) }
    const rows = await selectCourses(db, reader, { drafts: seesDrafts(actor), after, limit: request.limit })
    return pageOf(
      rows,
      request,
      (row) => [row.id],
      (row) => showSummary(row, today),
    )
  })
}
