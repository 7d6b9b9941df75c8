import { z } from 'zod'
import { refuseGuest } from '#server/features/organisation/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { pageOf, readCursorAs, type PageRequest } from '#server/kernel/http/page.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { readGivenScopes } from './given-scopes.ts'
import { readStop, readStops, scopeOf, showStop, type StopRow } from './store.ts'

const Cursor = z.tuple([z.iso.datetime(), z.uuid()])

/** Stops and drills, newest first. */
export function listStops(kernel: Kernel, actor: Actor, request: PageRequest) {
  const { organisationId } = actor
  // What a stop held is counted over every channel.
  refuseGuest(actor, 'posts.read')
  const cursor = readCursorAs(request.cursor, Cursor)
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const rows = await readStops(db, organisationId, {
      before: cursor === null ? null : [new Date(cursor[0]), cursor[1]],
      limit: request.limit + 1,
    })
    return pageOf(rows, request, (row) => [row.started_at.toISOString(), row.id], showStop)
  })
}

/** One stop. */
export function showOneStop(kernel: Kernel, actor: Actor, id: string) {
  const { organisationId } = actor
  refuseGuest(actor, 'posts.read')
  return kernel.database.inOrganisation(organisationId, async (db) => showStop(await readStop(db, organisationId, id)))
}

/** The stops that run now, the widest first: every page asks this every few seconds. Guests hear of those that hold what they were given. */
export function listRunning(kernel: Kernel, actor: Actor) {
  const { organisationId } = actor
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const rows = await db
      .selectFrom('governance_stops')
      .selectAll()
      .where('organisation_id', '=', organisationId)
      .where('lifted_at', 'is', null)
      .where('drill', '=', false)
      .orderBy((the) => the('scope_kind', '<>', 'organisation'))
      .orderBy('started_at')
      .execute()
    const given = rows.length === 0 ? null : await readGivenScopes(db, actor)
    const heard = rows.filter(({ scope_id: id }) => given === null || id === null || given.has(id))
    return {
      items: heard.map((row) => ({
        id: row.id,
        scope: scopeOf({ ...row, scope_kind: row.scope_kind as StopRow['scope_kind'] }),
        reason: row.reason,
        startedAt: row.started_at.toISOString(),
        startedBy: row.started_by_name,
      })),
    }
  })
}
