import { z } from 'zod'
import { audiences } from './audiences.ts'
import { budget } from './budget.ts'
import { audit } from './audit-accounts.ts'
import { cascade } from './cascade.ts'
import { channelChoice } from './channel-choice.ts'
import {
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
import { catalogue, Kpi, KpiId } from './kpis.ts'
import { planDocument } from './plan-document.ts'
import { plans } from './plans.ts'
import { route } from './route.ts'
import { scorecards } from './scorecard.ts'

export { FUNNEL_STAGES, KPI_IDS, KPIS } from './kpi-catalogue.ts'

const tag = 'Strategy'

/** Kaplan and Norton's four perspectives of the balanced scorecard. */
export const PERSPECTIVES = ['financial', 'customer', 'internal-process', 'learning-and-growth'] as const
export const Perspective = z.enum(PERSPECTIVES)

export const Direction = z.object({
  vision: z.string(),
  mission: z.string(),
  values: z.string(),
  version: Version,
  changedAt: Instant.nullable(),
  changedBy: PersonReference.nullable(),
})

export const Objective = z.object({
  id: Id,
  title: z.string(),
  description: z.string(),
  perspective: Perspective,
  startsOn: LocalDate,
  endsOn: LocalDate,
  owner: PersonReference.nullable(),
  goals: z.number().int(),
  createdAt: Instant,
  version: Version,
})
const ObjectiveFields = z.object({
  title: Line(),
  description: Prose(5000).default(''),
  perspective: Perspective,
  startsOn: LocalDate,
  endsOn: LocalDate,
  ownerId: Id.nullable().optional(),
})

/** Where a goal stands against the straight path from its baseline to its target. */
export const STANDINGS = ['on-path', 'at-risk', 'behind', 'reached', 'missed', 'not-measured'] as const
export const Goal = z.object({
  id: Id,
  title: z.string(),
  kpi: z.string(),
  /** The edition of the KPI's formula that it goes by. */
  kpiEdition: z.number().int(),
  baseline: Decimal,
  target: Decimal,
  startsOn: LocalDate,
  dueOn: LocalDate,
  owner: PersonReference.nullable(),
  objectives: z.array(z.object({ id: Id, title: z.string() })),
  campaigns: z.number().int(),
  createdAt: Instant,
  version: Version,
})
const GoalFields = z.object({
  title: Line(),
  objectiveIds: z.array(Id).max(50).default([]),
  kpi: KpiId,
  baseline: DecimalInput.default('0'),
  target: DecimalInput,
  startsOn: LocalDate.optional(),
  dueOn: LocalDate,
  ownerId: Id.nullable().optional(),
})

const ById = z.object({ id: Id })

export const strategy = {
  audiences,
  catalogue,
  scorecards,
  plans,
  planDocument,
  budget,
  cascade,
  audit,
  channelChoice,
  direction: route({
    method: 'GET',
    path: '/direction',
    may: 'strategy.read',
    summary: 'Vision, mission and values',
    tag,
  }).output(Direction),
  setDirection: route({
    method: 'PUT',
    path: '/direction',
    may: 'objectives.change',
    summary: 'Set vision, mission and values',
    tag,
  })
    .input(z.object({ vision: Prose(2000), mission: Prose(2000), values: Prose(2000).optional() }))
    .output(Direction),
  kpis: route({
    method: 'GET',
    path: '/kpis',
    may: 'strategy.read',
    summary: 'The KPI catalogue with formulas',
    tag,
  }).output(z.object({ items: z.array(Kpi) })),
  objectives: route({ method: 'GET', path: '/objectives', may: 'strategy.read', summary: 'Business objectives', tag })
    .input(PageRequest)
    .output(Page(Objective)),
  objective: route({ method: 'GET', path: '/objectives/{id}', may: 'strategy.read', summary: 'One objective', tag })
    .input(ById)
    .output(Objective),
  createObjective: route({
    method: 'POST',
    path: '/objectives',
    may: 'objectives.change',
    summary: 'Set a business objective',
    tag,
    status: 201,
  })
    .input(ObjectiveFields)
    .output(Objective),
  changeObjective: route({
    method: 'PATCH',
    path: '/objectives/{id}',
    may: 'objectives.change',
    summary: 'Change an objective',
    tag,
  })
    .input(ObjectiveFields.partial().extend({ id: Id, description: Prose(5000).optional() }))
    .output(Objective),
  removeObjective: route({
    method: 'DELETE',
    path: '/objectives/{id}',
    may: 'objectives.change',
    summary: 'Remove an objective that no goal serves',
    tag,
  })
    .input(ById)
    .output(Gone),
  restoreObjective: route({
    method: 'POST',
    path: '/objectives/{id}/restoration',
    may: 'objectives.change',
    summary: 'Bring a removed objective back',
    tag,
  })
    .input(ById)
    .output(Objective),
  goals: route({ method: 'GET', path: '/goals', may: 'strategy.read', summary: 'Social media goals', tag })
    .input(PageRequest.extend({ objectiveId: Id.optional() }))
    .output(Page(Goal)),
  goal: route({ method: 'GET', path: '/goals/{id}', may: 'strategy.read', summary: 'One goal', tag })
    .input(ById)
    .output(Goal),
  createGoal: route({
    method: 'POST',
    path: '/goals',
    may: 'goals.change',
    summary: 'Set a goal that serves objectives',
    tag,
    status: 201,
  })
    .input(GoalFields)
    .output(Goal),
  changeGoal: route({ method: 'PATCH', path: '/goals/{id}', may: 'goals.change', summary: 'Change a goal', tag })
    .input(
      GoalFields.partial().extend({
        id: Id,
        objectiveIds: z.array(Id).max(50).optional(),
        baseline: DecimalInput.optional(),
      }),
    )
    .output(Goal),
  moveGoalKpi: route({
    method: 'POST',
    path: '/goals/{id}/kpi-edition',
    may: 'goals.change',
    summary: 'Let a goal go by another edition of its KPI; by the newest where none is named',
    tag,
  })
    .input(z.object({ id: Id, edition: z.number().int().positive().optional() }))
    .output(Goal),
  removeGoal: route({
    method: 'DELETE',
    path: '/goals/{id}',
    may: 'goals.change',
    summary: 'Remove a goal that no campaign serves',
    tag,
  })
    .input(ById)
    .output(Gone),
  restoreGoal: route({
    method: 'POST',
    path: '/goals/{id}/restoration',
    may: 'goals.change',
    summary: 'Bring a removed goal back',
    tag,
  })
    .input(ById)
    .output(Goal),
}
