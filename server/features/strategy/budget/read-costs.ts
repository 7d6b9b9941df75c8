import type { Db } from '#server/kernel/database/database.ts'
import { convert } from '../domain/money/exchange.ts'
import type { Units } from '../domain/money/coins.ts'
import { rateOf, readCharges, type ChargesWanted } from './read-charges.ts'

/** What was booked on a day, in the organisation's currency in millionths; null where there is no rate of the day. */
export interface Cost {
  readonly campaignId: string | null
  readonly onDay: string
  readonly currency: string
  readonly amount: Units | null
}

/** What was booked from one day to another, both included, as far as the reader may see it; and how much of people's hours is left out. */
export async function readCosts(
  db: Db,
  wanted: ChargesWanted,
): Promise<{ readonly costs: readonly Cost[]; readonly leftOut: number }> {
  const { charges, leftOut } = await readCharges(db, wanted)
  const costs = charges
    .filter(({ onDay, said }) => onDay >= wanted.from && onDay <= wanted.to && said.actual !== 0n)
    .map(({ campaignId, onDay, currency, own }) => ({ campaignId, onDay, currency, amount: own?.actual ?? null }))
  return { costs, leftOut: leftOut.length }
}

export type Conversion = (amount: Units, currency: string, day: string) => Units | null

/** Converts millionths into a currency by the organisation's own rate of a day, rounded half even to its smallest coin; null without a rate. */
export async function conversionInto(db: Db, organisationId: string, own: string): Promise<Conversion> {
  const rates = await rateOf(db, organisationId, own)
  return (amount, currency, day) => {
    const rate = rates(currency, day)
    if (rate === null) return null
    return currency === own ? amount : convert(amount, rate.factor, own)
  }
}
