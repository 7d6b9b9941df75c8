import { z } from 'zod'
import { Event, EVENT_ROOMS, SubjectType } from './events.ts'
import { Id, Instant, Line, Page, PageRequest, PersonReference, Prose } from './kinds.ts'
import { route } from './route.ts'

const tag = 'Audit'
const ById = z.object({ id: Id })

/** What a list of events can be narrowed by; everything that is named has to hold. */
export const EventFilter = z.object({
  subjectType: SubjectType.optional(),
  subjectId: Id.optional(),
  room: z.enum(EVENT_ROOMS).optional(),
  /** A person or an API key; `system` is Tutti itself. */
  actorId: z.union([Id, z.literal('system')]).optional(),
  verb: z
    .string()
    .max(80)
    .regex(/^[a-z-]+\.[a-z-]+$/)
    .optional(),
  /** A unit: what its people and those below it did, and what happened to its channels, campaigns and posts. */
  unitId: Id.optional(),
  from: Instant.optional(),
  /** Up to, without it. */
  to: Instant.optional(),
  text: Line(200).optional(),
})
export type EventFilter = z.infer<typeof EventFilter>

export const events = route({
  method: 'GET',
  path: '/events',
  may: 'events.read',
  summary: 'What happened, newest first; of one record where named. A search may bring few or none and still go on',
  tag,
})
  .input(PageRequest.extend(EventFilter.shape))
  .output(
    Page(Event).extend({
      /** How far back this page has looked; null where it reached the beginning. */
      searchedTo: Instant.nullable(),
    }),
  )

/** Why a position of the chain does not hold. */
export const BREAKS = ['missing', 'order', 'contents', 'facts', 'erased', 'end', 'rewritten'] as const
export const Verification = z.object({
  id: Id,
  startedAt: Instant,
  startedBy: z.string(),
  /** How many events there were then, and how many have been looked at. */
  events: z.number().int(),
  reached: z.number().int(),
  endedAt: Instant.nullable(),
  head: z.string(),
  broken: z.object({ position: z.number().int(), why: z.enum(BREAKS), event: Event.nullable() }).nullable(),
})

/** What has a period after which it may be erased; events lose what they say, and stay. */
export const NEVER_ERASED = ['audit', 'retention', 'legal-hold', 'stop'] as const satisfies readonly SubjectType[]
export const OTHER_RETENTION = ['notices', 'attempts', 'confidential-views'] as const
const isErasable = (type: SubjectType) => !(NEVER_ERASED as readonly SubjectType[]).includes(type)
export const RetentionKind = z.enum([
  ...SubjectType.options.filter(isErasable).map((type) => `events.${type}` as const),
  ...OTHER_RETENTION,
])
export type RetentionKind = z.infer<typeof RetentionKind>
const Retention = z.object({
  items: z.array(
    z.object({
      kind: RetentionKind,
      /** Null: kept for ever. */
      days: z.number().int().nullable(),
      changedAt: Instant.nullable(),
      changedBy: PersonReference.nullable(),
    }),
  ),
})
export const LegalHold = z.object({
  id: Id,
  reason: z.string(),
  subject: z.object({ type: SubjectType, id: Id, title: z.string().nullable() }).nullable(),
  from: Instant.nullable(),
  until: Instant.nullable(),
  placedAt: Instant,
  placedBy: z.string(),
  lifted: z.object({ at: Instant, by: z.string(), reason: z.string() }).nullable(),
})

export const audit = {
  choices: route({
    method: 'GET',
    path: '/audit/choices',
    may: 'events.read',
    summary: 'Which verbs, kinds of record and actors the log holds, for filtering',
    tag,
  }).output(
    z.object({
      verbs: z.array(z.string()),
      types: z.array(SubjectType),
      actors: z.array(z.object({ kind: z.enum(['person', 'api-key', 'system']), id: Id.nullable(), name: z.string() })),
    }),
  ),
  verifications: route({
    method: 'GET',
    path: '/audit/verifications',
    may: 'events.read',
    summary: 'The latest verifications of the chain',
    tag,
  }).output(z.object({ items: z.array(Verification) })),
  verification: route({
    method: 'GET',
    path: '/audit/verifications/{id}',
    may: 'events.read',
    summary: 'One verification: how far it is, or what it found',
    tag,
  })
    .input(ById)
    .output(Verification),
  verify: route({
    method: 'POST',
    path: '/audit/verifications',
    may: 'events.export',
    summary: 'Verify the chain of events; a long one in the background',
    tag,
    status: 201,
  }).output(Verification),
  retention: route({
    method: 'GET',
    path: '/audit/retention',
    may: 'events.read',
    summary: 'How long each kind of thing is kept',
    tag,
  }).output(Retention),
  setRetention: route({
    method: 'PUT',
    path: '/audit/retention',
    may: 'retention.change',
    summary: 'Say how long a kind of thing is kept',
    tag,
  })
    .input(z.object({ kind: RetentionKind, days: z.number().int().min(30).max(36_500).nullable() }))
    .output(Retention),
  holds: route({
    method: 'GET',
    path: '/audit/holds',
    may: 'events.read',
    summary: 'Legal holds, running ones first',
    tag,
  }).output(z.object({ items: z.array(LegalHold) })),
  placeHold: route({
    method: 'POST',
    path: '/audit/holds',
    may: 'retention.change',
    summary: 'Keep a record, or a period, from being erased',
    tag,
    status: 201,
  })
    .input(
      z.object({
        reason: Line(500),
        subject: z
          .object({ type: SubjectType, id: Id, title: Line(300).nullable().optional() })
          .nullable()
          .optional(),
        from: Instant.nullable().optional(),
        until: Instant.nullable().optional(),
      }),
    )
    .output(LegalHold),
  liftHold: route({
    method: 'POST',
    path: '/audit/holds/{id}/lift',
    may: 'retention.change',
    summary: 'End a legal hold',
    tag,
  })
    .input(z.object({ id: Id, reason: Prose(500).default('') }))
    .output(LegalHold),
}
