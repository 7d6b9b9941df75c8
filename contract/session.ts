import { z } from 'zod'
import { ACTIONS, HOLDING_RULES, LEVELS, ROLES } from './actions.ts'
import { Gone, Id, Instant, Language, Line, Page, TimeZone } from './kinds.ts'
import { route } from './route.ts'

export const Me = z.object({
  person: z.object({ id: Id, name: z.string(), email: z.string() }),
  organisation: z.object({
    id: Id,
    name: z.string(),
    slug: z.string(),
    timeZone: z.string(),
    language: Language,
    currency: z.string(),
    sample: z.boolean(),
  }),
  /** All organisations this person belongs to, for the switch at the top. */
  organisations: z.array(z.object({ id: Id, name: z.string(), sample: z.boolean() })),
  role: z.enum(ROLES),
  level: z.enum(LEVELS),
  actions: z.array(z.enum(ACTIONS)),
  /** What the role allows but another rule holds now: a certificate, the operating model, an agency's limits. */
  held: z.array(
    z.object({ action: z.enum(ACTIONS), code: z.enum(HOLDING_RULES), params: z.record(z.string(), z.string()) }),
  ),
  language: Language,
  timeZone: z.string(),
  twoFactor: z.boolean(),
  /** Steps of the first-start tour already done; null once it is finished or put away. */
  tour: z.object({ done: z.array(z.string()) }).nullable(),
})

export const Session = z.object({
  id: Id,
  current: z.boolean(),
  device: z.string(),
  address: z.string().nullable(),
  createdAt: Instant,
  lastSeenAt: Instant,
  expiresAt: Instant,
})

export const session = {
  me: route({
    method: 'GET',
    path: '/session',
    may: 'signed-in',
    summary: 'Who I am and what I may do',
    tag: 'Sign-in',
  }).output(Me),
  change: route({
    method: 'PATCH',
    path: '/session',
    may: 'signed-in',
    summary: 'Change my name, language, time zone or tour, or switch to another of my organisations',
    tag: 'Sign-in',
  })
    .input(
      z.object({
        name: Line(120).optional(),
        language: Language.optional(),
        timeZone: TimeZone.optional(),
        tour: z.enum(['put-away', 'again']).optional(),
        organisationId: Id.optional(),
      }),
    )
    .output(Me),
  list: route({
    method: 'GET',
    path: '/sessions',
    may: 'signed-in',
    summary: 'Where I am signed in',
    tag: 'Sign-in',
  }).output(Page(Session)),
  revoke: route({
    method: 'DELETE',
    path: '/sessions/{id}',
    may: 'signed-in',
    summary: 'End one of my sessions',
    tag: 'Sign-in',
  })
    .input(z.object({ id: Id }))
    .output(Gone),
  revokeOthers: route({
    method: 'DELETE',
    path: '/sessions',
    may: 'signed-in',
    summary: 'End all my sessions but this one',
    tag: 'Sign-in',
  }).output(z.object({ ended: z.number().int() })),
}
