import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { readIdCursor } from '#server/kernel/http/id-cursor.ts'
import { pageOf, type PageRequest } from '#server/kernel/http/page.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { showPlacement, showPlacements } from './store.ts'

/** Assessments that were kept, newest first. */
export function listPlacements(kernel: Kernel, { organisationId }: Actor, page: PageRequest) {
  const before = readIdCursor(page)
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const rows = await db
      .selectFrom('organisation_placements')
      .selectAll()
      .where('organisation_id', '=', organisationId)
      .$if(before !== null, (query) => query.where('id', '<', before ?? ''))
      .orderBy('id', 'desc')
      .limit(page.limit + 1)
      .execute()
    const shown = new Map((await showPlacements(db, organisationId, rows)).map((one) => [one.id, one]))
    const { items, nextCursor } = pageOf(
      rows,
      page,
      (row) => [row.id],
      (row) => shown.get(row.id),
    )
    return { items: items.flatMap((item) => item ?? []), nextCursor }
  })
}

/** One assessment. */
export function readPlacement(kernel: Kernel, { organisationId }: Actor, id: string) {
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const row = await db
      .selectFrom('organisation_placements')
      .selectAll()
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .executeTakeFirst()
    if (row === undefined) throw new Refusal('record.not-found')
    return showPlacement(db, organisationId, row)
  })
}
