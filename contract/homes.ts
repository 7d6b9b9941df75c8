import { z } from 'zod'
import { GoalProgress } from './goal-progress.ts'
import { Id, Instant, LocalDate, PersonReference } from './kinds.ts'
import { Money, Result, Trace } from './measurement-records.ts'
import { DeliveryState } from './publishing.ts'
import { Return } from './return.ts'
import { Perspective, STANDINGS } from './strategy.ts'

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
export const Period = z.object({ period: z.enum(['month', 'quarter', 'year']).default('quarter') })
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
      /** Those that decide how it stands, the worst first. */
      goals: z.array(GoalProgress),
      goalCount: z.number().int(),
      standing: z.enum(STANDINGS),
      result: Result,
    }),
  ),
  /** How many objectives there are beyond those listed, which are in the worst state. */
  moreObjectives: z.number().int(),
  /** How all of them stand. */
  standings: z.object(
    Object.fromEntries(STANDINGS.map((standing) => [standing, z.number().int()])) as Record<
      (typeof STANDINGS)[number],
      z.ZodNumber
    >,
  ),
  total: Result,
  return: Return,
  series: z.array(z.object({ on: LocalDate, clicks: z.number().int(), value: z.array(Money) })),
  campaigns: z.array(z.object({ id: Id.nullable(), title: z.string().nullable(), result: Result, return: Return })),
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
