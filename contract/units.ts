import { z } from 'zod'
import { UNIT_KINDS } from './actions.ts'
import { Id, Instant, Line, LocalDate, PersonReference, Prose, TimeZone, Version } from './kinds.ts'
import { route } from './route.ts'

/** What can be added below the company. Agencies are added with their terms, which see. */
export const ADDABLE_KINDS = ['brand', 'region', 'department', 'team'] as const
export type AddableKind = (typeof ADDABLE_KINDS)[number]

const tag = 'Organisation'
const Clock = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, { error: 'time.not-a-clock' })
/** From one clock time to a later one of the same day; `24:00` is its end. */
export const Span = z
  .object({ from: Clock, until: Clock })
  .refine(({ from, until }) => from < until, { error: 'time.order', path: ['until'] })
/** Seven days, Monday first; null for a day off. */
export const Week = z.array(Span.nullable()).length(7, { error: 'time.not-a-week' })
/** A language and, where it matters, a country: `de-DE`. */
const Locale = z
  .string()
  .regex(/^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/, { error: 'text.not-a-locale' })
const Country = z.string().regex(/^[A-Z]{2}$/, { error: 'text.not-a-country' })

export const Unit = z.object({
  id: Id,
  parentId: Id.nullable(),
  kind: z.enum(UNIT_KINDS),
  name: z.string(),
  description: z.string(),
  /** Acts for the whole of the unit above it. */
  centre: z.boolean(),
  locale: z.string().nullable(),
  timeZone: z.string().nullable(),
  country: z.string().nullable(),
  /** When somebody should be there, by the clock of the unit. */
  coverHours: Week.nullable(),
  /** Open positions here, without those below. */
  positions: z.number().int(),
  vacant: z.number().int(),
  representative: z.object({ person: PersonReference, deputy: PersonReference.nullable() }).nullable(),
  createdAt: Instant,
  closedAt: Instant.nullable(),
  version: Version,
})

const Details = z.object({
  name: Line(120),
  description: Prose(2000).optional(),
  centre: z.boolean().optional(),
  locale: Locale.nullable().optional(),
  timeZone: TimeZone.nullable().optional(),
  country: Country.nullable().optional(),
  coverHours: Week.nullable().optional(),
})

export const units = {
  list: route({ method: 'GET', path: '/units', may: 'people.read', summary: 'All units, closed ones too', tag }).output(
    z.object({ items: z.array(Unit) }),
  ),
  read: route({ method: 'GET', path: '/units/{id}', may: 'people.read', summary: 'A unit', tag })
    .input(z.object({ id: Id }))
    .output(Unit),
  create: route({
    method: 'POST',
    path: '/units',
    may: 'structure.change',
    summary: 'Add a brand, region, department or team',
    tag,
    status: 201,
  })
    .input(Details.extend({ parentId: Id, kind: z.enum(ADDABLE_KINDS) }))
    .output(Unit),
  change: route({
    method: 'PATCH',
    path: '/units/{id}',
    may: 'structure.change',
    summary: 'Rename, describe or move a unit',
    tag,
  })
    .input(Details.partial().extend({ id: Id, parentId: Id.optional() }))
    .output(Unit),
  close: route({
    method: 'POST',
    path: '/units/{id}/closure',
    may: 'structure.change',
    summary: 'Close a unit that has no open positions and no open units below it',
    tag,
  })
    .input(z.object({ id: Id }))
    .output(Unit),
  reopen: route({
    method: 'DELETE',
    path: '/units/{id}/closure',
    may: 'structure.change',
    summary: 'Open a closed unit again',
    tag,
  })
    .input(z.object({ id: Id }))
    .output(Unit),
  holidays: route({
    method: 'GET',
    path: '/units/{id}/holidays',
    may: 'people.read',
    summary: "Public holidays of a unit's country in the twelve months from a day on",
    tag,
  })
    .input(z.object({ id: Id, from: LocalDate.optional() }))
    .output(z.object({ items: z.array(z.object({ on: LocalDate, name: z.string() })) })),
  countries: route({
    method: 'GET',
    path: '/countries',
    may: 'people.read',
    summary: 'The countries whose holidays are known, by code',
    tag,
  }).output(z.object({ items: z.array(z.string()) })),
}
