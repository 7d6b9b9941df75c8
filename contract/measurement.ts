import { z } from 'zod'
import { AudienceResults } from './audience-results.ts'
import { GoalPart, GoalProgress } from './goal-progress.ts'
import { Period, ExecutiveHome, ManagerHome, OfficerHome } from './homes.ts'
import { Currency, DecimalInput, Id, Instant, LocalDate, Line, Page, PageRequest } from './kinds.ts'
import { Result, Link, Conversion, TraceType, Trace } from './measurement-records.ts'
import { MetricName } from './platforms.ts'
import { Return } from './return.ts'
import { route } from './route.ts'

const tag = 'Measurement'

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
  campaignReturn: route({
    method: 'GET',
    path: '/campaigns/{id}/return',
    may: 'measurement.read',
    summary: 'What a campaign brought and what it cost so far',
    tag,
  })
    .input(z.object({ id: Id }))
    .output(z.object({ result: Result, return: Return })),
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
