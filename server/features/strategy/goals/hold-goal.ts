import { Refusal } from '#contract/refusal.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { StrategyPorts } from '../ports.ts'
import { showGoal, type ShownGoal } from './show-goal.ts'
import { lockGoal, selectGoal } from './store.ts'

interface Wanted {
  readonly organisationId: string
  readonly id: string
}

export interface HeldGoal {
  readonly goal: ShownGoal
  readonly removed: boolean
}

/** One goal, removed or not, held for the change that follows. Refuses `record.not-found`. */
export async function holdAnyGoal(db: Db, ports: StrategyPorts, wanted: Wanted): Promise<HeldGoal> {
  await lockGoal(db, wanted.organisationId, wanted.id)
  return findAnyGoal(db, ports, wanted)
}

/** One goal held for the change that follows. Refuses `record.not-found`, also for one that was removed. */
export async function holdGoal(db: Db, ports: StrategyPorts, wanted: Wanted): Promise<ShownGoal> {
  await lockGoal(db, wanted.organisationId, wanted.id)
  return findGoal(db, ports, wanted)
}

/** One goal as it is. Refuses `record.not-found`, also for one that was removed. */
export async function findGoal(db: Db, ports: StrategyPorts, wanted: Wanted): Promise<ShownGoal> {
  const { goal, removed } = await findAnyGoal(db, ports, wanted)
  if (removed) throw new Refusal('record.not-found')
  return goal
}

async function findAnyGoal(db: Db, ports: StrategyPorts, { organisationId, id }: Wanted): Promise<HeldGoal> {
  const row = await selectGoal(db, organisationId, id)
  if (row === null) throw new Refusal('record.not-found')
  const campaigns = await ports.campaignsOf(db, organisationId, [id])
  return { goal: showGoal(row, campaigns.get(id) ?? 0), removed: row.removed_at !== null }
}
