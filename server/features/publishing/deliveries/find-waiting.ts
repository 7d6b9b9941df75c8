import { sql } from 'kysely'
import type { Kernel } from '#server/kernel/kernel.ts'

/** How many deliveries of one organisation somebody has to look at now. */
export interface Waiting {
  readonly organisationId: string
  readonly count: number
  /** When the last of them was due. */
  readonly until: Date
}

/** Of the deliveries that wait, longest waiting first, not more than these are looked at together. */
const LOOK_AHEAD = 256

export interface Found {
  /** By organisation, the longest waiting first. */
  readonly waiting: Waiting[]
  /** Whether others may wait behind them. */
  readonly more: boolean
  /** When the next delivery comes that is not due yet. */
  readonly next: Date | null
}

/** Which organisations have deliveries that are due, and when the next one comes. */
export function findWaiting(kernel: Kernel): Promise<Found> {
  const now = kernel.clock.now()
  return kernel.database.dispatching(async (db) => {
    const { rows } = await sql<{ organisationId: string | null; count: number; until: Date }>`
      (select organisation_id as "organisationId", count(*) as count, max(next_at) as until
        from (select organisation_id, next_at from publishing_deliveries where next_at <= ${now} order by next_at limit ${LOOK_AHEAD}) due
        group by organisation_id order by min(next_at))
      union all
      (select null, 0, next_at from publishing_deliveries where next_at > ${now} order by next_at limit 1)`.execute(db)
    const waiting = rows.flatMap(({ organisationId, ...row }) =>
      organisationId === null ? [] : [{ organisationId, ...row }],
    )
    return {
      waiting,
      more: waiting.reduce((sum, { count }) => sum + count, 0) === LOOK_AHEAD,
      next: rows.find(({ organisationId }) => organisationId === null)?.until ?? null,
    }
  })
}
