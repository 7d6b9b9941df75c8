import { z } from 'zod'
import {
  Gone,
  Id,
  Instant,
  Line,
  LocalDate,
  Page,
  PageRequest,
  PersonReference,
  Prose,
  TimeZone,
  Version,
} from './kinds.ts'
import { DUTIES } from './positions.ts'
import { route } from './route.ts'
import { Week } from './units.ts'

/** How far somebody can help with a topic. */
export const EXPERT_LEVELS = ['knows', 'advises', 'leads'] as const
export type ExpertLevel = (typeof EXPERT_LEVELS)[number]

const tag = 'Organisation'

/** A language by its code: `de`. */
export const SpokenLanguage = z.string().regex(/^[a-z]{2,3}$/, { error: 'text.not-a-language' })
export const WorkingHours = z.object({ timeZone: TimeZone, week: Week })

export const Absence = z.object({
  id: Id,
  person: PersonReference,
  fromOn: LocalDate,
  untilOn: LocalDate,
  /** Who stands in. */
  delegate: PersonReference.nullable(),
  createdAt: Instant,
})
export const Expertise = z.object({ topic: z.string(), level: z.enum(EXPERT_LEVELS), note: z.string() })
export const HeldPosition = z.object({
  id: Id,
  title: z.string(),
  duty: z.enum(DUTIES).nullable(),
  unit: z.object({ id: Id, name: z.string() }),
})

export const Profile = z.object({
  id: Id,
  name: z.string(),
  languages: z.array(z.string()),
  coreTeam: z.boolean(),
  positions: z.array(HeldPosition.extend({ description: z.string() })),
  represents: z.array(z.object({ id: Id, name: z.string() })),
  expertise: z.array(Expertise),
  /** Only for oneself, superiors on the administrative line, and whoever may change people; null for others. */
  personal: z
    .object({
      workingHours: WorkingHours.nullable(),
      absences: z.array(Absence),
      /** Posts planned by this person for the next seven days, and campaigns of theirs that run now. */
      workload: z.object({ posts: z.number().int(), campaigns: z.number().int() }),
    })
    .nullable(),
  /** Whether the caller may change this profile. */
  mayChange: z.boolean(),
  version: Version,
})

const Away = z.object({ fromOn: LocalDate, untilOn: LocalDate, delegateId: Id.nullable().optional() })

export const profiles = {
  read: route({
    method: 'GET',
    path: '/people/{id}/profile',
    may: 'people.read',
    summary: 'What a person is there for, speaks and knows; hours, absences and workload only for those they concern',
    tag,
  })
    .input(z.object({ id: Id }))
    .output(Profile),
  change: route({
    method: 'PATCH',
    path: '/people/{id}/profile',
    may: 'signed-in',
    summary: 'Change languages, working hours and expertise: one’s own, or of people one is responsible for',
    tag,
  })
    .input(
      z.object({
        id: Id,
        languages: z.array(SpokenLanguage).max(20).optional(),
        workingHours: WorkingHours.nullable().optional(),
        expertise: z
          .array(z.object({ topic: Line(80), level: z.enum(EXPERT_LEVELS), note: Prose(300).optional() }))
          .max(30)
          .optional(),
      }),
    )
    .output(Profile),
}

export const absences = {
  list: route({
    method: 'GET',
    path: '/absences',
    may: 'signed-in',
    summary: 'Absences of now and later that one may see: one’s own, and of people one is responsible for',
    tag,
  })
    .input(PageRequest.extend({ personId: Id.optional() }))
    .output(Page(Absence)),
  create: route({
    method: 'POST',
    path: '/absences',
    may: 'signed-in',
    summary: 'Say when somebody is away and who stands in; without a person it is one’s own',
    tag,
    status: 201,
  })
    .input(Away.extend({ personId: Id.optional() }))
    .output(Absence),
  remove: route({
    method: 'DELETE',
    path: '/absences/{id}',
    may: 'signed-in',
    summary: 'Take an absence back',
    tag,
  })
    .input(z.object({ id: Id }))
    .output(Gone),
}

export const experts = {
  list: route({
    method: 'GET',
    path: '/experts',
    may: 'people.read',
    summary: 'Who knows what, by topic; those who lead it first',
    tag,
  }).output(
    z.object({
      items: z.array(
        z.object({
          topic: z.string(),
          experts: z.array(
            z.object({
              person: PersonReference,
              level: z.enum(EXPERT_LEVELS),
              note: z.string(),
              positions: z.array(HeldPosition),
              languages: z.array(z.string()),
            }),
          ),
        }),
      ),
    }),
  ),
}
