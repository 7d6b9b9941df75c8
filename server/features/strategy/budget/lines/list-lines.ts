import { sql } from 'kysely'
import type { Actor } from '#server/kernel/actor.ts'
import { readIdCursor } from '#server/kernel/http/id-cursor.ts'
import { pageOf } from '#server/kernel/http/page.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { monthOf } from '../../domain/money/charges.ts'
import type { BudgetInput } from '../../input.ts'
import { chargedTo } from '../store-places.ts'
import { showLine } from './show-line.ts'
import { findLine, selectLines } from './store-lines.ts'

/** Budget lines, newest first. `month`: any day of it. */
export function listLines(kernel: Kernel, { organisationId }: Actor, request: BudgetInput<'lines'>) {
  const after = readIdCursor(request)
  const { category, month, limit } = request
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const first = month === undefined ? null : monthOf(month)
    const where = sql`l.removed_at is null and ${chargedTo(organisationId, request, 'l')}
      ${after === null ? sql`` : sql`and l.id < ${after}`}
      ${category === undefined ? sql`` : sql`and l.category = ${category}`}
      ${first === null ? sql`` : sql`and l.on_day >= ${first}::date and l.on_day < ${first}::date + interval '1 month'`}`
    const rows = await selectLines(db, organisationId, { where, limit: limit + 1 })
    return pageOf(rows, request, (row) => [row.id], showLine)
  })
}

/** One budget line. */
export function readLine(kernel: Kernel, { organisationId }: Actor, id: string) {
  return kernel.database.inOrganisation(organisationId, async (db) => showLine(await findLine(db, organisationId, id)))
}
