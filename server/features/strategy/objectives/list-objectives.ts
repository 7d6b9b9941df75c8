import type { Actor } from '#server/kernel/actor.ts'
import { readIdCursor } from '#server/kernel/http/id-cursor.ts'
import { pageOf } from '#server/kernel/http/page.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { Input } from '../input.ts'
import { showObjective } from './show-objective.ts'
import { selectObjectives } from './store.ts'

/** The organisation's objectives, newest first. */
export function listObjectives(kernel: Kernel, { organisationId }: Actor, request: Input<'objectives'>) {
  const after = readIdCursor(request)
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const rows = await selectObjectives(db, organisationId, { after, limit: request.limit })
    return pageOf(rows, request, (row) => [row.id], showObjective)
  })
}
