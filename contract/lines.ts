import { z } from 'zod'
import { UNIT_KINDS } from './actions.ts'
import { Id, Instant, LocalDate, Page, PageRequest, PersonReference } from './kinds.ts'
import { route } from './route.ts'

/** Approval and visibility follow the functional line; matters of people the administrative one. */
export const LINE_KINDS = ['functional', 'administrative'] as const
export type LineKind = (typeof LINE_KINDS)[number]

const tag = 'Organisation'
const ofPosition = z.object({ positionId: Id, kind: z.enum(LINE_KINDS) })

export const ChartUnit = z.object({
  id: Id,
  parentId: Id.nullable(),
  name: z.string(),
  kind: z.enum(UNIT_KINDS),
  /** A centre of excellence: it acts for the whole of the unit above it. */
  centre: z.boolean(),
  representative: PersonReference.nullable(),
})
export const ChartPosition = z.object({
  id: Id,
  unitId: Id,
  title: z.string(),
  duty: z.string().nullable(),
  /** Who held it on that day; null where it was vacant. */
  person: PersonReference.nullable(),
  vacantSince: Instant.nullable(),
})
export const ChartLine = z.object({ kind: z.enum(LINE_KINDS), positionId: Id, superiorId: Id, since: Instant })

export const ReportingLine = z.object({
  id: Id,
  kind: z.enum(LINE_KINDS),
  superior: z.object({ id: Id, title: z.string(), person: PersonReference.nullable() }),
  since: Instant,
  until: Instant.nullable(),
})

export const lines = {
  chart: route({
    method: 'GET',
    path: '/lines',
    may: 'people.read',
    summary: 'Units, positions and both reporting lines, as they are or as they were at the end of a day',
    tag,
  })
    .input(z.object({ on: LocalDate.optional() }))
    .output(
      z.object({
        on: LocalDate.nullable(),
        /** The first day there is anything to show of. */
        begins: LocalDate,
        units: z.array(ChartUnit),
        positions: z.array(ChartPosition),
        lines: z.array(ChartLine),
        /** People with an account who hold no position. */
        unplaced: z.array(PersonReference),
      }),
    ),
  set: route({
    method: 'PUT',
    path: '/positions/{positionId}/lines/{kind}',
    may: 'structure.change',
    summary: 'Say whom a position reports to; ends the line that held until now, refuses a circle',
    tag,
  })
    .input(ofPosition.extend({ superiorId: Id }))
    .output(ofPosition.extend({ superiorId: Id, before: Id.nullable() })),
  end: route({
    method: 'DELETE',
    path: '/positions/{positionId}/lines/{kind}',
    may: 'structure.change',
    summary: 'End the line of a position; it stays in its history',
    tag,
  })
    .input(ofPosition)
    .output(ofPosition.extend({ before: Id.nullable() })),
  history: route({
    method: 'GET',
    path: '/positions/{positionId}/lines',
    may: 'people.read',
    summary: 'Whom a position reported to and reports to, newest first',
    tag,
  })
    .input(PageRequest.extend({ positionId: Id }))
    .output(Page(ReportingLine)),
}
