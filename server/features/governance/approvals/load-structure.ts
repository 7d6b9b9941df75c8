import { sql } from 'kysely'
import type { Role } from '#contract/actions.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { Position, Structure } from '../domain/approvals/seats.ts'

interface Row {
  readonly people: readonly { id: string; name: string; role: Role; active: boolean }[]
  readonly positions: readonly {
    id: string
    unit_id: string
    title: string
    duty: string | null
    person_id: string | null
  }[]
  readonly lines: readonly { position_id: string; superior_id: string }[]
  readonly absences: readonly { person_id: string; delegate_id: string | null }[]
  readonly representatives: readonly { unit_id: string; person_id: string; deputy_id: string | null }[]
}

/** Who there is, what they hold, whom they report to on the functional line, and who is away today (each in their own zone). */
export async function loadStructure(db: Db, organisationId: string, now: Date): Promise<Structure> {
  const { rows } = await sql<Row>`
    select
      (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'role', role, 'active', active) order by created_at, id), '[]')
        from organisation_people where organisation_id = ${organisationId}) as people,
      (select coalesce(json_agg(json_build_object('id', id, 'unit_id', unit_id, 'title', title, 'duty', duty, 'person_id', person_id) order by created_at, id), '[]')
        from organisation_positions where organisation_id = ${organisationId} and closed_at is null) as positions,
      (select coalesce(json_agg(json_build_object('position_id', position_id, 'superior_id', superior_id)), '[]')
        from organisation_reporting_lines where organisation_id = ${organisationId} and kind = 'functional' and until is null) as lines,
      (select coalesce(json_agg(json_build_object('person_id', a.person_id, 'delegate_id', a.delegate_id) order by a.created_at), '[]')
        from organisation_absences a join organisation_people p on p.organisation_id = a.organisation_id and p.id = a.person_id
        where a.organisation_id = ${organisationId} and (${now}::timestamptz at time zone p.time_zone)::date between a.from_on and a.until_on) as absences,
      (select coalesce(json_agg(json_build_object('unit_id', unit_id, 'person_id', person_id, 'deputy_id', deputy_id)), '[]')
        from organisation_representatives where organisation_id = ${organisationId}) as representatives`.execute(db)
  const row = rows[0]
  if (row === undefined) throw new Error('The structure of an organisation could not be read.')
  return {
    people: new Map(row.people.map(({ id, ...person }) => [id, person])),
    positions: new Map(
      row.positions.map(({ id, unit_id, title, duty, person_id }): [string, Position] => [
        id,
        { id, unitId: unit_id, title, duty, personId: person_id },
      ]),
    ),
    above: new Map(row.lines.map((line) => [line.position_id, line.superior_id])),
    absent: new Map(row.absences.map((absence) => [absence.person_id, absence.delegate_id])),
    representatives: new Map(
      row.representatives.map(({ unit_id, person_id, deputy_id }) => [
        unit_id,
        { personId: person_id, deputyId: deputy_id },
      ]),
    ),
  }
}
