import { sql } from 'kysely'
import { z } from 'zod'
import type { EventFilter } from '#contract/audit.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { pageOf, readCursorAs, type PageRequest } from '#server/kernel/http/page.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { all, eventConditions, type EventConditions } from './event-conditions.ts'
import { showEvent, type EventRow } from './show-event.ts'

const Cursor = z.tuple([z.iso.datetime(), z.string().regex(/^\d{1,15}$/)])

/** So many events are looked through at a time, and no further stretch is begun after so long. */
const STRETCH = 4000
const LONGEST_MS = 150

interface Place {
  readonly at: Date
  readonly position: number
}

/**
 * What happened, newest first. What no index answers (a text, a unit, two conditions together) is looked for stretch by
 * stretch: when time is up the page ends where the search stands, with fewer events or none, and the cursor goes on from there.
 */
export function listEvents(kernel: Kernel, actor: Actor, request: EventFilter & PageRequest) {
  const cursor = readCursorAs(request.cursor, Cursor)
  const began = performance.now()
  return kernel.database.inOrganisation(actor.organisationId, async (db) => {
    const conditions = await eventConditions(db, actor.organisationId, request)
    const found: EventRow[] = []
    let from: Place | null = cursor === null ? null : { at: new Date(cursor[0]), position: Number(cursor[1]) }
    while (found.length <= request.limit) {
      const wanted = request.limit + 1 - found.length
      const stretch = await lookThrough(db, conditions, from, wanted)
      found.push(...stretch.found)
      from = stretch.end
      if (from === null || (found.length <= request.limit && performance.now() - began > LONGEST_MS)) break
    }
    const page = pageOf(found, request, placeOf, showEvent)
    if (page.nextCursor !== null) return { ...page, searchedTo: page.items.at(-1)?.at ?? null }
    if (from === null) return { ...page, searchedTo: null }
    return { ...page, nextCursor: cursorAt(from), searchedTo: from.at.toISOString() }
  })
}

/** One stretch: what fits, and its last event where there may be more behind it. */
async function lookThrough(
  db: Db,
  { indexed, others }: EventConditions,
  from: Place | null,
  wanted: number,
): Promise<{ readonly found: readonly EventRow[]; readonly end: Place | null }> {
  const after = from === null ? [] : [sql`(e.at, e.position) < (${from.at}, ${from.position})`]
  const within = all([...indexed, ...after])
  if (others.length === 0) {
    const { rows } = await sql<EventRow>`
      select * from events e where ${within} order by e.at desc, e.position desc limit ${wanted}`.execute(db)
    return { found: rows, end: rows.length < wanted ? null : lastOf(rows) }
  }
  const { rows } = await sql<EventRow>`
    select * from (select * from events e where ${within} order by e.at desc, e.position desc limit ${STRETCH}) e
    where ${all(others)} order by e.at desc, e.position desc limit ${wanted}`.execute(db)
  if (rows.length === wanted) return { found: rows, end: lastOf(rows) }
  const end = await sql<Place>`
    select e.at, e.position from events e where ${within} order by e.at desc, e.position desc offset ${STRETCH - 1} limit 1`.execute(
    db,
  )
  return { found: rows, end: end.rows[0] ?? null }
}

function lastOf(rows: readonly EventRow[]): Place | null {
  return rows.at(-1) ?? null
}

function placeOf({ at, position }: Place): [string, string] {
  return [at.toISOString(), String(position)]
}

function cursorAt(place: Place): string {
  return Buffer.from(JSON.stringify(placeOf(place))).toString('base64url')
}
