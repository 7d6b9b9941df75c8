import { readDecimal, writeDecimal } from '../measure/decimal.ts'
import type { Goal, GoalRequest } from '../records.ts'

/** What the form of a goal holds while it is typed. Figures are text as the person writes numbers. */
export type GoalValues = {
  title: string
  kpi: string | null
  baseline: string
  target: string
  startsOn: string | null
  dueOn: string | null
  ownerId: string | null
  objectiveIds: string[]
}

interface Beginning {
  readonly objectiveIds: readonly string[]
  readonly today: string
  readonly ownerId: string
}

/** A new goal: from today, from zero, owned by whoever sets it. */
export function emptyGoal({ objectiveIds, today, ownerId }: Beginning): GoalValues {
  return {
    title: '',
    kpi: null,
    baseline: '0',
    target: '',
    startsOn: today,
    dueOn: null,
    ownerId,
    objectiveIds: [...objectiveIds],
  }
}

/** The values of a goal that is there. */
export function goalValues(goal: Goal, locale: string): GoalValues {
  const { title, kpi, baseline, target, startsOn, dueOn, owner, objectives } = goal
  return {
    title,
    kpi,
    startsOn,
    dueOn,
    baseline: writeDecimal(baseline, locale),
    target: writeDecimal(target, locale),
    ownerId: owner?.id ?? null,
    objectiveIds: objectives.map((objective) => objective.id),
  }
}

/** The values as the API takes them. What is missing or no number is left empty, which the server refuses by field. */
export function goalRequest(values: GoalValues, locale: string): GoalRequest {
  const { title, ownerId, objectiveIds } = values
  return {
    title,
    ownerId,
    objectiveIds,
    kpi: values.kpi ?? '',
    baseline: readDecimal(values.baseline, locale) ?? '',
    target: readDecimal(values.target, locale) ?? '',
    dueOn: values.dueOn ?? '',
    ...(values.startsOn === null ? {} : { startsOn: values.startsOn }),
  }
}
