import { z } from 'zod'
import { Gone, Id, Instant, Line, Page, PageRequest, PersonReference, Prose, Version } from './kinds.ts'
import { route } from './route.ts'
import { Risk } from './workflows.ts'

const tag = 'Stakeholders'

/** How far somebody has come along with what the organisation does; resisting stands beside the path. */
export const ADOPTION_LEVELS = ['unaware', 'aware', 'trying', 'adopting', 'advocating', 'resisting'] as const
const Scale = z.number().int().min(1).max(5)

export const Stakeholder = z.object({
  id: Id,
  name: z.string(),
  /** Who they are to the organisation: "works council", "city press". */
  role: z.string(),
  note: z.string(),
  adoption: z.enum(ADOPTION_LEVELS),
  risk: Risk,
  interest: Scale,
  influence: Scale,
  /** The unit or campaign whose posts their risk bears on. */
  unit: z.object({ id: Id, name: z.string() }).nullable(),
  campaign: z.object({ id: Id, title: z.string() }).nullable(),
  owner: PersonReference.nullable(),
  createdAt: Instant,
  version: Version,
})
const Fields = z.object({
  name: Line(120),
  role: Prose(200).default(''),
  note: Prose(5000).default(''),
  adoption: z.enum(ADOPTION_LEVELS).default('unaware'),
  risk: Risk.default('low'),
  interest: Scale.default(3),
  influence: Scale.default(3),
  unitId: Id.nullable().default(null),
  campaignId: Id.nullable().default(null),
  ownerId: Id.nullable().default(null),
})
const ById = z.object({ id: Id })

export const stakeholders = {
  list: route({
    method: 'GET',
    path: '/stakeholders',
    may: 'stakeholders.read',
    summary: 'The register of stakeholders',
    tag,
  })
    .input(PageRequest)
    .output(Page(Stakeholder)),
  one: route({ method: 'GET', path: '/stakeholders/{id}', may: 'stakeholders.read', summary: 'One stakeholder', tag })
    .input(ById)
    .output(Stakeholder),
  create: route({
    method: 'POST',
    path: '/stakeholders',
    may: 'stakeholders.change',
    summary: 'Add a stakeholder',
    tag,
    status: 201,
  })
    .input(Fields)
    .output(Stakeholder),
  change: route({
    method: 'PATCH',
    path: '/stakeholders/{id}',
    may: 'stakeholders.change',
    summary: 'Change a stakeholder',
    tag,
  })
    .input(
      z.object({
        id: Id,
        name: Line(120).optional(),
        role: Prose(200).optional(),
        note: Prose(5000).optional(),
        adoption: z.enum(ADOPTION_LEVELS).optional(),
        risk: Risk.optional(),
        interest: Scale.optional(),
        influence: Scale.optional(),
        unitId: Id.nullable().optional(),
        campaignId: Id.nullable().optional(),
        ownerId: Id.nullable().optional(),
      }),
    )
    .output(Stakeholder),
  remove: route({
    method: 'DELETE',
    path: '/stakeholders/{id}',
    may: 'stakeholders.change',
    summary: 'Take a stakeholder out of the register',
    tag,
  })
    .input(ById)
    .output(Gone),
  restore: route({
    method: 'POST',
    path: '/stakeholders/{id}/restoration',
    may: 'stakeholders.change',
    summary: 'Bring a removed stakeholder back',
    tag,
  })
    .input(ById)
    .output(Stakeholder),
}
