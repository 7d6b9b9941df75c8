import { addDays } from '#web/kernel/time.ts'
import { instantOf } from '../wall-clock.ts'

export const PERIODS = ['today', '7-days', '30-days'] as const
export type Period = (typeof PERIODS)[number]

const DAYS: Readonly<Record<Period, number>> = { today: 1, '7-days': 7, '30-days': 30 }

/** From the start of the first day to the end of today, in the reader's zone. */
export function instantsOf(
  period: Period,
  today: string,
  timeZone: string,
): { readonly from: string; readonly to: string } {
  return {
    from: instantOf(`${addDays(today, 1 - DAYS[period])}T00:00`, timeZone).toISOString(),
    to: instantOf(`${addDays(today, 1)}T00:00`, timeZone).toISOString(),
  }
}

/** What the strip above the ledger filters by. `waiting` is everything that a person has to settle, of whatever age. */
export const LEDGER_FILTERS = [
  'waiting',
  'sending',
  'planned',
  'retry-at',
  'held',
  'failed',
  'published',
  'cancelled',
  'removed',
] as const
export type LedgerFilter = (typeof LEDGER_FILTERS)[number]

/** Reads a filter from the address; anything else means all. */
export function readFilter(text: string | undefined): LedgerFilter | null {
  if (text === 'unknown' || text === 'needs-person') return 'waiting'
  return LEDGER_FILTERS.find((filter) => filter === text) ?? null
}
