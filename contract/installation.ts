import { z } from 'zod'
import { Email, Id, Language, Line, Password, TimeZone } from './kinds.ts'
import { route } from './route.ts'

export const Installation = z.object({ founded: z.boolean(), version: z.string(), mail: z.boolean() })

export const FoundInstallation = z.object({
  organisation: Line(120),
  name: Line(120),
  email: Email,
  password: Password,
  language: Language.default('en'),
  timeZone: TimeZone.default('UTC'),
})

export const installation = {
  read: route({
    method: 'GET',
    path: '/installation',
    may: 'public',
    summary: 'Whether an organisation has been founded here',
    tag: 'Installation',
  }).output(Installation),
  found: route({
    method: 'POST',
    path: '/installation',
    may: 'public',
    summary: 'Found the organisation; only once, on a fresh installation',
    tag: 'Installation',
    status: 201,
  })
    .input(FoundInstallation)
    .output(z.object({ organisationId: Id, personId: Id })),
}
