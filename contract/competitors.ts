import { z } from 'zod'
import { Decimal, Gone, Id, Instant, Line, Page, PageRequest, Prose, Version } from './kinds.ts'
import { route } from './route.ts'

const tag = 'Audit'
const may = 'goals.change'

export const Competitor = z.object({
  id: Id,
  name: z.string(),
  description: z.string(),
  website: z.string(),
  accounts: z.number().int(),
  createdAt: Instant,
  version: Version,
})
/** An address on the web. */
export const WebAddress = Prose(500).pipe(z.url({ protocol: /^https?$/, error: 'account.not-an-address' }))
const Website = z.union([z.literal(''), WebAddress])
const CompetitorFields = z.object({
  name: Line(),
  description: Prose(2000).default(''),
  website: Website.default(''),
})
const ById = z.object({ id: Id })

export const competitors = {
  list: route({ method: 'GET', path: '/competitors', may: 'strategy.read', summary: 'Competitors', tag })
    .input(PageRequest)
    .output(Page(Competitor)),
  show: route({ method: 'GET', path: '/competitors/{id}', may: 'strategy.read', summary: 'One competitor', tag })
    .input(ById)
    .output(Competitor),
  create: route({ method: 'POST', path: '/competitors', may, summary: 'Name a competitor', tag, status: 201 })
    .input(CompetitorFields)
    .output(Competitor),
  change: route({ method: 'PATCH', path: '/competitors/{id}', may, summary: 'Change a competitor', tag })
    .input(
      CompetitorFields.partial().extend({
        id: Id,
        description: Prose(2000).optional(),
        website: Website.optional(),
      }),
    )
    .output(Competitor),
  remove: route({
    method: 'DELETE',
    path: '/competitors/{id}',
    may,
    summary: 'Take a competitor and its accounts out of the comparison',
    tag,
  })
    .input(ById)
    .output(Gone),
  restore: route({
    method: 'POST',
    path: '/competitors/{id}/restoration',
    may,
    summary: 'Bring a removed competitor back',
    tag,
  })
    .input(ById)
    .output(Competitor),
}

/** One side of the comparison: the sum of its accounts' newest readings. Null where none of them is known. */
export const Side = z.object({
  competitor: z.object({ id: Id, name: z.string() }).nullable(),
  accounts: z.number().int(),
  /** How many of them have a reading at all. */
  read: z.number().int(),
  followers: z.number().int().nullable(),
  /** Followers won or lost in the four weeks before each newest reading. */
  followersGained: z.number().int().nullable(),
  postsPerWeek: Decimal.nullable(),
  interactionsPerPost: Decimal.nullable(),
  engagementRate: Decimal.nullable(),
})

export const comparison = route({
  method: 'GET',
  path: '/audit-comparison',
  may: 'strategy.read',
  summary: 'Our accounts and those of competitors side by side, on all platforms or on one',
  tag,
})
  .input(z.object({ platform: z.string().max(40).optional() }))
  .output(
    z.object({
      /** On which platforms there is anything to compare. */
      platforms: z.array(z.string()),
      sides: z.array(Side),
    }),
  )
