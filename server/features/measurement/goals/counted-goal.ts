import { findKpiDefinitions, type KpiDefinition } from '#server/features/strategy/index.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { GoalRow } from './store-goals.ts'

/** A goal with what its KPI counts. */
export interface CountedGoal extends GoalRow {
  /** Null for a KPI that is not there any more: then it is not measured. */
  readonly definition: KpiDefinition | null
  /** The last day that counts: its due day, or the last one on which its figures can be had. */
  readonly lastOn: string
}

/** Joins goals with what their KPIs count, each in the edition that the goal goes by. */
export async function countGoals(db: Db, organisationId: string, goals: readonly GoalRow[]): Promise<CountedGoal[]> {
  const definitionOf = await findKpiDefinitions(db, organisationId, goals)
  return goals.map((goal) => {
    const definition = definitionOf(goal)
    const notAfter = definition?.notAfter ?? null
    return { ...goal, definition, lastOn: notAfter !== null && notAfter < goal.dueOn ? notAfter : goal.dueOn }
  })
}
