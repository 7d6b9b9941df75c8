import type { PlanRoom, PlanSection } from '#contract/plan-sections.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { PlanPart } from '../../domain/plan-content.ts'
import type { StrategyPorts } from '../../ports.ts'

/** What a block is read with: one organisation at one moment. */
export interface Reading {
  readonly db: Db
  readonly ports: StrategyPorts
  readonly organisationId: string
  readonly now: Date
  /** The day it is where the organisation is. */
  readonly today: string
  readonly currency: string
}

/** A room whose records stand in the plan. Reads, and never writes. */
export interface LiveBlock {
  readonly room: PlanRoom
  readonly section: PlanSection
  /** Whether only those who may see budgets see it. */
  readonly budget?: true
  /** Nothing where the room has no records. */
  readonly read: (reading: Reading) => Promise<readonly PlanPart[]>
}

/** How many records of one kind a plan shows; a plan with more is not read. */
export const MOST_RECORDS = 200
