import { z } from 'zod'
import { Id, Instant, Line, Page, PageRequest, PersonReference, Prose, Version } from './kinds.ts'
import { route } from './route.ts'

/** What approvals look for in a position. */
export const DUTIES = ['regional-reviewer', 'legal', 'brand', 'press', 'data-protection'] as const
export type Duty = (typeof DUTIES)[number]

const tag = 'Organisation'

export const Position = z.object({
  id: Id,
  unit: z.object({ id: Id, name: z.string() }),
  title: z.string(),
  /** The job description. */
  description: z.string(),
  duty: z.enum(DUTIES).nullable(),
  person: PersonReference.nullable(),
  vacantSince: Instant.nullable(),
  createdAt: Instant,
  closedAt: Instant.nullable(),
  version: Version,
})

const Details = z.object({
  unitId: Id,
  title: Line(120),
  description: Prose(10_000).optional(),
  duty: z.enum(DUTIES).nullable().optional(),
  personId: Id.nullable().optional(),
})

export const positions = {
  list: route({
    method: 'GET',
    path: '/positions',
    may: 'people.read',
    summary: 'Open positions, oldest first; of one unit or person where named',
    tag,
  })
    .input(PageRequest.extend({ unitId: Id.optional(), personId: Id.optional() }))
    .output(Page(Position)),
  read: route({ method: 'GET', path: '/positions/{id}', may: 'people.read', summary: 'A position', tag })
    .input(z.object({ id: Id }))
    .output(Position),
  create: route({
    method: 'POST',
    path: '/positions',
    may: 'structure.change',
    summary: 'Add a position, vacant or filled, with whom it reports to where named',
    tag,
    status: 201,
  })
    .input(
      Details.extend({
        functionalSuperiorId: Id.nullable().optional(),
        administrativeSuperiorId: Id.nullable().optional(),
      }),
    )
    .output(Position),
  change: route({
    method: 'PATCH',
    path: '/positions/{id}',
    may: 'structure.change',
    summary: 'Change a position: what it is, where it is, who fills it',
    tag,
  })
    .input(Details.partial().extend({ id: Id }))
    .output(Position),
  close: route({
    method: 'POST',
    path: '/positions/{id}/closure',
    may: 'structure.change',
    summary: 'Close a position; whoever filled it keeps the account',
    tag,
  })
    .input(z.object({ id: Id }))
    .output(Position),
  reopen: route({
    method: 'DELETE',
    path: '/positions/{id}/closure',
    may: 'structure.change',
    summary: 'Open a closed position again, vacant',
    tag,
  })
    .input(z.object({ id: Id }))
    .output(Position),
}
