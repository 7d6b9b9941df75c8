import { sql } from 'kysely'
import type { Actor } from '#server/kernel/actor.ts'
import { readIdCursor } from '#server/kernel/http/id-cursor.ts'
import { pageOf } from '#server/kernel/http/page.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { todayOfOrganisation } from '#server/features/organisation/index.ts'
import type { BudgetInput } from '../../input.ts'
import { chargedTo } from '../store-places.ts'
import { readerOf, showHours } from './show-hours.ts'
import { selectHours } from './store-hours.ts'

/** Hours, newest first: one's own; everybody's, with what they cost, for those who may see cost rates. */
export function listHours(kernel: Kernel, actor: Actor, request: BudgetInput<'hours'>) {
  const { organisationId } = actor
  const after = readIdCursor(request)
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const reader = readerOf(actor, await todayOfOrganisation(db, organisationId, kernel.clock.now()))
    const { personId, limit } = request
    const where = sql`h.removed_at is null and ${chargedTo(organisationId, request, 'h')}
      ${reader.rates ? sql`` : sql`and h.person_id = ${reader.personId}`}
      ${personId === undefined ? sql`` : sql`and h.person_id = ${personId}`}
      ${after === null ? sql`` : sql`and h.id < ${after}`}`
    const rows = await selectHours(db, organisationId, { where, limit: limit + 1 })
    return pageOf(
      rows,
      request,
      (row) => [row.id],
      (row) => showHours(row, reader),
    )
  })
}
