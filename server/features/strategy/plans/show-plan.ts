import type { z } from 'zod'
import type { Plan } from '#contract/plans.ts'
import { plainDecimal } from '../domain/plain-decimal.ts'
import type { PlanRow } from './store.ts'

export type ShownPlan = z.infer<typeof Plan>

interface Sight {
  readonly budgets: boolean
  readonly mayDecide: boolean
}

/** A plan as the contract describes it, without budgets for those who may not see them. */
export function showPlan(row: PlanRow, { budgets, mayDecide }: Sight): ShownPlan {
  const { tasks } = row
  return {
    id: row.id,
    level: row.level,
    title: row.title,
    description: row.description,
    parent: row.parent === null ? null : { id: row.parent.id, title: row.parent.title },
    unit: row.unit_id !== null && row.unit_name !== null ? { id: row.unit_id, name: row.unit_name } : null,
    owner: person(row.owner_id, row.owner_name),
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    state: row.state,
    askedBudget: budgets && row.asked_budget !== null ? plainDecimal(row.asked_budget) : null,
    grantedBudget: budgets && row.granted_budget !== null ? plainDecimal(row.granted_budget) : null,
    currency: row.currency,
    words: row.words,
    proposedAt: row.proposed_at?.toISOString() ?? null,
    proposedBy: person(row.proposed_by, row.proposed_name),
    decidedAt: row.decided_at?.toISOString() ?? null,
    decidedBy: person(row.decided_by, row.decided_name),
    objectives: row.objectives,
    goals: row.goals,
    tasks: {
      total: tasks.total,
      done: tasks.done,
      late: tasks.late,
      hoursPlanned: plainDecimal(tasks.planned),
      hoursActual: plainDecimal(tasks.actual),
    },
    plans: row.plans,
    reviews: row.reviews,
    mayDecide,
    createdAt: row.created_at.toISOString(),
    version: row.version,
  }
}

function person(id: string | null, name: string | null): { id: string; name: string } | null {
  return id !== null && name !== null ? { id, name } : null
}

/** What an event says of a plan. */
export function planFacts(row: PlanRow) {
  return {
    level: row.level,
    title: row.title,
    description: row.description,
    parentId: row.parent?.id ?? null,
    unitId: row.unit_id,
    ownerId: row.owner_id,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    askedBudget: row.asked_budget === null ? null : plainDecimal(row.asked_budget),
    objectiveIds: row.objectives.map((objective) => objective.id),
    goalIds: row.goals.map((goal) => goal.id),
  }
}
