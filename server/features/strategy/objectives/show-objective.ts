import type { z } from 'zod'
import type { Objective } from '#contract/strategy.ts'
import type { ObjectiveRow } from './store.ts'

export type ShownObjective = z.infer<typeof Objective>

/** An objective as the contract describes it. */
export function showObjective(row: ObjectiveRow): ShownObjective {
  return {
    id: row.id,
    title: row.title,
    description: row.description,
    perspective: row.perspective as ShownObjective['perspective'],
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    owner: row.owner_id !== null && row.owner_name !== null ? { id: row.owner_id, name: row.owner_name } : null,
    goals: row.goals,
    createdAt: row.created_at.toISOString(),
    version: row.version,
  }
}

/** What an event says of an objective. */
export function objectiveFacts({ title, description, perspective, startsOn, endsOn, owner }: ShownObjective) {
  return { title, description, perspective, startsOn, endsOn, ownerId: owner?.id ?? null }
}
