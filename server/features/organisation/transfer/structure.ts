import type { Db } from '#server/kernel/database/database.ts'
import { positions, showPosition, type PositionRecord } from '../positions/store.ts'
import { selectUnits, type UnitRecord } from '../units/store.ts'
import { folded } from './list-words.ts'

/** Between the names of a path: `Sales / DACH`. */
export const STEP = ' / '

/** What a list can refer to, kept up to date while rows are brought in. */
export interface Structure {
  readonly units: Map<string, UnitRecord>
  readonly positions: Map<string, PositionRecord>
  /** People with an open account, by e-mail address. */
  readonly people: ReadonlyMap<
    string,
    {
      readonly id: string
      readonly name: string
      readonly active: boolean
      readonly role: string
      readonly languages: readonly string[]
    }
  >
}

/** Loads all open units and positions, and everybody. */
export async function loadStructure(db: Db, organisationId: string): Promise<Structure> {
  const units = (await selectUnits(db, organisationId)).filter((unit) => unit.closedAt === null)
  const seats = await positions(db, organisationId)
    .where('p.closed_at', 'is', null)
    .orderBy('p.created_at')
    .orderBy('p.id')
    .execute()
  const people = await db
    .selectFrom('organisation_people')
    .select(['id', 'name', 'email', 'active', 'role', 'languages'])
    .where('organisation_id', '=', organisationId)
    .execute()
  return {
    units: new Map(units.map((unit) => [unit.id, unit])),
    positions: new Map(seats.map((row) => [row.id, showPosition(row)])),
    people: new Map(people.map((person) => [person.email.toLowerCase(), person])),
  }
}

/** The names from below the company down to a unit; the company's own name for the company. */
export function pathOf({ units }: Structure, unit: UnitRecord): string {
  const names: string[] = [unit.name]
  for (let at = parentOf(units, unit); at !== null && at.parentId !== null; at = parentOf(units, at))
    names.unshift(at.name)
  return names.join(STEP)
}

function parentOf(units: ReadonlyMap<string, UnitRecord>, unit: UnitRecord): UnitRecord | null {
  return unit.parentId === null ? null : (units.get(unit.parentId) ?? null)
}

export type Found<T> =
  | { readonly found: T }
  | { readonly code: 'import.unknown-unit' | 'import.ambiguous' | 'import.unknown-position' }

/** The unit that a cell names: by its name where only one has it, else by its path. Empty names the company. */
export function findUnit(structure: Structure, text: string): Found<UnitRecord> {
  const all = [...structure.units.values()]
  if (text === '')
    return oneOf(
      all.filter((unit) => unit.parentId === null),
      'import.unknown-unit',
    )
  const wanted = text.split('/').map(folded)
  const matching = all.filter((unit) => {
    const path = pathOf(structure, unit).split(STEP).map(folded)
    return (
      path.length >= wanted.length && wanted.every((name, place) => path[path.length - wanted.length + place] === name)
    )
  })
  const exact = matching.filter((unit) => pathOf(structure, unit).split(STEP).length === wanted.length)
  return oneOf(exact.length === 1 ? exact : matching, 'import.unknown-unit')
}

/** The position that a cell names: by the e-mail address of whoever holds it, by its title, or by title and unit: `Head / Sales`. */
export function findPosition(structure: Structure, text: string): Found<PositionRecord> {
  const all = [...structure.positions.values()]
  if (text.includes('@')) {
    const person = structure.people.get(text.toLowerCase())
    return oneOf(
      all.filter((position) => position.person !== null && position.person.id === person?.id),
      'import.unknown-position',
    )
  }
  const [title = '', ...unit] = text.split('/')
  const place = unit.length === 0 ? null : findUnit(structure, unit.join('/').trim())
  return oneOf(
    all.filter(
      (position) =>
        folded(position.title) === folded(title) &&
        (place === null || ('found' in place && position.unit.id === place.found.id)),
    ),
    'import.unknown-position',
  )
}

function oneOf<T>(matching: readonly T[], none: 'import.unknown-unit' | 'import.unknown-position'): Found<T> {
  const [first] = matching
  if (first === undefined) return { code: none }
  return matching.length > 1 ? { code: 'import.ambiguous' } : { found: first }
}
