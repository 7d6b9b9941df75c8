import { z } from 'zod'
import { ROLES } from './actions.ts'
import { Gone, Id, Instant, Line, PersonReference, Prose, Version } from './kinds.ts'
import { route } from './route.ts'

const tag = 'Approvals'

export const RISKS = ['low', 'medium', 'high'] as const
export const Risk = z.enum(RISKS)
export type Risk = (typeof RISKS)[number]

/** What a text can be found to hold, by detectors for English, Turkish and German. */
export const CONTENT_SIGNS = ['price', 'health-claim', 'link', 'mention', 'hashtag', 'picture'] as const
export const RISK_SOURCES = ['any', 'channel', 'campaign', 'post', 'stakeholder'] as const
export const FINDING_SOURCES = ['any', 'brand', 'region', 'confidential'] as const
export const DUTIES = ['regional-reviewer', 'legal', 'brand', 'press', 'data-protection'] as const

const Ids = z.array(Id).min(1).max(50)

/** What has to hold of a post. All conditions together; within one, any of what it lists. */
export const Condition = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('platform'), oneOf: z.array(Line(60)).min(1).max(50) }),
  z.object({ kind: z.literal('channel'), oneOf: Ids }),
  z.object({ kind: z.literal('unit'), oneOf: Ids }),
  z.object({ kind: z.literal('campaign'), oneOf: Ids }),
  z.object({ kind: z.literal('language'), oneOf: z.array(Line(20)).min(1).max(50) }),
  z.object({ kind: z.literal('author-unit'), oneOf: Ids }),
  z.object({ kind: z.literal('author-role'), oneOf: z.array(z.enum(ROLES)).min(1).max(6) }),
  z.object({ kind: z.literal('risk'), of: z.enum(RISK_SOURCES), atLeast: z.enum(['medium', 'high']) }),
  z.object({ kind: z.literal('finding'), from: z.enum(FINDING_SOURCES), atLeast: z.enum(['inform', 'warn', 'block']) }),
  z.object({ kind: z.literal('first-post') }),
  z.object({ kind: z.literal('contains'), oneOf: z.array(z.enum(CONTENT_SIGNS)).min(1).max(10) }),
])
export type Condition = z.infer<typeof Condition>
export const CONDITION_KINDS = [
  'platform',
  'channel',
  'unit',
  'campaign',
  'language',
  'author-unit',
  'author-role',
  'risk',
  'finding',
  'first-post',
  'contains',
] as const satisfies readonly Condition['kind'][]

/** Whom a stage asks. Everything but a person is looked up when the stage begins, and again whenever somebody leaves. */
export const Approver = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), personId: Id }),
  z.object({ kind: z.literal('role'), role: z.enum(ROLES) }),
  z.object({ kind: z.literal('position'), positionId: Id }),
  z.object({ kind: z.literal('superior') }),
  z.object({ kind: z.literal('duty'), duty: z.enum(DUTIES) }),
  z.object({ kind: z.literal('representative') }),
])
export type Approver = z.infer<typeof Approver>
export const APPROVER_KINDS = [
  'duty',
  'superior',
  'representative',
  'role',
  'position',
  'person',
] as const satisfies readonly Approver['kind'][]

export const NEEDS = ['any', 'all'] as const
export const Stage = z.object({
  name: Line(120),
  conditions: z.array(Condition).max(20).default([]),
  approvers: z.array(Approver).min(1).max(20),
  need: z.enum(NEEDS).default('any'),
  /** After so many hours the superiors of those asked are asked too. */
  deadlineHours: z.number().int().min(1).max(720).nullable().default(null),
  reminderHours: z.number().int().min(1).max(720).nullable().default(null),
})
export type Stage = z.infer<typeof Stage>

const WorkflowFields = z.object({
  title: Line(120),
  description: Prose(2000).default(''),
  enabled: z.boolean().default(true),
  conditions: z.array(Condition).max(20).default([]),
  stages: z.array(Stage).min(1).max(12),
})
export const Workflow = z.object({
  id: Id,
  title: z.string(),
  description: z.string(),
  enabled: z.boolean(),
  /** Its place in the order; the first whose conditions hold decides. */
  place: z.number().int(),
  conditions: z.array(Condition),
  stages: z.array(Stage),
  /** Grows when conditions or stages change; requests that run keep the number they began with. */
  number: z.number().int(),
  running: z.number().int(),
  /** Of those running, how many began with an older number. */
  runningOlder: z.number().int(),
  changedAt: Instant,
  changedBy: PersonReference.nullable(),
  createdAt: Instant,
  version: Version,
})

