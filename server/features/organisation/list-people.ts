import type { Actor } from '#server/kernel/actor.ts'
import { readIdCursor } from '#server/kernel/http/id-cursor.ts'
import { pageOf, type PageRequest } from '#server/kernel/http/page.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { heldPositions, showHeld } from './positions/store.ts'
import { showPerson } from './show.ts'

/** Everybody in the organisation, in the order in which they joined. */
export function listPeople(kernel: Kernel, actor: Actor, page: PageRequest) {
  const after = readIdCursor(page) ?? undefined
  return kernel.database.inOrganisation(actor.organisationId, async (db) => {
    const rows = await db
      .selectFrom('organisation_people as p')
      .innerJoin('identity.user as u', 'u.id', 'p.user_id')
      .selectAll('p')
      .select('u.twoFactorEnabled')
      .where('p.organisation_id', '=', actor.organisationId)
      .$if(after !== undefined, (query) => query.where('p.id', '>', after ?? ''))
      .orderBy('p.id')
      .limit(page.limit + 1)
      .execute()
    const held = await heldPositions(
      db,
      actor.organisationId,
      rows.map((row) => row.id),
    )
    return pageOf(
      rows,
      page,
      (row) => [row.id],
      (row) => ({
        ...showPerson(row, row.twoFactorEnabled === true),
        positions: (held.get(row.id) ?? []).map(showHeld),
        languages: row.languages,
        coreTeam: row.core_team,
      }),
    )
  })
}
