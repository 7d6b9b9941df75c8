import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import { readIdCursor } from '#server/kernel/http/id-cursor.ts'
import { pageOf, type PageRequest } from '#server/kernel/http/page.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { todayOfOrganisation } from '#server/features/organisation/index.ts'
import type { Input } from '../input.ts'
import { findEntry, showEntry } from './show-entry.ts'
import { selectEntries } from './store.ts'

/** What is confidential, by working names, newest first. */
export function listEntries(kernel: Kernel, { organisationId }: Actor, request: PageRequest) {
  const after = readIdCursor(request)
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const today = await todayOfOrganisation(db, organisationId, kernel.clock.now())
    const rows = await selectEntries(db, organisationId, { after, limit: request.limit })
    return pageOf(
      rows,
      request,
      (row) => [row.id],
      (row) => showEntry(row, today),
    )
  })
}

/** The words themselves and where they were found. That somebody looked, when and why is written down before it is shown. */
export function viewEntry(kernel: Kernel, actor: Actor, { id, reason }: Input<'watch', 'view'>) {
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    await findEntry(db, organisationId, id)
    const viewId = kernel.clock.newId()
    const at = kernel.clock.now()
    await db
      .insertInto('governance_confidential_views')
      .values({ organisation_id: organisationId, id: viewId, entry_id: id, person_id: actor.personId, reason, at })
      .execute()
    // The reason stays in the table, which few may read: it may say too much.
    record({ verb: 'confidential.viewed', subject: { type: 'confidential', id }, before: null, after: null })
    const row = await findEntry(db, organisationId, id)
    const by = actor.personId === null ? null : { id: actor.personId, name: actor.name }
    return {
      ...showEntry(row, await todayOfOrganisation(db, organisationId, at)),
      terms: row.terms,
      aliases: row.aliases,
      note: row.note,
      query: row.query,
      found: await readHits(db, organisationId, id),
      view: { id: viewId, entryId: id, title: row.title, by, reason, at: at.toISOString() },
    }
  })
}

const MOST_HITS = 200

async function readHits(db: Db, organisationId: string, entryId: string) {
  const rows = await db
    .selectFrom('governance_confidential_hits as h')
    .leftJoin('organisation_people as p', (join) =>
      join.onRef('p.organisation_id', '=', 'h.organisation_id').onRef('p.id', '=', 'h.person_id'),
    )
    .selectAll('h')
    .select('p.name as person_name')
    .where('h.organisation_id', '=', organisationId)
    .where('h.entry_id', '=', entryId)
    .orderBy('h.last_at', 'desc')
    .orderBy('h.id', 'desc')
    .limit(MOST_HITS)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    words: row.words,
    by: row.person_id === null || row.person_name === null ? null : { id: row.person_id, name: row.person_name },
    firstAt: row.first_at.toISOString(),
    lastAt: row.last_at.toISOString(),
    times: row.times,
  }))
}

/** Who looked, when and why; newest first. */
export function listViews(kernel: Kernel, { organisationId }: Actor, request: Input<'watch', 'views'>) {
  const after = readIdCursor(request)
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const rows = await db
      .selectFrom('governance_confidential_views as v')
      .innerJoin('governance_confidential_entries as e', (join) =>
        join.onRef('e.organisation_id', '=', 'v.organisation_id').onRef('e.id', '=', 'v.entry_id'),
      )
      .leftJoin('organisation_people as p', (join) =>
        join.onRef('p.organisation_id', '=', 'v.organisation_id').onRef('p.id', '=', 'v.person_id'),
      )
      .selectAll('v')
      .select(['p.name as person_name', 'e.title'])
      .where('v.organisation_id', '=', organisationId)
      .$if(after !== null, (query) => query.where('v.id', '<', after))
      .$if(request.entryId !== undefined, (query) => query.where('v.entry_id', '=', request.entryId ?? ''))
      .orderBy('v.id', 'desc')
      .limit(request.limit + 1)
      .execute()
    return pageOf(
      rows,
      request,
      (row) => [row.id],
      (row) => ({
        id: row.id,
        entryId: row.entry_id,
        title: row.title,
        by: row.person_id === null || row.person_name === null ? null : { id: row.person_id, name: row.person_name },
        reason: row.reason,
        at: row.at.toISOString(),
      }),
    )
  })
}