/** Why a workflow or stage applies; its sentence is in the catalogues. */
export const RouteReason = z.object({ kind: z.string(), params: z.record(z.string(), z.string()) })
export const VIAS = ['named', 'delegate', 'superior', 'escalation'] as const
export const RoutePerson = z.object({
  person: PersonReference,
  /** What they are asked as: the kind of approver, with the name of the position, role or duty. */
  as: z.object({ kind: z.enum([...APPROVER_KINDS, 'release']), label: z.string() }),
  via: z.enum(VIAS),
  insteadOf: PersonReference.nullable(),
})
/** Why nobody, or not enough people, can decide a stage. */
export const GAPS = ['nobody', 'too-few'] as const
export const RouteStage = z.object({
  kind: z.enum(['stage', 'release']),
  name: z.string(),
  need: z.enum(NEEDS),
  reasons: z.array(RouteReason),
  people: z.array(RoutePerson),
  /** Whom it names but cannot ask, since they wrote it. */
  authors: z.array(PersonReference),
  /** Whom it names, but who may not approve there. */
  unable: z.array(PersonReference),
  gap: z.enum(GAPS).nullable(),
  deadlineHours: z.number().int().nullable(),
})
export const Route = z.object({
  channelId: Id,
  needed: z.boolean(),
  workflow: z.object({ id: Id, title: z.string(), number: z.number().int() }).nullable(),
  stages: z.array(RouteStage),
  /** How many findings block: such a post cannot be planned at all. */
  blocking: z.number().int(),
})

const ById = z.object({ id: Id })

export const workflows = {
  list: route({
    method: 'GET',
    path: '/workflows',
    may: 'posts.read',
    summary: 'Approval workflows, the first to be tried first',
    tag,
  }).output(z.object({ items: z.array(Workflow) })),
  one: route({ method: 'GET', path: '/workflows/{id}', may: 'posts.read', summary: 'One approval workflow', tag })
    .input(ById)
    .output(Workflow),
  create: route({
    method: 'POST',
    path: '/workflows',
    may: 'workflows.change',
    summary: 'Add a workflow at the end of the order',
    tag,
    status: 201,
  })
    .input(WorkflowFields)
    .output(Workflow),
  change: route({
    method: 'PATCH',
    path: '/workflows/{id}',
    may: 'workflows.change',
    summary: 'Change a workflow; requests that run keep what they began with',
    tag,
  })
    .input(
      WorkflowFields.partial().extend({
        id: Id,
        description: Prose(2000).optional(),
        enabled: z.boolean().optional(),
        conditions: z.array(Condition).max(20).optional(),
      }),
    )
    .output(Workflow),
  order: route({
    method: 'PUT',
    path: '/workflow-order',
    may: 'workflows.change',
    summary: 'Set the order in which workflows are tried',
    tag,
  })
    .input(z.object({ ids: z.array(Id).max(200) }))
    .output(z.object({ items: z.array(Workflow) })),
  remove: route({
    method: 'DELETE',
    path: '/workflows/{id}',
    may: 'workflows.change',
    summary: 'Remove a workflow; requests that run go on',
    tag,
  })
    .input(ById)
    .output(Gone),
  restore: route({
    method: 'POST',
    path: '/workflows/{id}/restoration',
    may: 'workflows.change',
    summary: 'Bring a removed workflow back',
    tag,
  })
    .input(ById)
    .output(Workflow),
  route: route({
    method: 'POST',
    path: '/approval-routes',
    may: 'posts.read',
    question: true,
    summary: 'Who would have to approve this, and why; saves nothing',
    tag,
  })
    .input(
      z.object({
        channelIds: z.array(Id).min(1).max(50),
        parts: z
          .array(
            z.object({
              text: Prose(50_000),
              pictures: z
                .array(z.object({ altText: z.string().max(5000) }))
                .max(50)
                .default([]),
            }),
          )
          .max(50)
          .default([]),
        title: z.string().max(1000).nullable().default(null),
        language: z.string().max(40).nullable().default(null),
        campaignId: Id.nullable().default(null),
        plannedOn: z.iso.date().nullable().default(null),
        /** Default: whoever asks. */
        authorId: Id.optional(),
        /** A workflow that is not saved yet, tried instead of all others. */
        workflow: WorkflowFields.pick({ title: true, conditions: true, stages: true }).optional(),
      }),
    )
    .output(z.object({ items: z.array(Route) })),
}
