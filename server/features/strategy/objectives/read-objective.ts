import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { showObjective } from './show-objective.ts'
import { selectObjective } from './store.ts'

/** One objective. Refuses `record.not-found`, also for one that was removed. */
export function readObjective(kernel: Kernel, { organisationId }: Actor, id: string) {
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const row = await selectObjective(db, organisationId, id)
    if (row === null || row.removed_at !== null) throw new Refusal('record.not-found')
    return showObjective(row)
  })
}
