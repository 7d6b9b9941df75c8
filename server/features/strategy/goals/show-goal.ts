import type { z } from 'zod'
import type { Goal } from '#contract/strategy.ts'
import { plainDecimal } from '../domain/plain-decimal.ts'
import type { GoalRow } from './store.ts'

export type ShownGoal = z.infer<typeof Goal>

/** A goal as the contract describes it. */
export function showGoal(row: GoalRow, campaigns: number): ShownGoal {
  return {
    id: row.id,
    title: row.title,
    kpi: row.kpi,
    kpiEdition: row.kpi_edition,
    baseline: plainDecimal(row.baseline),
    target: plainDecimal(row.target),
    startsOn: row.starts_on,
    dueOn: row.due_on,
    owner: row.owner_id !== null && row.owner_name !== null ? { id: row.owner_id, name: row.owner_name } : null,
    objectives: row.objectives,
    campaigns,
    createdAt: row.created_at.toISOString(),
    version: row.version,
  }
}

/** What an event says of a goal. */
export function goalFacts({ title, kpi, kpiEdition, baseline, target, startsOn, dueOn, owner, objectives }: ShownGoal) {
  return {
    title,
    kpi,
    kpiEdition,
    baseline,
    target,
    startsOn,
    dueOn,
    ownerId: owner?.id ?? null,
    objectiveIds: objectives.map((objective) => objective.id),
  }
}
