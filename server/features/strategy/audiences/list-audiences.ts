import { sql } from 'kysely'
import type { Actor } from '#server/kernel/actor.ts'
import { readIdCursor } from '#server/kernel/http/id-cursor.ts'
import { pageOf } from '#server/kernel/http/page.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { AudiencesInput } from '../input.ts'
import { findAudience } from './hold-audience.ts'
import { showAudience } from './show-audience.ts'
import { selectAudiences } from './store.ts'

/** Audiences, newest first: those that are kept, or where asked for those in the archive. */
export function listAudiences(kernel: Kernel, { organisationId }: Actor, request: AudiencesInput<'list'>) {
  const after = readIdCursor(request)
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const where = sql`${request.archived === true ? sql`a.archived_at is not null` : sql`a.archived_at is null`}
      ${after === null ? sql`` : sql`and a.id < ${after}`}`
    const rows = await selectAudiences(db, organisationId, { where, limit: request.limit + 1 })
    return pageOf(rows, request, (row) => [row.id], showAudience)
  })
}

/** One audience, also one from the archive. Refuses `record.not-found`. */
export function readAudience(kernel: Kernel, { organisationId }: Actor, id: string) {
  return kernel.database.inOrganisation(organisationId, (db) => findAudience(db, organisationId, id))
}
