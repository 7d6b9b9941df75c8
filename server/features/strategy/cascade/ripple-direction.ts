import { sql } from 'kysely'
import { markBelow, type Rippling } from './mark-below.ts'

/**
 * Puts every objective up for review after a change of vision, mission or values, in the transaction of the change. Who owns some is told,
 * once. A second change adds to what still waits, as it does below objectives.
 */
export async function rippleDirection(
  work: Rippling,
  changed: { readonly before: Readonly<Record<string, unknown>>; readonly after: Readonly<Record<string, unknown>> },
): Promise<void> {
  const { organisationId } = work.actor
  const below = sql`below as materialized (
      select 'objective' as type, id, owner_id from strategy_objectives where organisation_id = ${organisationId} and removed_at is null
    )`
  const cause = { type: 'direction', id: organisationId } as const
  await markBelow(work, { below, cause, changed, kind: 'review.direction', params: {} })
}
