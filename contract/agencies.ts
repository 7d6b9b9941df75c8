import { z } from 'zod'
import { ACTIVITIES } from './actions.ts'
import { Id, Line, LocalDate, PersonReference, Prose, Version } from './kinds.ts'
import { route } from './route.ts'

export const AGENCY_STATES = ['working', 'ended', 'without-owner', 'closed'] as const
export type AgencyState = (typeof AGENCY_STATES)[number]

const tag = 'Organisation'
const may = 'agencies.change'
const Named = z.object({ id: Id, name: z.string() })

export const Agency = z.object({
  id: Id,
  name: z.string(),
  description: z.string(),
  state: z.enum(AGENCY_STATES),
  /** Who answers for it inside; null only where terms were never given. */
  owner: PersonReference.nullable(),
  endsOn: LocalDate.nullable(),
  activities: z.array(z.enum(ACTIVITIES)),
  channels: z.array(Named),
  campaigns: z.array(Named),
  /** Its people who have an account here. */
  guests: z.array(PersonReference),
  version: Version,
})

const Terms = z.object({
  name: Line(120),
  description: Prose(2000),
  ownerId: Id,
  endsOn: LocalDate,
  activities: z.array(z.enum(ACTIVITIES)).max(ACTIVITIES.length),
  channelIds: z.array(Id).max(500),
  campaignIds: z.array(Id).max(500),
})

export const agencies = {
  list: route({
    method: 'GET',
    path: '/agencies',
    may: 'people.read',
    summary: 'Agencies and what each was given',
    tag,
  }).output(z.object({ items: z.array(Agency) })),
  create: route({
    method: 'POST',
    path: '/agencies',
    may,
    summary: 'Add an agency with its owner here, its end and what it is given',
    tag,
    status: 201,
  })
    .input(Terms.partial({ description: true }).extend({ parentId: Id.optional() }))
    .output(Agency),
  change: route({ method: 'PATCH', path: '/agencies/{id}', may, summary: "Change an agency's terms", tag })
    .input(Terms.partial().extend({ id: Id }))
    .output(Agency),
}
