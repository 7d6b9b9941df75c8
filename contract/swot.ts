import { z } from 'zod'
import { WebAddress } from './competitors.ts'
import { Gone, Id, Instant, Line, LocalDate, Version } from './kinds.ts'
import { route } from './route.ts'

const tag = 'Audit'
const may = 'goals.change'

/** Inside the house: strengths and weaknesses; outside: opportunities and threats. */
export const QUADRANTS = ['strength', 'weakness', 'opportunity', 'threat'] as const
export const Quadrant = z.enum(QUADRANTS)

/** What a line rests on. */
export const EVIDENCE_KINDS = ['account', 'competitor', 'address'] as const
const EvidenceInput = z.object({
  kind: z.enum(EVIDENCE_KINDS),
  /** Of an account or a competitor. */
  id: Id.nullable().optional(),
  url: WebAddress.nullable().optional(),
})
export const Evidence = z.object({
  kind: z.enum(EVIDENCE_KINDS),
  id: Id.nullable(),
  url: z.string().nullable(),
  /** Its name today; null where it is gone. */
  title: z.string().nullable(),
})

export const SwotLine = z.object({
  id: Id,
  quadrant: Quadrant,
  text: z.string(),
  evidence: z.array(Evidence),
  tasks: z.array(z.object({ id: Id, title: z.string(), state: z.string() })),
  createdAt: Instant,
  version: Version,
})
const SwotFields = z.object({
  quadrant: Quadrant,
  text: Line(500),
  evidence: z.array(EvidenceInput).max(10).default([]),
})
const ById = z.object({ id: Id })

export const swot = {
  list: route({
    method: 'GET',
    path: '/swot',
    may: 'strategy.read',
    summary: 'Strengths, weaknesses, opportunities and threats, oldest first; at most 200',
    tag,
  }).output(z.object({ items: z.array(SwotLine) })),
  create: route({ method: 'POST', path: '/swot', may, summary: 'Write a line of the SWOT', tag, status: 201 })
    .input(SwotFields)
    .output(SwotLine),
  change: route({ method: 'PATCH', path: '/swot/{id}', may, summary: 'Change a line of the SWOT', tag })
    .input(SwotFields.partial().extend({ id: Id, evidence: z.array(EvidenceInput).max(10).optional() }))
    .output(SwotLine),
  remove: route({ method: 'DELETE', path: '/swot/{id}', may, summary: 'Take a line out of the SWOT', tag })
    .input(ById)
    .output(Gone),
  restore: route({
    method: 'POST',
    path: '/swot/{id}/restoration',
    may,
    summary: 'Bring a removed line back',
    tag,
  })
    .input(ById)
    .output(SwotLine),
  task: route({
    method: 'POST',
    path: '/swot/{id}/tasks',
    may: 'plans.change',
    summary: 'Make a task of a line of the SWOT',
    tag,
    status: 201,
  })
    .input(
      z.object({
        id: Id,
        title: Line(),
        ownerId: Id.nullable().optional(),
        dueOn: LocalDate.nullable().optional(),
        planId: Id.nullable().optional(),
      }),
    )
    .output(z.object({ id: Id, title: z.string() })),
}
