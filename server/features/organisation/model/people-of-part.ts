import { sql } from 'kysely'
import type { Activity, Part, UnitKind } from '#contract/actions.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { partsOf, type ModelUnit } from '../domain/operating-model.ts'
import { readModelRow, readModelState } from './store-model.ts'

interface UnitRow {
  readonly id: string
  readonly parent_id: string | null
  readonly kind: UnitKind
  readonly centre: boolean
  readonly people: readonly string[]
}

/**
 * Who is to be consulted or informed of an activity in a unit, by the matrix: the representatives of the unit, of those above
 * it and of their centres, as far as their row says so; where a unit has no representative, whoever holds a position there.
 */
export async function peopleOfPart(
  db: Db,
  organisationId: string,
  { unitId, activity, part }: { readonly unitId: string; readonly activity: Activity; readonly part: Part },
): Promise<readonly string[]> {
  const { rows } = await sql<UnitRow>`
    with recursive path as (
      select id, parent_id from organisation_units where organisation_id = ${organisationId} and id = ${unitId}
      union select u.id, u.parent_id from organisation_units u join path p on u.organisation_id = ${organisationId} and u.id = p.parent_id
    )
    select u.id, u.parent_id, u.kind, u.centre, coalesce(
      (select array_agg(r.person_id) from organisation_representatives r join organisation_people o on o.organisation_id = r.organisation_id and o.id = r.person_id and o.active
        where r.organisation_id = u.organisation_id and r.unit_id = u.id),
      (select array_agg(distinct p.person_id) from organisation_positions p join organisation_people o on o.organisation_id = p.organisation_id and o.id = p.person_id and o.active
        where p.organisation_id = u.organisation_id and p.unit_id = u.id and p.closed_at is null), '{}') as people
    from organisation_units u
    where u.organisation_id = ${organisationId} and u.closed_at is null and (u.id in (select id from path) or (u.centre and u.parent_id in (select id from path)))`.execute(
    db,
  )
  const { model } = await readModelRow(db, organisationId)
  const { deviations } = await readModelState(db, organisationId, model)
  const all: ModelUnit[] = rows.map(({ id, parent_id, kind, centre }) => ({ id, parentId: parent_id, kind, centre }))
  const concerned = all.filter(
    (unit) => unit.kind !== 'agency' && partsOf(model, unit, all, deviations)[activity] === part,
  )
  const ids = new Set(concerned.map((unit) => unit.id))
  return [...new Set(rows.filter((row) => ids.has(row.id)).flatMap((row) => row.people))]
}
