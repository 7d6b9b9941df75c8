import { z } from 'zod'
import {
  Currency,
  Decimal,
  Id,
  Instant,
  LocalDate,
  PersonReference,
  Prose,
  Version,
  Page,
  PageRequest,
} from './kinds.ts'
import { PlanState, TaskState } from './plans.ts'
import { route } from './route.ts'

const tag = 'Cascade'

/** What a flow can be measured by. */
export const EFFORT_MEASURES = ['hoursPlanned', 'hoursActual', 'posts', 'value'] as const
/** What stands without what it should serve; of objectives: what nothing serves. */
export const ORPHAN_KINDS = ['objective', 'goal', 'plan', 'task', 'campaign', 'post'] as const
export const BRANCH_TYPES = ['objective', 'goal', 'plan', 'campaign', 'task', 'post'] as const
export const REVIEW_SUBJECTS = ['objective', 'goal', 'plan', 'task', 'campaign'] as const
export const REVIEW_CAUSES = ['direction', 'objective', 'goal', 'plan'] as const

/** An objective's part of the effort: what serves several is split among them evenly, so that parts add up to the whole. */
const Effort = z.object({ hoursPlanned: Decimal, hoursActual: Decimal, posts: Decimal, value: Decimal })

const FlowNode = z.object({
  /** `source:<id>`, `objective:<id>`, `perspective:<name>`; `…:none` for what serves nothing, `…:rest` for all smaller ones. */
  id: z.string(),
  column: z.enum(['source', 'objective', 'perspective']),
  type: z.enum(['plan', 'campaign', 'objective', 'perspective', 'none', 'rest']),
  recordId: Id.nullable(),
  title: z.string(),
  amount: Decimal,
})
const Flow = z.object({
  nodes: z.array(FlowNode),
  links: z.array(z.object({ from: z.string(), to: z.string(), amount: Decimal })),
})

export const Cascade = z.object({
  from: LocalDate,
  to: LocalDate,
  currency: Currency,
  total: Effort,
  /** Budgets of tactical plans that touch these days; null for those who may not see budgets. */
  budget: z.object({ asked: Decimal, granted: Decimal }).nullable(),
  counts: z.object({
    objectives: z.number().int(),
    goals: z.number().int(),
    plans: z.number().int(),
    tasks: z.number().int(),
    campaigns: z.number().int(),
  }),
  /** Proposals that wait for somebody's decision. */
  proposals: z.number().int(),
  reviews: z.number().int(),
  orphans: z.object(
    Object.fromEntries(ORPHAN_KINDS.map((kind) => [kind, z.number().int()])) as Record<
      (typeof ORPHAN_KINDS)[number],
      z.ZodNumber
    >,
  ),
  objectives: z.array(
    z.object({
      id: Id,
      title: z.string(),
      perspective: z.string(),
      endsOn: LocalDate,
      owner: PersonReference.nullable(),
      goals: z.number().int(),
      plans: z.number().int(),
      reviews: z.number().int(),
      effort: Effort,
    }),
  ),
  /** How many objectives there are beyond those listed. */
  more: z.number().int(),
  flows: z.object({ hoursPlanned: Flow, hoursActual: Flow, posts: Flow, value: Flow }),
})

const Branch = z.object({
  type: z.enum(BRANCH_TYPES),
  id: Id,
  title: z.string(),
  owner: PersonReference.nullable(),
  /** Of plans and tasks. */
  state: z.union([PlanState, TaskState]).nullable(),
  on: LocalDate.nullable(),
  /** How much stands directly below it. */
  below: z.number().int(),
  reviews: z.number().int(),
})

const Change = z.record(z.string(), z.unknown())
export const Review = z.object({
  id: Id,
  subject: z.object({ type: z.enum(REVIEW_SUBJECTS), id: Id, title: z.string(), owner: PersonReference.nullable() }),
  /** The direction (vision, mission, values) has no title. */
  cause: z.object({ type: z.enum(REVIEW_CAUSES), id: Id, title: z.string() }),
  before: Change,
  after: Change,
  markedBy: z.string(),
  markedAt: Instant,
  cleared: z
    .object({ at: Instant, by: PersonReference.nullable(), outcome: z.enum(['holds', 'adapted']), word: z.string() })
    .nullable(),
  /** Whether the reader answers for it and may say so. */
  mayClear: z.boolean(),
  version: Version,
})

export const cascade = {
  show: route({
    method: 'GET',
    path: '/cascade',
    may: 'strategy.read',
    summary: 'The strategy from objectives to work: effort and value by objective, and what serves nothing',
    tag,
  })
    .input(
      z.object({
        from: LocalDate.optional(),
        to: LocalDate.optional(),
        search: Prose(200).optional(),
        limit: z.coerce.number().int().min(1).max(200).default(100),
      }),
    )
    .output(Cascade),
  branches: route({
    method: 'GET',
    path: '/cascade/branches',
    may: 'strategy.read',
    summary: 'What stands directly below an objective, goal, plan, campaign or task',
    tag,
  })
    .input(z.object({ type: z.enum(['objective', 'goal', 'plan', 'campaign', 'task']), id: Id }))
    .output(z.object({ items: z.array(Branch), more: z.number().int() })),
  orphans: route({
    method: 'GET',
    path: '/cascade/orphans',
    may: 'strategy.read',
    summary: 'Records of one kind that serve nothing above them, newest first',
    tag,
  })
    .input(PageRequest.extend({ kind: z.enum(ORPHAN_KINDS) }))
    .output(Page(z.object({ id: Id, title: z.string(), owner: PersonReference.nullable() }))),
  reviews: route({
    method: 'GET',
    path: '/cascade/reviews',
    may: 'strategy.read',
    summary: 'What a change above has put up for review, newest first',
    tag,
  })
    .input(
      PageRequest.extend({
        subjectId: Id.optional(),
        causeId: Id.optional(),
        open: z.stringbool().optional(),
        /** Only what the caller answers for. */
        mine: z.stringbool().optional(),
      }),
    )
    .output(Page(Review)),
  clearReview: route({
    method: 'POST',
    path: '/cascade/reviews/{id}/clearance',
    may: 'plans.change',
    summary: 'Say that what stands below a change still holds, or was adapted',
    tag,
  })
    .input(z.object({ id: Id, outcome: z.enum(['holds', 'adapted']), word: Prose(1000).default('') }))
    .output(Review),
}
