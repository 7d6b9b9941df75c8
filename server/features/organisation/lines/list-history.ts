import { sql } from 'kysely'
import type { LineKind } from '#contract/lines.ts'
import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { readIdCursor } from '#server/kernel/http/id-cursor.ts'
import { pageOf, type PageRequest } from '#server/kernel/http/page.ts'
import type { Kernel } from '#server/kernel/kernel.ts'

interface Row {
  readonly id: string
  readonly kind: LineKind
  readonly superior: {
    readonly id: string
    readonly title: string
    readonly person: { id: string; name: string } | null
  }
  readonly since: Date
  readonly until: Date | null
}

/** Whom a position reported to and reports to, newest first. The superior's name is that of whoever held the position last. */
export function listHistory(
  kernel: Kernel,
  { organisationId }: Actor,
  { positionId, ...page }: PageRequest & { readonly positionId: string },
) {
  const before = readIdCursor(page)
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const position = await db
      .selectFrom('organisation_positions')
      .select('id')
      .where('organisation_id', '=', organisationId)
      .where('id', '=', positionId)
      .executeTakeFirst()
    if (position === undefined) throw new Refusal('record.not-found')
    const { rows } = await sql<Row>`
      select l.id, l.kind, l.since, l.until, json_build_object('id', p.id, 'title', p.title, 'person',
        (select json_build_object('id', o.id, 'name', o.name) from organisation_position_holders h
          join organisation_people o on o.organisation_id = ${organisationId} and o.id = h.person_id
          where h.organisation_id = ${organisationId} and h.position_id = p.id and (l.until is null or h.since < l.until) and (h.until is null or h.until > l.since)
          order by h.since desc limit 1)) as superior
      from organisation_reporting_lines l join organisation_positions p on p.organisation_id = ${organisationId} and p.id = l.superior_id
      where l.organisation_id = ${organisationId} and l.position_id = ${positionId} ${before === null ? sql`` : sql`and l.id < ${before}`}
      order by l.id desc limit ${page.limit + 1}`.execute(db)
    return pageOf(
      rows,
      page,
      (row) => [row.id],
      (row) => ({ ...row, since: row.since.toISOString(), until: row.until?.toISOString() ?? null }),
    )
  })
}
