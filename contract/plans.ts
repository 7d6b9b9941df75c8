import { z } from 'zod'
import {
  Currency,
  Decimal,
  DecimalInput,
  Gone,
  Id,
  Instant,
  Line,
  LocalDate,
  Page,
  PageRequest,
  PersonReference,
  Prose,
  Version,
} from './kinds.ts'
import { route } from './route.ts'

const tag = 'Plans'

/** Middle management answers goals with tactical plans and their budgets; action plans carry them out with tasks. */
export const PLAN_LEVELS = ['tactical', 'action'] as const
export const PLAN_STATES = ['draft', 'proposed', 'approved', 'returned'] as const
export const TASK_STATES = ['open', 'doing', 'done', 'dropped'] as const
export const PlanLevel = z.enum(PLAN_LEVELS)
export const PlanState = z.enum(PLAN_STATES)
export const TaskState = z.enum(TASK_STATES)

const Titled = z.object({ id: Id, title: z.string() })
const Named = z.object({ id: Id, name: z.string() })

export const Plan = z.object({
  id: Id,
  level: PlanLevel,
  title: z.string(),
  description: z.string(),
  /** The tactical plan that an action plan carries out. */
  parent: Titled.nullable(),
  unit: Named.nullable(),
  owner: PersonReference.nullable(),
  startsOn: LocalDate,
  endsOn: LocalDate,
  state: PlanState,
  /** Null also for those who may not see budgets. */
  askedBudget: Decimal.nullable(),
  /** What was granted; may differ from what was asked for. */
  grantedBudget: Decimal.nullable(),
  currency: Currency,
  /** What was said with the last decision. */
  words: z.string(),
  proposedAt: Instant.nullable(),
  proposedBy: PersonReference.nullable(),
  decidedAt: Instant.nullable(),
  decidedBy: PersonReference.nullable(),
  objectives: z.array(Titled),
  goals: z.array(Titled),
  /** Of the plan itself and of the action plans below it; dropped ones are left out. */
  tasks: z.object({
    total: z.number().int(),
    done: z.number().int(),
    late: z.number().int(),
    hoursPlanned: Decimal,
    hoursActual: Decimal,
  }),
  plans: z.number().int(),
  /** How many changes above it still have to be looked at. */
  reviews: z.number().int(),
  /** Whether the reader may decide about it as it stands now. */
  mayDecide: z.boolean(),
  createdAt: Instant,
  version: Version,
})
const PlanFields = z.object({
  level: PlanLevel,
  title: Line(),
  description: Prose(5000).default(''),
  parentId: Id.nullable().optional(),
  unitId: Id.nullable().optional(),
  ownerId: Id.nullable().optional(),
  startsOn: LocalDate,
  endsOn: LocalDate,
  askedBudget: DecimalInput.nullable().optional(),
  objectiveIds: z.array(Id).max(50).default([]),
  goalIds: z.array(Id).max(50).default([]),
})

/** Up to two decimals, never less than nothing. */
const Hours = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^\d{1,6}(\.\d{1,2})?$/, { error: 'task.hours' }))
const CheckItem = z.object({ text: Line(300), done: z.boolean().default(false) })

export const Task = z.object({
  id: Id,
  plan: Titled.nullable(),
  title: z.string(),
  description: z.string(),
  owner: PersonReference.nullable(),
  dueOn: LocalDate.nullable(),
  late: z.boolean(),
  state: TaskState,
  hoursPlanned: Decimal,
  hoursActual: Decimal,
  goal: Titled.nullable(),
  campaign: Titled.nullable(),
  checklist: z.array(z.object({ text: z.string(), done: z.boolean() })),
  /** The posts that it became. */
  posts: z.array(Titled),
  reviews: z.number().int(),
  createdAt: Instant,
  version: Version,
})
const TaskFields = z.object({
  planId: Id.nullable().optional(),
  title: Line(),
  description: Prose(5000).default(''),
  ownerId: Id.nullable().optional(),
  dueOn: LocalDate.nullable().optional(),
  state: TaskState.default('open'),
  hoursPlanned: Hours.default('0'),
  hoursActual: Hours.default('0'),
  goalId: Id.nullable().optional(),
  campaignId: Id.nullable().optional(),
  checklist: z.array(CheckItem).max(100).default([]),
})

const ById = z.object({ id: Id })

