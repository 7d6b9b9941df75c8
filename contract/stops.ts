import { z } from 'zod'
import { Id, Instant, Line, Page, PageRequest, Prose, TimeZone } from './kinds.ts'
import { DeliveryState } from './publishing-records.ts'
import { route } from './route.ts'

const tag = 'Emergency stop'
const ById = z.object({ id: Id })

export const STOP_SCOPES = ['organisation', 'unit', 'channel', 'campaign'] as const
const Scope = z.object({ kind: z.enum(STOP_SCOPES), id: Id.nullable(), name: z.string() })

export const Stop = z.object({
  id: Id,
  scope: Scope,
  drill: z.boolean(),
  reason: z.string(),
  startedAt: Instant,
  startedBy: z.string(),
  lifted: z.object({ at: Instant, by: z.string(), note: z.string() }).nullable(),
  /** Which share of the workers has said that it knows, and after how many milliseconds the last of them did. */
  workers: z.object({ asked: z.number().int(), acknowledged: z.number().int(), afterMs: z.number().int().nullable() }),
  /** What it held and nobody has decided on yet; all that it held; what was already talking to its platform. */
  waiting: z.number().int(),
  held: z.number().int(),
  onItsWay: z.number().int(),
})

/** What happens to a held delivery after the stop. */
export const STOP_DECISIONS = ['send-now', 'move', 'drop'] as const
export const StopItem = z.object({
  id: Id,
  postId: Id,
  title: z.string(),
  channel: z.object({ id: Id, name: z.string(), platform: z.string() }),
  campaign: z.object({ id: Id, title: z.string() }).nullable(),
  /** `on-its-way`: it was talking to its platform when the stop came, and ended as the platform said. */
  kind: z.enum(['held', 'on-its-way']),
  state: DeliveryState,
  dueAt: Instant,
  url: z.string().nullable(),
  /** Whether it still waits for a decision. */
  waiting: z.boolean(),
  /** Another running stop that still covers it; no decision can be taken before it is lifted. */
  coveredBy: Scope.nullable(),
  decided: z.object({ decision: z.enum(STOP_DECISIONS), at: Instant, by: z.string() }).nullable(),
})

export const stops = {
  running: route({
    method: 'GET',
    path: '/stops/running',
    may: 'signed-in',
    summary: 'The stops that run now, for everybody to see',
    tag,
  }).output(
    z.object({
      items: z.array(z.object({ id: Id, scope: Scope, reason: z.string(), startedAt: Instant, startedBy: z.string() })),
    }),
  ),
  list: route({ method: 'GET', path: '/stops', may: 'posts.read', summary: 'Stops and drills, newest first', tag })
    .input(PageRequest)
    .output(Page(Stop)),
  show: route({ method: 'GET', path: '/stops/{id}', may: 'posts.read', summary: 'One stop', tag })
    .input(ById)
    .output(Stop),
  start: route({
    method: 'POST',
    path: '/stops',
    may: 'emergency.stop',
    summary: 'Stop publishing at once, or try it as a drill; who stops what is stopped already joins that stop',
    tag,
    status: 201,
  })
    .input(
      z.object({
        scope: z.object({ kind: z.enum(STOP_SCOPES), id: Id.nullable().default(null) }),
        reason: Line(500),
        drill: z.boolean().default(false),
      }),
    )
    .output(Stop),
  lift: route({
    method: 'POST',
    path: '/stops/{id}/lift',
    may: 'emergency.lift',
    summary: 'Lift a stop; what came due meanwhile waits for a decision',
    tag,
  })
    .input(z.object({ id: Id, note: Prose(500).default('') }))
    .output(Stop),
  items: route({
    method: 'GET',
    path: '/stop-items',
    may: 'posts.read',
    summary: 'What a stop held and what was on its way when it came; of all stops where none is named',
    tag,
  })
    .input(PageRequest.extend({ stopId: Id.optional(), waiting: z.stringbool().optional() }))
    .output(Page(StopItem)),
  decide: route({
    method: 'POST',
    path: '/stops/{id}/decisions',
    may: 'emergency.lift',
    summary: 'Send what was held now, move it or drop it; single ones, or all that wait',
    tag,
  })
    .input(
      z.object({
        id: Id,
        decision: z.enum(STOP_DECISIONS).default('drop'),
        /** Deliveries, by id. */
        items: z.union([z.array(Id).min(1).max(500), z.literal('all')]).default([]),
        /** For `move`: when the first goes out. */
        at: Instant.nullable().default(null),
        timeZone: TimeZone.optional(),
        /** Minutes between one and the next on the same channel, so that nothing bursts out. */
        spacingMinutes: z.number().int().min(0).max(1440).default(5),
      }),
    )
    .output(z.object({ decided: z.number().int(), left: z.number().int() })),
}
