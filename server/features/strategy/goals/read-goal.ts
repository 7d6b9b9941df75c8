import type { Actor } from '#server/kernel/actor.ts'
import type { StrategyNeeds } from '../ports.ts'
import { findGoal } from './hold-goal.ts'

/** One goal. Refuses `record.not-found`, also for one that was removed. */
export function readGoal({ kernel, ports }: StrategyNeeds, { organisationId }: Actor, id: string) {
  return kernel.database.inOrganisation(organisationId, (db) => findGoal(db, ports, { organisationId, id }))
}
