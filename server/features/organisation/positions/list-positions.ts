import type { Actor } from '#server/kernel/actor.ts'
import { readIdCursor } from '#server/kernel/http/id-cursor.ts'
import { pageOf } from '#server/kernel/http/page.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { Input } from '../input.ts'
import { positions, showPosition } from './store.ts'

/** Open positions, oldest first. */
export function listPositions(kernel: Kernel, { organisationId }: Actor, request: Input<'positions', 'list'>) {
  const after = readIdCursor(request)
  const { unitId, personId } = request
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const rows = await positions(db, organisationId)
      .where('p.closed_at', 'is', null)
      .$if(after !== null, (query) => query.where('p.id', '>', after ?? ''))
      .$if(unitId !== undefined, (query) => query.where('p.unit_id', '=', unitId ?? ''))
      .$if(personId !== undefined, (query) => query.where('p.person_id', '=', personId ?? ''))
      .orderBy('p.id')
      .limit(request.limit + 1)
      .execute()
    return pageOf(rows, request, (row) => [row.id], showPosition)
  })
}
