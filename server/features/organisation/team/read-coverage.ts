import { sql } from 'kysely'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { countPeople, findGaps, USUAL_COVER, type CoverPerson, type CoverRegion } from '../domain/coverage.ts'
import { holidaysOf } from '../domain/holidays.ts'
import { readOrganisation } from '../store.ts'
import { selectUnits, type UnitRecord } from '../units/store.ts'

const FOUR_WEEKS_MS = 28 * 86_400_000

/** Where somebody is missing, and how many people each region has in each hour of the week. */
export function readCoverage(kernel: Kernel, { organisationId, language }: Actor) {
  const now = kernel.clock.now()
  const soon = {
    from: now.toISOString().slice(0, 10),
    to: new Date(now.getTime() + FOUR_WEEKS_MS).toISOString().slice(0, 10),
  }
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const { time_zone: timeZone } = await readOrganisation(db, organisationId)
    const units = (await selectUnits(db, organisationId)).filter((unit) => unit.closedAt === null)
    const seats = await readSeats(db, organisationId)
    const regions = units
      .filter((unit) => unit.kind === 'region')
      .map((unit) => ({ unit, cover: regionOf(unit, units, seats, timeZone) }))
    const active = await activePeople(db, organisationId)
    return {
      gaps: findGaps({
        departments: units
          .filter((unit) => unit.kind === 'department')
          .map(({ id, name, representative }) => ({
            id,
            name,
            represented: representative !== null && active.has(representative.person.id),
          })),
        regions: regions.map(({ cover }) => cover),
        coreTeam: [...active.values()].filter((core) => core).length,
        now,
      }),
      weeks: await Promise.all(
        regions.map(async ({ unit, cover }) => ({
          unit: { id: unit.id, name: unit.name, kind: unit.kind },
          timeZone: cover.timeZone,
          people: countPeople(cover.people, cover.timeZone, now),
          wanted: cover.wanted,
          unsaid: cover.people.filter((person) => person.hours === null).length,
          holidays: unit.country === null ? [] : [...(await holidaysOf(unit.country, soon, language))],
        })),
      ),
    }
  })
}

interface Seat {
  readonly id: string
  readonly unitId: string
  readonly reviewer: boolean
  readonly vacantSince: Date | null
  /** Null where nobody with an open account sits there. */
  readonly person: (CoverPerson & { readonly id: string }) | null
}

function regionOf(
  unit: UnitRecord,
  units: readonly UnitRecord[],
  seats: readonly Seat[],
  usualZone: string,
): CoverRegion {
  const above = new Set(pathOf(unit, units))
  const centres = new Set(units.filter((one) => one.centre && above.has(one.parentId ?? '')).map((one) => one.id))
  const inside = seats.filter((seat) => pathOf({ id: seat.unitId }, units).includes(unit.id))
  return {
    id: unit.id,
    name: unit.name,
    timeZone: unit.timeZone ?? usualZone,
    language: unit.locale?.split('-')[0] ?? null,
    wanted: unit.coverHours ?? USUAL_COVER,
    people: peopleOf(inside),
    centre: peopleOf(seats.filter((seat) => centres.has(seat.unitId))),
    reviewers: inside
      .filter((seat) => seat.reviewer)
      .map((seat) => ({
        positionId: seat.id,
        filled: seat.person !== null,
        vacantSince: seat.vacantSince?.toISOString() ?? null,
      })),
  }
}

/** A unit and all above it. */
function pathOf(unit: Pick<UnitRecord, 'id'>, units: readonly UnitRecord[]): string[] {
  const path: string[] = []
  for (let at: string | null = unit.id; at !== null && !path.includes(at);) {
    path.push(at)
    const here: string = at
    at = units.find((one) => one.id === here)?.parentId ?? null
  }
  return path
}

/** Each person once, however many seats they have. */
function peopleOf(seats: readonly Seat[]): CoverPerson[] {
  return [...new Map(seats.flatMap(({ person }) => (person === null ? [] : [[person.id, person] as const]))).values()]
}

async function readSeats(db: Db, organisationId: string): Promise<Seat[]> {
  const { rows } = await sql<Seat>`
    select p.id, p.unit_id as "unitId", p.duty is not distinct from 'regional-reviewer' as reviewer, p.vacant_since as "vacantSince",
      case when o.id is null then null else json_build_object('id', o.id, 'languages', o.languages, 'hours', o.working_hours) end as person
    from organisation_positions p left join organisation_people o on o.organisation_id = ${organisationId} and o.id = p.person_id and o.active
    where p.organisation_id = ${organisationId} and p.closed_at is null order by p.created_at, p.id`.execute(db)
  return rows
}

/** People with an open account, and whether they are of the core team. */
async function activePeople(db: Db, organisationId: string): Promise<ReadonlyMap<string, boolean>> {
  const rows = await db
    .selectFrom('organisation_people')
    .select(['id', 'core_team'])
    .where('organisation_id', '=', organisationId)
    .where('active', '=', true)
    .execute()
  return new Map(rows.map((row) => [row.id, row.core_team]))
}
