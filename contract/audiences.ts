import { z } from 'zod'
import { Id, Instant, Line, LocalDate, Page, PageRequest, PersonReference, Prose, Version } from './kinds.ts'
import { route } from './route.ts'

const tag = 'Audiences'
const ById = z.object({ id: Id })

/** How much of their time on social media an audience spends in a place. */
export const PLACE_STRENGTHS = ['main', 'often', 'sometimes'] as const
/** What the coverage is told apart by. */
export const COVERAGE_COLUMNS = ['month', 'platform'] as const

const Tag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'text.not-a-language' })
const Place = z.object({
  /** A platform's id where Tutti knows it, else its name. */
  platform: Line(60),
  strength: z.enum(PLACE_STRENGTHS).default('often'),
  note: Prose(300).default(''),
})
const Source = z.object({
  title: Line(),
  url: z
    .url({ protocol: /^https?$/, error: 'text.not-a-link' })
    .max(2000)
    .nullable()
    .default(null),
  /** The day on which it was found out. */
  foundOn: LocalDate,
  note: Prose(1000).default(''),
})

export const Named = z.object({ id: Id, name: z.string() })
/** Whom a campaign or post is for, as it stands with that record. */
export const NamedAudience = Named.extend({ archived: z.boolean() })

export const Audience = z.object({
  id: Id,
  name: z.string(),
  description: z.string(),
  demographics: z.string(),
  needs: z.array(z.string()),
  objections: z.array(z.string()),
  languages: z.array(z.string()),
  units: z.array(Named),
  places: z.array(z.object({ platform: z.string(), strength: z.enum(PLACE_STRENGTHS), note: z.string() })),
  sources: z.array(z.object({ title: z.string(), url: z.string().nullable(), foundOn: LocalDate, note: z.string() })),
  portrait: z.object({ id: Id, altText: z.string(), url: z.string() }).nullable(),
  /** Campaigns that name it and are still there. */
  campaigns: z.number().int(),
  createdBy: PersonReference.nullable(),
  createdAt: Instant,
  changedAt: Instant,
  archivedAt: Instant.nullable(),
  version: Version,
})
const Fields = z.object({
  name: Line(120),
  description: Prose(5000).default(''),
  demographics: Prose(2000).default(''),
  needs: z.array(Line(300)).max(30).default([]),
  objections: z.array(Line(300)).max(30).default([]),
  languages: z.array(Tag).max(20).default([]),
  unitIds: z.array(Id).max(50).default([]),
  places: z.array(Place).max(30).default([]),
  sources: z.array(Source).max(50).default([]),
  portraitId: Id.nullable().optional(),
})

/** What is said to an audience in one month or on one platform, or in all of them. Posts that were called off or taken down are left out. */
const Said = z.object({
  posts: z.number().int(),
  /** How many of the posts are out. */
  published: z.number().int(),
  /** Pieces that these posts were made from, each once. */
  pieces: z.number().int(),
})
const Cell = Said.extend({
  key: z.string(),
  /** How much of their time they spend there; null for months, and for platforms where nobody has seen them. */
  gathers: z.enum(PLACE_STRENGTHS).nullable(),
  /** Nobody speaks to them: in this month, or here though they gather here. */
  gap: z.boolean(),
})
export const Coverage = z.object({
  by: z.enum(COVERAGE_COLUMNS),
  startsOn: LocalDate,
  endsOn: LocalDate,
  /** Months as `2026-11`, or platforms. */
  columns: z.array(z.string()),
  rows: z.array(
    z.object({
      audience: Named,
      /** Campaigns that name it and run on any day of the period. */
      campaigns: z.number().int(),
      total: Said,
      cells: z.array(Cell),
      /** No post of the whole period speaks to it. */
      gap: z.boolean(),
    }),
  ),
  /** Posts that speak to no audience that is still kept. */
  unnamed: z.object({ total: Said, cells: z.array(Said.extend({ key: z.string() })) }),
  /** All posts of the period, each once, however many audiences it speaks to. */
  posts: z.number().int(),
})

export const audiences = {
  list: route({ method: 'GET', path: '/audiences', may: 'strategy.read', summary: 'Audiences, newest first', tag })
    .input(PageRequest.extend({ archived: z.stringbool().optional() }))
    .output(Page(Audience)),
  show: route({ method: 'GET', path: '/audiences/{id}', may: 'strategy.read', summary: 'One audience', tag })
    .input(ById)
    .output(Audience),
  create: route({
    method: 'POST',
    path: '/audiences',
    may: 'goals.change',
    summary: 'Write an audience',
    tag,
    status: 201,
  })
    .input(Fields)
    .output(Audience),
  change: route({
    method: 'PATCH',
    path: '/audiences/{id}',
    may: 'goals.change',
    summary: 'Change an audience',
    tag,
  })
    .input(
      z.object({
        ...Fields.partial().shape,
        id: Id,
        description: Prose(5000).optional(),
        demographics: Prose(2000).optional(),
        needs: z.array(Line(300)).max(30).optional(),
        objections: z.array(Line(300)).max(30).optional(),
        languages: z.array(Tag).max(20).optional(),
        unitIds: z.array(Id).max(50).optional(),
        places: z.array(Place).max(30).optional(),
        sources: z.array(Source).max(50).optional(),
      }),
    )
    .output(Audience),
  archive: route({
    method: 'DELETE',
    path: '/audiences/{id}',
    may: 'goals.change',
    summary: 'Archive an audience: what names it keeps it, nothing new can',
    tag,
  })
    .input(ById)
    .output(Audience),
  restore: route({
    method: 'POST',
    path: '/audiences/{id}/restoration',
    may: 'goals.change',
    summary: 'Take an audience out of the archive',
    tag,
  })
    .input(ById)
    .output(Audience),
  coverage: route({
    method: 'GET',
    path: '/audience-coverage',
    may: 'strategy.read',
    summary: 'What is said to each audience by month or platform, and to whom nobody speaks; at most 24 months',
    tag,
  })
    .input(
      z.object({
        by: z.enum(COVERAGE_COLUMNS).default('month'),
        /** Left out: the first day of the month five months ago. */
        startsOn: LocalDate.optional(),
        /** Left out: the last day of the next month. */
        endsOn: LocalDate.optional(),
      }),
    )
    .output(Coverage),
}
