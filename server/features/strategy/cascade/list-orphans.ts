import type { Actor } from '#server/kernel/actor.ts'
import { readIdCursor } from '#server/kernel/http/id-cursor.ts'
import { pageOf } from '#server/kernel/http/page.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { CascadeInput } from '../input.ts'
import { selectOrphans } from './store-orphans.ts'

/** Records of one kind that serve nothing above them (objectives: that nothing serves), newest first. */
export function listOrphans(kernel: Kernel, { organisationId }: Actor, request: CascadeInput<'orphans'>) {
  const after = readIdCursor(request)
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const rows = await selectOrphans(db, organisationId, { kind: request.kind, after, limit: request.limit + 1 })
    return pageOf(
      rows,
      request,
      (row) => [row.id],
      ({ id, title, ownerId, ownerName }) => ({
        id,
        title,
        owner: ownerId !== null && ownerName !== null ? { id: ownerId, name: ownerName } : null,
      }),
    )
  })
}
