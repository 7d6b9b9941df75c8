import type { Db } from '#server/kernel/database/database.ts'
import type { Kernel } from '#server/kernel/kernel.ts'

/** What strategy asks of rooms that come after it. */
export interface StrategyPorts {
  /** How many campaigns serve each of these goals; goals that none serves may be left out. */
  readonly campaignsOf: (
    db: Db,
    organisationId: string,
    goalIds: readonly string[],
  ) => Promise<ReadonlyMap<string, number>>
}

/** What the use cases around goals lean on. */
export interface StrategyNeeds {
  readonly kernel: Kernel
  readonly ports: StrategyPorts
}
