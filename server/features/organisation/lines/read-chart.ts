import { Temporal } from 'temporal-polyfill'
import { sql } from 'kysely'
import type { LineKind } from '#contract/lines.ts'
import type { UnitKind } from '#contract/actions.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { dayIn } from '#server/kernel/day-in.ts'
import { readOrganisation } from '../store.ts'

interface Person {
  readonly id: string
  readonly name: string
}

/** The whole chart, as it is now or as it was when the day named ended where the organisation is. */
export function readChart(kernel: Kernel, { organisationId }: Actor, on: string | undefined) {
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const { time_zone: timeZone, created_at: foundedAt } = await readOrganisation(db, organisationId)
    const at = on === undefined ? null : endOf(on, timeZone)
    const [units, positions, lines, unplaced] = [
      await unitsAt(db, organisationId, at),
      await positionsAt(db, organisationId, at),
      await linesAt(db, organisationId, at),
      await withoutPosition(db, organisationId, at),
    ]
    const first = Math.min(foundedAt.getTime(), ...lines.map((line) => line.since.getTime()))
    return {
      on: on ?? null,
      begins: dayIn(timeZone, new Date(first)),
      units,
      positions: positions.map((row) => ({ ...row, vacantSince: row.vacantSince?.toISOString() ?? null })),
      lines: lines.map((row) => ({ ...row, since: row.since.toISOString() })),
      unplaced,
    }
  })
}

function endOf(day: string, timeZone: string): Date {
  const next = Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(timeZone)
  return new Date(next.epochMilliseconds)
}

/** Whether a row that begins and may end was there at that moment; null asks for now. */
function stood(begins: string, ends: string, at: Date | null) {
  const end = sql.ref(ends)
  return at === null
    ? sql<boolean>`${end} is null`
    : sql<boolean>`${sql.ref(begins)} < ${at} and (${end} is null or ${end} >= ${at})`
}

interface UnitRow {
  readonly id: string
  readonly parentId: string | null
  readonly name: string
  readonly kind: UnitKind
  readonly centre: boolean
  readonly representative: Person | null
}

async function unitsAt(db: Db, organisationId: string, at: Date | null): Promise<UnitRow[]> {
  const since = at === null ? sql`true` : sql`r.since < ${at}`
  const { rows } = await sql<UnitRow>`
    select u.id, u.parent_id as "parentId", u.name, u.kind, u.centre,
      (select json_build_object('id', o.id, 'name', o.name) from organisation_representatives r
        join organisation_people o on o.organisation_id = ${organisationId} and o.id = r.person_id and o.active
        where r.organisation_id = ${organisationId} and r.unit_id = u.id and ${since}) as representative
    from organisation_units u
    where u.organisation_id = ${organisationId} and (u.parent_id is null or ${stood('u.created_at', 'u.closed_at', at)})
    order by u.created_at, u.id`.execute(db)
  return rows
}

interface PositionRow {
  readonly id: string
  readonly unitId: string
  readonly title: string
  readonly duty: string | null
  readonly person: Person | null
  readonly vacantSince: Date | null
}

/** Now, whoever sits there; of a past day, whoever held it then. */
async function positionsAt(db: Db, organisationId: string, at: Date | null): Promise<PositionRow[]> {
  const holder =
    at === null
      ? sql`p.person_id`
      : sql`(select h.person_id from organisation_position_holders h
          where h.organisation_id = ${organisationId} and h.position_id = p.id and h.since < ${at} and (h.until is null or h.until >= ${at})
          order by h.since desc limit 1)`
  const { rows } = await sql<PositionRow>`
    select p.id, p.unit_id as "unitId", p.title, p.duty, case when p.person_id is null then p.vacant_since end as "vacantSince",
      (select json_build_object('id', o.id, 'name', o.name) from organisation_people o where o.organisation_id = ${organisationId} and o.id = ${holder}) as person
    from organisation_positions p
    where p.organisation_id = ${organisationId} and ${stood('p.created_at', 'p.closed_at', at)} order by p.created_at, p.id`.execute(
    db,
  )
  return rows
}

interface LineRow {
  readonly kind: LineKind
  readonly positionId: string
  readonly superiorId: string
  readonly since: Date
}

async function linesAt(db: Db, organisationId: string, at: Date | null): Promise<LineRow[]> {
  const { rows } = await sql<LineRow>`
    select l.kind, l.position_id as "positionId", l.superior_id as "superiorId", l.since from organisation_reporting_lines l
    where l.organisation_id = ${organisationId} and ${stood('l.since', 'l.until', at)} order by l.since, l.id`.execute(
    db,
  )
  return rows
}

async function withoutPosition(db: Db, organisationId: string, at: Date | null): Promise<Person[]> {
  if (at !== null) return []
  const { rows } = await sql<Person>`
    select o.id, o.name from organisation_people o where o.organisation_id = ${organisationId} and o.active
      and not exists (select from organisation_positions p where p.organisation_id = ${organisationId} and p.person_id = o.id and p.closed_at is null)
    order by o.name, o.id limit 500`.execute(db)
  return rows
}
