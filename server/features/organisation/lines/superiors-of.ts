import { sql } from 'kysely'
import type { LineKind } from '#contract/lines.ts'
import type { Db } from '#server/kernel/database/database.ts'

/** Where a line is followed from: a position, or all positions of a person. */
export type Place = { readonly positionId: string } | { readonly personId: string }

/** Somebody on the line, and how many steps away; each person once, at their nearest. */
export interface Linked {
  readonly personId: string
  readonly name: string
  readonly positionId: string
  readonly title: string
  readonly steps: number
}

/** The people above on this line, nearest first. Vacant positions and closed accounts are passed over to the next above. */
export function superiorsOf(db: Db, organisationId: string, place: Place, kind: LineKind): Promise<readonly Linked[]> {
  return follow(db, organisationId, { place, kind, from: 'position_id', to: 'superior_id' })
}

/** Everybody below on this line, nearest first, down to the last. */
export function reportsOf(
  db: Db,
  organisationId: string,
  personId: string,
  kind: LineKind,
): Promise<readonly Linked[]> {
  return follow(db, organisationId, { place: { personId }, kind, from: 'superior_id', to: 'position_id' })
}

interface Way {
  readonly place: Place
  readonly kind: LineKind
  readonly from: 'position_id' | 'superior_id'
  readonly to: 'position_id' | 'superior_id'
}

async function follow(db: Db, organisationId: string, { place, kind, from, to }: Way): Promise<readonly Linked[]> {
  const start =
    'positionId' in place
      ? sql`p.id = ${place.positionId}`
      : sql`p.person_id = ${place.personId} and p.closed_at is null`
  const { rows } = await sql<Linked>`
    with recursive way as (
      select p.id, p.person_id as starter, 0 as steps from organisation_positions p where p.organisation_id = ${organisationId} and ${start}
      union
      select l.${sql.ref(to)}, w.starter, w.steps + 1 from organisation_reporting_lines l join way w on l.${sql.ref(from)} = w.id
      where l.organisation_id = ${organisationId} and l.kind = ${kind} and l.until is null and w.steps < 100
    ), nearest as (
      select distinct on (p.person_id) p.person_id as "personId", o.name, p.id as "positionId", p.title, w.steps
      from way w
      join organisation_positions p on p.organisation_id = ${organisationId} and p.id = w.id and p.closed_at is null
      join organisation_people o on o.organisation_id = ${organisationId} and o.id = p.person_id and o.active
      where w.steps > 0 and p.person_id is distinct from w.starter
      order by p.person_id, w.steps, p.id
    ) select * from nearest order by steps, "positionId"`.execute(db)
  return rows
}
