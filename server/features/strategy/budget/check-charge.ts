import { sql } from 'kysely'
import { Refusal, unknownReference } from '#contract/refusal.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { isTooFine, minorUnitsOf } from '../domain/money/coins.ts'
import type { Place } from '../domain/money/charges.ts'

const TABLES = {
  unitId: { table: 'organisation_units', open: sql`closed_at is null` },
  campaignId: { table: 'content_campaigns', open: sql`removed_at is null` },
  planId: { table: 'strategy_plans', open: sql`removed_at is null` },
} as const

/** Refuses units, campaigns and plans that are not there. What stood there before the change may since have been closed. */
export async function checkPlace(db: Db, organisationId: string, place: Place, before?: Place): Promise<void> {
  for (const field of ['unitId', 'campaignId', 'planId'] as const) {
    const id = place[field]
    if (id === null || id === before?.[field]) continue
    const { table, open } = TABLES[field]
    const { rows } = await sql`
      select id from ${sql.table(table)} where organisation_id = ${organisationId} and id = ${id} and ${open} for key share`.execute(
      db,
    )
    if (rows.length === 0) throw unknownReference(field)
  }
}

/** Refuses an amount below nothing where it must not be, and one finer than the currency's smallest coin. */
export function checkAmount(
  path: string,
  amount: string | null,
  { currency, positive }: { readonly currency: string; readonly positive: boolean },
): void {
  if (amount === null) return
  if (positive && amount.startsWith('-'))
    throw new Refusal('request.invalid', {}, [{ path, code: 'money.below-nothing' }])
  if (isTooFine(amount, currency)) {
    const params = { currency, digits: minorUnitsOf(currency) }
    throw new Refusal('request.invalid', {}, [{ path, code: 'money.too-fine', params }])
  }
}
