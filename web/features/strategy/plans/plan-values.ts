import { readDecimal, writeDecimal } from '../measure/decimal.ts'
import type { Plan, PlanRequest } from './records.ts'

/** What the form of a plan holds while it is typed. */
export type PlanValues = {
  level: string
  title: string
  description: string
  parentId: string | null
  unitId: string | null
  ownerId: string | null
  startsOn: string | null
  endsOn: string | null
  askedBudget: string
  objectiveIds: string[]
  goalIds: string[]
}

interface Beginning {
  readonly level: Plan['level']
  readonly today: string
  readonly ownerId: string
  readonly parent?: Plan | undefined
  readonly goalId?: string | undefined
}

/** A new plan, for three months; an action plan takes its days and place from the plan that it carries out. */
export function emptyPlan({ level, today, ownerId, parent, goalId }: Beginning): PlanValues {
  return {
    level,
    title: '',
    description: '',
    parentId: parent?.id ?? null,
    unitId: parent?.unit?.id ?? null,
    ownerId,
    startsOn: parent === undefined || parent.startsOn < today ? today : parent.startsOn,
    endsOn: parent?.endsOn ?? inThreeMonths(today),
    askedBudget: '',
    objectiveIds: [],
    goalIds: goalId === undefined ? [] : [goalId],
  }
}

/** The same day three months on, which is how long most plans run. */
function inThreeMonths(today: string): string {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number)
  return new Date(Date.UTC(year, month + 2, Math.min(day, 28))).toISOString().slice(0, 10)
}

/** The values of a plan that is there. */
export function planValues(plan: Plan, locale: string): PlanValues {
  return {
    level: plan.level,
    title: plan.title,
    description: plan.description,
    parentId: plan.parent?.id ?? null,
    unitId: plan.unit?.id ?? null,
    ownerId: plan.owner?.id ?? null,
    startsOn: plan.startsOn,
    endsOn: plan.endsOn,
    askedBudget: plan.askedBudget === null ? '' : writeDecimal(plan.askedBudget, locale),
    objectiveIds: plan.objectives.map(({ id }) => id),
    goalIds: plan.goals.map(({ id }) => id),
  }
}

/** The values as the API takes them. What is missing or no number is left for the server to refuse by field. */
export function planRequest(values: PlanValues, locale: string): PlanRequest {
  const tactical = values.level === 'tactical'
  const budget = values.askedBudget.trim()
  return {
    ...values,
    level: tactical ? 'tactical' : 'action',
    startsOn: values.startsOn ?? '',
    endsOn: values.endsOn ?? '',
    parentId: tactical ? null : values.parentId,
    askedBudget: !tactical || budget === '' ? null : (readDecimal(budget, locale) ?? ''),
  }
}