export const plans = {
  list: route({ method: 'GET', path: '/plans', may: 'strategy.read', summary: 'Tactical plans and action plans', tag })
    .input(
      PageRequest.extend({
        level: PlanLevel.optional(),
        state: PlanState.optional(),
        parentId: Id.optional(),
        goalId: Id.optional(),
        /** Only proposals that wait for the caller's decision. */
        waiting: z.stringbool().optional(),
      }),
    )
    .output(Page(Plan)),
  show: route({ method: 'GET', path: '/plans/{id}', may: 'strategy.read', summary: 'One plan', tag })
    .input(ById)
    .output(Plan),
  create: route({ method: 'POST', path: '/plans', may: 'plans.change', summary: 'Draft a plan', tag, status: 201 })
    .input(PlanFields)
    .output(Plan),
  change: route({
    method: 'PATCH',
    path: '/plans/{id}',
    may: 'plans.change',
    summary: 'Change a plan; a change of its days, budget or aims makes it a draft again',
    tag,
  })
    .input(
      PlanFields.omit({ level: true })
        .partial()
        .extend({
          id: Id,
          description: Prose(5000).optional(),
          objectiveIds: z.array(Id).max(50).optional(),
          goalIds: z.array(Id).max(50).optional(),
        }),
    )
    .output(Plan),
  remove: route({
    method: 'DELETE',
    path: '/plans/{id}',
    may: 'plans.change',
    summary: 'Remove a plan below which nothing stands',
    tag,
  })
    .input(ById)
    .output(Gone),
  restore: route({
    method: 'POST',
    path: '/plans/{id}/restoration',
    may: 'plans.change',
    summary: 'Bring a removed plan back',
    tag,
  })
    .input(ById)
    .output(Plan),
  propose: route({
    method: 'POST',
    path: '/plans/{id}/proposal',
    may: 'plans.change',
    summary: 'Ask the level above for approval',
    tag,
  })
    .input(ById)
    .output(Plan),
  decide: route({
    method: 'POST',
    path: '/plans/{id}/decision',
    may: 'plans.change',
    summary: 'Approve a proposed plan, with a budget that may differ, or return it with words',
    tag,
  })
    .input(
      z.object({
        id: Id,
        outcome: z.enum(['approved', 'returned']),
        /** Left out: what was asked for. */
        grantedBudget: DecimalInput.nullable().optional(),
        words: Prose(2000).default(''),
      }),
    )
    .output(Plan),
  tasks: route({
    method: 'GET',
    path: '/tasks',
    may: 'strategy.read',
    summary: 'Tasks, newest first; my own by due day',
    tag,
  })
    .input(
      PageRequest.extend({
        planId: Id.optional(),
        goalId: Id.optional(),
        campaignId: Id.optional(),
        state: TaskState.optional(),
        /** Only those of the caller that are not done, by due day, as many as the limit says. */
        mine: z.stringbool().optional(),
      }),
    )
    .output(Page(Task)),
  task: route({ method: 'GET', path: '/tasks/{id}', may: 'strategy.read', summary: 'One task', tag })
    .input(ById)
    .output(Task),
  createTask: route({ method: 'POST', path: '/tasks', may: 'plans.change', summary: 'Set a task', tag, status: 201 })
    .input(TaskFields)
    .output(Task),
  changeTask: route({ method: 'PATCH', path: '/tasks/{id}', may: 'plans.change', summary: 'Change a task', tag })
    .input(
      TaskFields.partial().extend({
        id: Id,
        description: Prose(5000).optional(),
        state: TaskState.optional(),
        hoursPlanned: Hours.optional(),
        hoursActual: Hours.optional(),
        checklist: z.array(CheckItem).max(100).optional(),
      }),
    )
    .output(Task),
  removeTask: route({ method: 'DELETE', path: '/tasks/{id}', may: 'plans.change', summary: 'Remove a task', tag })
    .input(ById)
    .output(Gone),
  restoreTask: route({
    method: 'POST',
    path: '/tasks/{id}/restoration',
    may: 'plans.change',
    summary: 'Bring a removed task back',
    tag,
  })
    .input(ById)
    .output(Task),
  linkPost: route({
    method: 'POST',
    path: '/tasks/{id}/posts',
    may: 'plans.change',
    summary: 'Remember a post that a task became',
    tag,
  })
    .input(z.object({ id: Id, postId: Id }))
    .output(Task),
}
