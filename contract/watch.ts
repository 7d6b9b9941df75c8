import { z } from 'zod'
import { Gone, Id, Instant, Line, LocalDate, Page, PageRequest, PersonReference, Prose, Version } from './kinds.ts'
import { route } from './route.ts'

const tag = 'Confidential'
const ById = z.object({ id: Id })

const Fields = {
  /** A working name that gives nothing away: it stands in lists. */
  title: Line(120),
  terms: z.array(Line(120)).min(1, { error: 'rule.no-terms' }).max(100),
  /** Other names for the same: code names, spellings, people, places. */
  aliases: z.array(Line(120)).max(100),
  note: Prose(2000),
  /** The first day on which it may be said; null: never. */
  embargoUntil: LocalDate.nullable(),
  /** Whom people are told to ask. */
  contact: Line(120),
  /** Whether its terms are to be looked for outside as well, once listening is set up. */
  listen: z.boolean(),
}
/** What the list shows of it: nothing that is to be kept. */
export const ConfidentialSummary = z.object({
  id: Id,
  title: z.string(),
  contact: z.string(),
  embargoUntil: z.iso.date().nullable(),
  /** Whether it blocks now: its day has not come. */
  holds: z.boolean(),
  listen: z.boolean(),
  words: z.number().int(),
  hits: z.number().int(),
  lastHitAt: Instant.nullable(),
  views: z.number().int(),
  version: Version,
})
const View = z.object({
  id: Id,
  entryId: Id,
  title: z.string(),
  by: PersonReference.nullable(),
  reason: z.string(),
  at: Instant,
})
export const ConfidentialDetails = ConfidentialSummary.extend({
  terms: z.array(z.string()),
  aliases: z.array(z.string()),
  note: z.string(),
  /** What listening will ask for. */
  query: z.string(),
  found: z.array(
    z.object({
      id: Id,
      words: z.string(),
      by: PersonReference.nullable(),
      firstAt: Instant,
      lastAt: Instant,
      times: z.number().int(),
    }),
  ),
  view: View,
})

export const watch = {
  list: route({
    method: 'GET',
    path: '/confidential',
    may: 'confidential.read',
    summary: 'What is confidential, by working names',
    tag,
  })
    .input(PageRequest)
    .output(Page(ConfidentialSummary)),
  create: route({
    method: 'POST',
    path: '/confidential',
    may: 'confidential.change',
    summary: 'Keep something confidential',
    tag,
    status: 201,
  })
    .input(z.object(Fields).partial({ aliases: true, note: true, embargoUntil: true, listen: true }))
    .output(ConfidentialSummary),
  change: route({
    method: 'PATCH',
    path: '/confidential/{id}',
    may: 'confidential.change',
    summary: 'Change what is kept confidential',
    tag,
  })
    .input(z.object(Fields).partial().extend({ id: Id }))
    .output(ConfidentialSummary),
  remove: route({
    method: 'DELETE',
    path: '/confidential/{id}',
    may: 'confidential.change',
    summary: 'No longer keep it confidential',
    tag,
  })
    .input(ById)
    .output(Gone),
  restore: route({
    method: 'POST',
    path: '/confidential/{id}/restoration',
    may: 'confidential.change',
    summary: 'Keep it confidential again',
    tag,
  })
    .input(ById)
    .output(ConfidentialSummary),
  view: route({
    method: 'POST',
    path: '/confidential/{id}/views',
    may: 'confidential.read',
    summary: 'Look at the terms and where they were found; who looked and why is written down',
    tag,
    status: 201,
  })
    .input(z.object({ id: Id, reason: Line(500) }))
    .output(ConfidentialDetails),
  views: route({
    method: 'GET',
    path: '/confidential-views',
    may: 'confidential.read',
    summary: 'Who looked, when and why; newest first',
    tag,
  })
    .input(PageRequest.extend({ entryId: Id.optional() }))
    .output(Page(View)),
}
