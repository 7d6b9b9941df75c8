import { z } from 'zod'
import { UNIT_KINDS } from './actions.ts'
import { Id, Instant, LocalDate, PersonReference } from './kinds.ts'
import { HeldPosition } from './profiles.ts'
import { route } from './route.ts'
import { Week } from './units.ts'

/** The core team is small on purpose: two can stand in for each other, more than four no longer agree in a minute. */
export const CORE_TEAM_SIZE = { fewest: 2, most: 4 } as const

/** What can be missing. */
export const GAPS = ['core-team', 'representative', 'reviewer', 'language', 'hours'] as const
export type GapKind = (typeof GAPS)[number]

const tag = 'Organisation'
const UnitReference = z.object({ id: Id, name: z.string() })

export const Representation = z.object({
  unit: UnitReference,
  person: PersonReference.nullable(),
  deputy: PersonReference.nullable(),
  since: Instant.nullable(),
})
export const Gap = z.object({
  kind: z.enum(GAPS),
  /** Null for the core team. */
  unit: UnitReference.nullable(),
  /** Of the reviewer's position, where there is one and it is vacant. */
  positionId: Id.nullable(),
  vacantSince: Instant.nullable(),
  /** The language nobody there speaks. */
  language: z.string().nullable(),
  /** How many people the core team has. */
  count: z.number().int().nullable(),
  /** Hours a week in which nobody is there though somebody should, with the days they fall on (1 is Monday). */
  hours: z.number().int().nullable(),
  days: z.array(z.number().int()),
})
/** How many people are there in each hour of a region's week, by its own clock. It says how many, never who. */
export const RegionWeek = z.object({
  unit: UnitReference.extend({ kind: z.enum(UNIT_KINDS) }),
  timeZone: z.string(),
  /** Seven days of 24 hours, Monday first. */
  people: z.array(z.array(z.number().int())),
  wanted: Week,
  /** How many have not said when they work, and are therefore not counted. */
  unsaid: z.number().int(),
  /** The public holidays of the coming four weeks. */
  holidays: z.array(z.object({ on: LocalDate, name: z.string() })),
})

export const team = {
  read: route({
    method: 'GET',
    path: '/team',
    may: 'people.read',
    summary: 'The core team, and who represents each department',
    tag,
  }).output(
    z.object({
      core: z.array(
        z.object({ person: PersonReference, positions: z.array(HeldPosition), languages: z.array(z.string()) }),
      ),
      representatives: z.array(Representation),
    }),
  ),
  setCore: route({
    method: 'PUT',
    path: '/people/{id}/core-team',
    may: 'structure.change',
    summary: 'Take a person into the core team, or out of it',
    tag,
  })
    .input(z.object({ id: Id, member: z.boolean() }))
    .output(z.object({ id: Id, member: z.boolean(), size: z.number().int() })),
  setRepresentative: route({
    method: 'PUT',
    path: '/units/{id}/representative',
    may: 'structure.change',
    summary: 'Name who represents a unit and who stands in; without a person it has none',
    tag,
  })
    .input(z.object({ id: Id, personId: Id.nullable(), deputyId: Id.nullable().optional() }))
    .output(Representation),
  coverage: route({
    method: 'GET',
    path: '/coverage',
    may: 'people.read',
    summary: 'Where somebody is missing: departments, reviewers, languages and hours of regions',
    tag,
  }).output(z.object({ gaps: z.array(Gap), weeks: z.array(RegionWeek) })),
}
