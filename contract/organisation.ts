import { z } from 'zod'
import { ACTIONS, ROLES } from './actions.ts'
import { agencies } from './agencies.ts'
import {
  Currency,
  Email,
  Gone,
  Id,
  Instant,
  Language,
  Line,
  Page,
  PageRequest,
  Password,
  PersonReference,
  TimeZone,
  Version,
} from './kinds.ts'
import { notices } from './notices.ts'
import { positions } from './positions.ts'
import { HeldPosition, absences, experts, profiles } from './profiles.ts'
import { lines } from './lines.ts'
import { operatingModel } from './operating-model.ts'
import { placements } from './placements.ts'
import { route } from './route.ts'
import { team } from './team.ts'
import { transfer } from './transfer.ts'
import { units } from './units.ts'

const tag = 'Organisation'

export const Organisation = z.object({
  id: Id,
  name: z.string(),
  slug: z.string(),
  language: Language,
  timeZone: z.string(),
  currency: z.string(),
  sample: z.boolean(),
  version: Version,
})
export const Person = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  role: z.enum(ROLES),
  active: z.boolean(),
  twoFactor: z.boolean(),
  lastSeenAt: Instant.nullable(),
  version: Version,
})
/** A person in the list of people, with what they are there for. */
export const ListedPerson = Person.extend({
  positions: z.array(HeldPosition),
  languages: z.array(z.string()),
  coreTeam: z.boolean(),
})
export const Invitation = z.object({
  id: Id,
  email: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  invitedBy: PersonReference,
  createdAt: Instant,
  expiresAt: Instant,
  mailed: z.boolean(),
  positions: z.array(HeldPosition),
})
export const ApiKey = z.object({
  id: Id,
  name: z.string(),
  scopes: z.array(z.enum(ACTIONS)),
  hint: z.string(),
  createdBy: PersonReference,
  createdAt: Instant,
  lastUsedAt: Instant.nullable(),
  expiresAt: Instant.nullable(),
})

export const organisation = {
  lines,
  model: operatingModel,
  placements,
  read: route({
    method: 'GET',
    path: '/organisation',
    may: 'organisation.read',
    summary: 'The organisation',
    tag,
  }).output(Organisation),
  change: route({
    method: 'PATCH',
    path: '/organisation',
    may: 'organisation.change',
    summary: 'Change the organisation',
    tag,
  })
    .input(
      z.object({
        name: Line(120).optional(),
        slug: z
          .string()
          .regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, { error: 'text.not-a-slug' })
          .optional(),
        language: Language.optional(),
        timeZone: TimeZone.optional(),
        currency: Currency.optional(),
      }),
    )
    .output(Organisation),
  people: route({ method: 'GET', path: '/people', may: 'people.read', summary: 'People', tag })
    .input(PageRequest)
    .output(Page(ListedPerson)),
  changePerson: route({
    method: 'PATCH',
    path: '/people/{id}',
    may: 'people.change',
    summary: 'Change a role, or close or open an account',
    tag,
  })
    .input(z.object({ id: Id, role: z.enum(ROLES).optional(), active: z.boolean().optional() }))
    .output(Person),
  invitations: route({ method: 'GET', path: '/invitations', may: 'people.change', summary: 'Open invitations', tag })
    .input(PageRequest)
    .output(Page(Invitation)),
  invite: route({
    method: 'POST',
    path: '/invitations',
    may: 'people.change',
    summary: 'Invite a person by link, and by mail where mail is set up',
    tag,
    status: 201,
  })
    .input(
      z.object({
        email: Email,
        name: Line(120),
        role: z.enum(ROLES),
        /** What the person takes up on joining: a vacant position, or a new one in a unit. */
        positionId: Id.optional(),
        newPosition: z.object({ unitId: Id, title: Line(120) }).optional(),
      }),
    )
    .output(Invitation.extend({ link: z.string() })),
  withdrawInvitation: route({
    method: 'DELETE',
    path: '/invitations/{id}',
    may: 'people.change',
    summary: 'Withdraw an invitation',
    tag,
  })
    .input(z.object({ id: Id }))
    .output(Gone),
  openInvitation: route({
    method: 'GET',
    path: '/invitations/by-token/{token}',
    may: 'public',
    summary: 'What an invitation is for',
    tag,
  })
    .input(z.object({ token: z.string().max(200) }))
    .output(
      z.object({
        organisation: z.string(),
        name: z.string(),
        email: z.string(),
        role: z.enum(ROLES),
        invitedBy: z.string(),
        expiresAt: Instant,
        language: Language,
      }),
    ),
  acceptInvitation: route({
    method: 'POST',
    path: '/invitations/by-token/{token}/acceptance',
    may: 'public',
    summary: 'Accept an invitation and choose a password',
    tag,
    status: 201,
  })
    .input(
      z.object({
        token: z.string().max(200),
        name: Line(120),
        password: Password,
        language: Language.optional(),
        timeZone: TimeZone.optional(),
      }),
    )
    .output(z.object({ personId: Id, email: z.string() })),
  apiKeys: route({ method: 'GET', path: '/api-keys', may: 'api-keys.manage', summary: 'API keys', tag })
    .input(PageRequest)
    .output(Page(ApiKey)),
  createApiKey: route({
    method: 'POST',
    path: '/api-keys',
    may: 'api-keys.manage',
    summary: 'Make an API key; the key is shown only in this answer',
    tag,
    status: 201,
  })
    .input(
      z.object({
        name: Line(80),
        scopes: z.array(z.enum(ACTIONS)).min(1).max(ACTIONS.length).optional(),
        expiresAt: Instant.nullable().optional(),
      }),
    )
    .output(ApiKey.extend({ key: z.string() })),
  revokeApiKey: route({
    method: 'DELETE',
    path: '/api-keys/{id}',
    may: 'api-keys.manage',
    summary: 'Revoke an API key',
    tag,
  })
    .input(z.object({ id: Id }))
    .output(Gone),
  units,
  positions,
  profiles,
  absences,
  experts,
  team,
  agencies,
  notices,
  transfer,
}
