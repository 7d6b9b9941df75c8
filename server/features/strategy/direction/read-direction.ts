import type { Actor } from '#server/kernel/actor.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { showDirection } from './show-direction.ts'
import { selectDirection } from './store.ts'

/** The organisation's vision, mission and values. */
export function readDirection(kernel: Kernel, { organisationId }: Actor) {
  return kernel.database.inOrganisation(organisationId, async (db) =>
    showDirection(await selectDirection(db, organisationId)),
  )
}
