import { z } from 'zod'
import { Currency, Decimal, Id, Instant } from './kinds.ts'

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
