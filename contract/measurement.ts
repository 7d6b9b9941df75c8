import { z } from 'zod'
import { AudienceResults } from './audience-results.ts'
import {
  Currency,
  Decimal,
  DecimalInput,
  Id,
  Instant,
  LocalDate,
  Line,
  Page,
  PageRequest,
  PersonReference,
} from './kinds.ts'
import { GoalPart, GoalProgress } from './goal-progress.ts'
import { MetricName } from './platforms.ts'
import { DeliveryState } from './publishing.ts'
import { route } from './route.ts'
import { Perspective, STANDINGS } from './strategy.ts'

const tag = 'Measurement'

export const Money = z.object({ amount: Decimal, currency: Currency })
/** What came back: people's clicks (robots left out), conversions credited to the last click, and their value by currency. */
export const Result = z.object({
  posts: z.number().int(),
  clicks: z.number().int(),
  conversions: z.number().int(),
  value: z.array(Money),
})

export const Link = z.object({
  id: Id,
  url: z.string(),
  target: z.string(),
  postId: Id.nullable(),
  post: z.string().nullable(),
  channel: z.string().nullable(),
  clicks: z.number().int(),
  robots: z.number().int(),
  conversions: z.number().int(),
  createdAt: Instant,
})
export const Conversion = z.object({
  id: Id,
  name: z.string(),
  value: Money,
  occurredAt: Instant,
  reference: z.string().nullable(),
  /** The click it is credited to, and the post that brought it; null where none is known. */
  credited: z.object({ clickId: Id, linkId: Id, postId: Id.nullable(), clickedAt: Instant }).nullable(),
})

export const TRACE_TYPES = ['objective', 'goal', 'campaign', 'piece', 'post', 'result'] as const
export const TraceType = z.enum(TRACE_TYPES)
export const Station = z.object({
  type: TraceType,
  /** present, a gap that could be closed, the record one looks at, or not there yet. */
  state: z.enum(['present', 'gap', 'here', 'not-yet']),
  items: z.array(z.object({ id: Id, title: z.string(), detail: z.string().nullable() })),
  total: z.number().int(),
})
export const Trace = z.object({
  subject: z.object({ type: TraceType, id: Id }),
  stations: z.array(Station),
  result: Result,
})

const TracedPost = z.object({
  id: Id,
  title: z.string(),
  channel: z.string(),
  platform: z.string(),
  state: DeliveryState,
  dueAt: Instant,
  deliveryId: Id,
  url: z.string().nullable(),
  reason: z.string().nullable(),
})
const Period = z.object({ period: z.enum(['month', 'quarter', 'year']).default('quarter') })
export const ExecutiveHome = z.object({
  from: Instant,
  to: Instant,
  objectives: z.array(
    z.object({
      id: Id,
      title: z.string(),
      perspective: Perspective,
      owner: PersonReference.nullable(),
      endsOn: LocalDate,
      goals: z.array(GoalProgress),
      standing: z.enum(STANDINGS),
      result: Result,
    }),
  ),
  total: Result,
  series: z.array(z.object({ on: LocalDate, clicks: z.number().int(), value: z.array(Money) })),
  campaigns: z.array(z.object({ id: Id.nullable(), title: z.string().nullable(), result: Result })),
  best: Trace.nullable(),
  risks: z.array(
    z.object({ code: z.string(), count: z.number().int(), id: Id.nullable(), title: z.string().nullable() }),
  ),
  orphans: z.object({
    objectives: z.number().int(),
    goals: z.number().int(),
    campaigns: z.number().int(),
    posts: z.number().int(),
  }),
})
export const ManagerHome = z.object({
  from: Instant,
  to: Instant,
  goals: z.array(GoalProgress),
  campaigns: z.array(
    z.object({
      id: Id,
      title: z.string(),
      startsOn: LocalDate,
      endsOn: LocalDate,
      planned: z.number().int(),
      published: z.number().int(),
      result: Result,
    }),
  ),
  coverage: z.array(
    z.object({
      channelId: Id,
      channel: z.string(),
      platform: z.string(),
      days: z.array(z.object({ on: LocalDate, posts: z.number().int() })),
    }),
  ),
  orphans: z.object({
    objectives: z.number().int(),
    goals: z.number().int(),
    campaigns: z.number().int(),
    posts: z.number().int(),
  }),
})
export const OfficerHome = z.object({
  today: z.array(TracedPost),
  attention: z.array(TracedPost),
  gaps: z.array(z.object({ on: LocalDate, channelId: Id, channel: z.string() })),
  recent: z.array(TracedPost.extend({ clicks: z.number().int() })),
})

