import type { KpiUnit } from '#contract/kpi-catalogue.ts'
import type { STANDINGS } from '#contract/strategy.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { CostSight } from './domain/money/hours-charges.ts'
import type { Figures } from './domain/formula/evaluate.ts'

export interface FiguresWanted {
  readonly organisationId: string
  readonly now: Date
  /** Instants in order: what happened between each and the next is told apart. */
  readonly edges: readonly Date[]
  /** Only what campaigns of this unit, and of those below it, brought; null: everything. */
  readonly unitId: string | null
  /** What the reader may see of cost. */
  readonly costs: CostSight
}

/** How a goal stands today, as the one who measures it says. */
export interface MeasuredStanding {
  readonly standing: (typeof STANDINGS)[number]
  readonly unit: KpiUnit
  readonly currency: string | null
  readonly now: string | null
  readonly neededToday: string
}

/** What strategy asks of rooms that come after it. */
export interface StrategyPorts {
  /** What was measured in each stretch of time. */
  readonly figuresOf: (db: Db, wanted: FiguresWanted) => Promise<readonly Figures[]>
  /** How these goals stand; those that are not there are left out. */
  readonly standingsOf: (
    db: Db,
    wanted: {
      readonly organisationId: string
      readonly now: Date
      readonly goalIds: readonly string[]
      readonly costs: CostSight
    },
  ) => Promise<ReadonlyMap<string, MeasuredStanding>>
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
