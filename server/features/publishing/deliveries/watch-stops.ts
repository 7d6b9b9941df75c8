import { acknowledgeStops, stopsFor } from '#server/features/governance/index.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { StopsOf } from './carry-out.ts'

export interface StopWatch {
  /** A stop began or ended in this organisation; null: it is not known whether any did. */
  readonly heard: (organisationId: string | null) => void
  readonly stopsOf: StopsOf
  readonly close: () => Promise<void>
}

/**
 * Keeps in mind in which organisations an emergency stop runs, and says that this worker knows. Claims ask the database anyway;
 * this is for what was claimed just before, and costs nothing where nothing is stopped.
 */
export function watchStops(kernel: Kernel, workerId: string): StopWatch {
  let stopped: ReadonlySet<string> = new Set()
  let asking: Promise<void> | null = null
  let again = false
  const ask = async () => {
    while (again) {
      again = false
      stopped = await acknowledgeStops(kernel, workerId)
    }
  }
  return {
    heard: (organisationId) => {
      // Believed at once, and looked up a moment later.
      if (organisationId !== null) stopped = new Set([...stopped, organisationId])
      again = true
      asking ??= ask()
        .catch((error: unknown) => kernel.log.warn({ err: error }, 'stops could not be acknowledged'))
        .finally(() => {
          asking = null
        })
    },
    stopsOf: async ({ organisation_id: organisationId, id }) => {
      if (!stopped.has(organisationId)) return []
      const covering = await kernel.database.inOrganisation(organisationId, (db) => stopsFor(db, organisationId, [id]))
      return covering.get(id) ?? []
    },
    close: async () => {
      await asking
    },
  }
}
