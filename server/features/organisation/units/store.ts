import { sql, type Updateable } from 'kysely'
import type { z } from 'zod'
import type { UnitKind } from '#contract/actions.ts'
import { Refusal } from '#contract/refusal.ts'
import type { Unit, Week } from '#contract/units.ts'
import type { Db, Tables } from '#server/kernel/database/database.ts'

export type UnitRecord = z.output<typeof Unit>
type WeekHours = z.output<typeof Week>

/** All units of the organisation, the company first; only one where an id is named. */
export async function selectUnits(db: Db, organisationId: string, id?: string): Promise<UnitRecord[]> {
  const one = id === undefined ? sql`` : sql`and u.id = ${id}`
  const { rows } = await sql<Row>`
    select u.*, coalesce(c.positions, 0)::int as positions, coalesce(c.vacant, 0)::int as vacant,
      r.person_id, rp.name as person_name, r.deputy_id, rd.name as deputy_name
    from organisation_units u
    left join (select unit_id, count(*) as positions, count(*) filter (where person_id is null) as vacant from organisation_positions
      where organisation_id = ${organisationId} and closed_at is null group by unit_id) c on c.unit_id = u.id
    left join organisation_representatives r on r.organisation_id = ${organisationId} and r.unit_id = u.id
    left join organisation_people rp on rp.organisation_id = ${organisationId} and rp.id = r.person_id
    left join organisation_people rd on rd.organisation_id = ${organisationId} and rd.id = r.deputy_id
    where u.organisation_id = ${organisationId} ${one}
    order by u.parent_id is not null, u.created_at, u.id`.execute(db)
  return rows.map(showUnit)
}

interface Row {
  readonly id: string
  readonly parent_id: string | null
  readonly kind: UnitKind
  readonly name: string
  readonly description: string | null
  readonly centre: boolean
  readonly locale: string | null
  readonly time_zone: string | null
  readonly country: string | null
  readonly cover_hours: WeekHours | null
  readonly positions: number
  readonly vacant: number
  readonly person_id: string | null
  readonly person_name: string | null
  readonly deputy_id: string | null
  readonly deputy_name: string | null
  readonly created_at: Date
  readonly closed_at: Date | null
  readonly version: number
}

function showUnit(row: Row): UnitRecord {
  const deputy = row.deputy_id === null ? null : { id: row.deputy_id, name: row.deputy_name ?? '' }
  return {
    id: row.id,
    parentId: row.parent_id,
    kind: row.kind,
    name: row.name,
    description: row.description ?? '',
    centre: row.centre,
    locale: row.locale,
    timeZone: row.time_zone,
    country: row.country,
    coverHours: row.cover_hours,
    positions: row.positions,
    vacant: row.vacant,
    representative:
      row.person_id === null ? null : { person: { id: row.person_id, name: row.person_name ?? '' }, deputy },
    createdAt: row.created_at.toISOString(),
    closedAt: row.closed_at?.toISOString() ?? null,
    version: row.version,
  }
}

/** One unit. Refuses `record.not-found`. */
export async function readUnit(db: Db, organisationId: string, id: string): Promise<UnitRecord> {
  const [unit] = await selectUnits(db, organisationId, id)
  if (unit === undefined) throw new Refusal('record.not-found')
  return unit
}

/**
 * Lets one change of the structure at a time through, until the transaction ends: two moves at once could close a circle,
 * and a unit could be closed while something is put into it. Reporting lines hold the same row.
 */
export async function lockStructure(db: Db, organisationId: string): Promise<void> {
  await db
    .selectFrom('organisation_units')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('parent_id', 'is', null)
    .forNoKeyUpdate()
    .execute()
}

/** Writes the columns given and counts the version up. */
export async function updateUnit(
  db: Db,
  organisationId: string,
  id: string,
  columns: Updateable<Tables['organisation_units']>,
): Promise<void> {
  await db
    .updateTable('organisation_units')
    .set({ ...columns, version: sql`version + 1` })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute()
}
