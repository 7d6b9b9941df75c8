import { sql } from 'kysely'
import type { LineKind } from '#contract/lines.ts'
import { Refusal } from '#contract/refusal.ts'
import type { Db } from '#server/kernel/database/database.ts'

export interface LineEnd {
  readonly organisationId: string
  readonly positionId: string
  readonly kind: LineKind
}

/** An open position with its holder's name; refused where there is none. */
export async function readPosition(db: Db, organisationId: string, id: string) {
  const row = await db
    .selectFrom('organisation_positions as p')
    .leftJoin('organisation_people as o', (join) =>
      join.onRef('o.organisation_id', '=', 'p.organisation_id').onRef('o.id', '=', 'p.person_id'),
    )
    .select(['p.id', 'p.title', 'p.person_id', 'o.name'])
    .where('p.organisation_id', '=', organisationId)
    .where('p.id', '=', id)
    .where('p.closed_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('record.not-found')
  return row
}

/** The way up from a position on one line, itself first: ids, and names for people to read. */
export async function wayUp(db: Db, { organisationId, positionId, kind }: LineEnd) {
  const { rows } = await sql<{ id: string; name: string }>`
    with recursive way as (
      select ${positionId}::uuid as id, 0 as steps
      union
      select l.superior_id, w.steps + 1 from organisation_reporting_lines l join way w on l.position_id = w.id
      where l.organisation_id = ${organisationId} and l.kind = ${kind} and l.until is null and w.steps < 1000
    ) select w.id, coalesce(o.name, p.title) as name from way w
    join organisation_positions p on p.organisation_id = ${organisationId} and p.id = w.id
    left join organisation_people o on o.organisation_id = ${organisationId} and o.id = p.person_id
    order by w.steps`.execute(db)
  return rows
}

/** Ends the line that holds now; whom it led to, or null where none did. */
export async function endLine(
  db: Db,
  { organisationId, positionId, kind }: LineEnd,
  now: Date,
): Promise<string | null> {
  const ended = await db
    .updateTable('organisation_reporting_lines')
    .set({ until: sql`greatest(since, ${now})` })
    .where('organisation_id', '=', organisationId)
    .where('position_id', '=', positionId)
    .where('kind', '=', kind)
    .where('until', 'is', null)
    .returning('superior_id')
    .executeTakeFirst()
  return ended?.superior_id ?? null
}
