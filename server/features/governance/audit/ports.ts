import type { Db } from '#server/kernel/database/database.ts'

/** What runs of legal holds keep from being erased. */
export interface Kept {
  /** The ids of records. */
  readonly records: readonly string[]
  /** An open end reaches for ever. */
  readonly periods: readonly { readonly from: Date | null; readonly until: Date | null }[]
}

export interface Erasure {
  readonly organisationId: string
  readonly before: Date
  readonly kept: Kept
  /** Not more than these at a time. */
  readonly most: number
}

/** Erases things of one kind that are older than their period, and says how many. */
export type Erase = (db: Db, erasure: Erasure) => Promise<number>

/** What other rooms keep for a time; joined in app.ts. */
export interface AuditPorts {
  readonly notices: Erase
  readonly attempts: Erase
}