export const measurement = {
  links: route({ method: 'GET', path: '/links', may: 'measurement.read', summary: 'Short links and their clicks', tag })
    .input(PageRequest.extend({ postId: Id.optional() }))
    .output(Page(Link)),
  conversions: route({ method: 'GET', path: '/conversions', may: 'measurement.read', summary: 'Conversions', tag })
    .input(PageRequest)
    .output(Page(Conversion)),
  recordConversion: route({
    method: 'POST',
    path: '/conversions',
    may: 'conversions.record',
    summary: 'Record a valued action; credited to the last click of the same visitor',
    tag,
    status: 201,
  })
    .input(
      z.object({
        name: Line(120).default('conversion'),
        value: DecimalInput,
        currency: Currency,
        occurredAt: Instant.optional(),
        /** The `tutti_click` that the short link added to the address of the page. */
        clickId: Id.nullable().optional(),
        /** Instead of a click: a short link (its address or code); its last click is credited. */
        link: z.string().max(500).nullable().optional(),
        /** Your own number of the order; a second conversion with it is refused as a repeat. */
        reference: Line(200).nullable().optional(),
      }),
    )
    .output(Conversion),
  trace: route({
    method: 'GET',
    path: '/trace/{type}/{id}',
    may: 'measurement.read',
    summary: 'From any record up to the objective and down to the result',
    tag,
  })
    .input(z.object({ type: TraceType.exclude(['result']), id: Id }))
    .output(Trace),
  progress: route({
    method: 'GET',
    path: '/goal-progress',
    may: 'measurement.read',
    summary: 'Goals against the path they need',
    tag,
  })
    .input(PageRequest.extend({ goalId: Id.optional(), objectiveId: Id.optional() }))
    .output(Page(GoalProgress)),
  goalParts: route({
    method: 'GET',
    path: '/goal-progress/{id}/parts',
    may: 'measurement.read',
    summary: 'What a goal is made of: its KPI for each campaign and each channel alone',
    tag,
  })
    .input(z.object({ id: Id }))
    .output(
      z.object({
        /** Whether the parts add up to the whole, which rates do not. */
        addsUp: z.boolean(),
        campaigns: z.array(GoalPart),
        channels: z.array(GoalPart),
      }),
    ),
  postMetrics: route({
    method: 'GET',
    path: '/posts/{id}/metrics',
    may: 'measurement.read',
    summary: 'What the platform counted, over time',
    tag,
  })
    .input(z.object({ id: Id }))
    .output(
      z.object({
        collectedAt: Instant.nullable(),
        nextAt: Instant.nullable(),
        problem: z.string().nullable(),
        series: z.array(
          z.object({ metric: MetricName, points: z.array(z.object({ at: Instant, value: z.number().int() })) }),
        ),
        clicks: z.array(z.object({ at: Instant, value: z.number().int() })),
        result: Result,
      }),
    ),
  overview: route({
    method: 'GET',
    path: '/measures',
    may: 'measurement.read',
    summary: 'Clicks, conversions, value and engagements by day, channel and campaign',
    tag,
  })
    .input(Period)
    .output(
      z.object({
        from: Instant,
        to: Instant,
        total: Result,
        engagements: z.number().int(),
        days: z.array(
          z.object({ on: LocalDate, clicks: z.number().int(), conversions: z.number().int(), posts: z.number().int() }),
        ),
        channels: z.array(
          z.object({ id: Id, name: z.string(), platform: z.string(), result: Result, engagements: z.number().int() }),
        ),
        posts: z.array(
          z.object({
            id: Id,
            title: z.string(),
            channel: z.string(),
            platform: z.string(),
            publishedAt: Instant,
            result: Result,
            engagements: z.number().int(),
          }),
        ),
      }),
    ),
  audienceResults: route({
    method: 'GET',
    path: '/audience-results',
    may: 'measurement.read',
    summary: 'What came back from posts for each audience, in a period or of one campaign; not who reacted',
    tag,
  })
    .input(Period.extend({ campaignId: Id.optional() }))
    .output(AudienceResults),
  executiveHome: route({
    method: 'GET',
    path: '/home/executive',
    may: 'measurement.read',
    summary: 'The home of top management',
    tag,
  })
    .input(Period)
    .output(ExecutiveHome),
  managerHome: route({
    method: 'GET',
    path: '/home/manager',
    may: 'measurement.read',
    summary: 'The home of middle management',
    tag,
  }).output(ManagerHome),
  officerHome: route({
    method: 'GET',
    path: '/home/officer',
    may: 'measurement.read',
    summary: 'The home of a social media officer',
    tag,
  }).output(OfficerHome),
}
