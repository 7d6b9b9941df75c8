import type { Actor } from '#server/kernel/actor.ts'
import { readIdCursor } from '#server/kernel/http/id-cursor.ts'
import { pageOf } from '#server/kernel/http/page.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { Input } from '../input.ts'
import { personOf } from '../person-of.ts'
import { seesDrafts } from './hold-policy.ts'
import { showSummary } from './show-policy.ts'
import { selectPolicies } from './store.ts'

/** The organisation's policies, newest first; those who do not change policies see the published ones. */
export function listPolicies(kernel: Kernel, actor: Actor, request: Input<'policies', 'list'>) {
  const after = readIdCursor(request)
  const drafts = seesDrafts(actor)
  const { organisationId } = actor
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const reader = { organisationId, personId: personOf(actor) }
    const rows = await selectPolicies(db, reader, { drafts, after, limit: request.limit })
    return pageOf(
      rows,
      request,
      (row) => [row.id],
      (row) => showSummary(row, drafts),
    )
  })
}
