import type { BUDGET_CATEGORIES } from '#contract/budget-records.ts'
import type { Units } from './coins.ts'
import { convert, type RateOf } from './exchange.ts'

export interface Amounts {
  readonly planned: Units
  readonly committed: Units
  readonly actual: Units
}
export const NO_MONEY: Amounts = { planned: 0n, committed: 0n, actual: 0n }

/** What something is charged to. */
export interface Place {
  readonly unitId: string | null
  readonly campaignId: string | null
  readonly planId: string | null
}

export interface Gap extends Place {
  readonly kind: 'exchange-rate' | 'cost-rate'
  readonly currency: string | null
  readonly personId: string | null
  readonly onDay: string
}

/** Money on a day: as it was said, and in the organisation's currency where there is a rate. */
export interface Charge extends Place {
  readonly category: (typeof BUDGET_CATEGORIES)[number]
  readonly onDay: string
  readonly currency: string
  readonly said: Amounts
  /** Null: no rate of the day. */
  readonly own: Amounts | null
  /** The day of the rate; null where none was needed or found. */
  readonly rateOn: string | null
}
export interface Charged {
  readonly charges: readonly Charge[]
  readonly gaps: readonly Gap[]
}

export interface SaidLine extends Place {
  readonly category: Charge['category']
  readonly onDay: string
  readonly currency: string
  readonly said: Amounts
}

export interface Into {
  readonly own: string
  readonly rateOf: RateOf
}

/** Lines with what they come to. Each amount is rounded by itself, so that however they are grouped, parts add up to the whole. */
export function chargesOfLines(lines: readonly SaidLine[], into: Into): Charged {
  const charges = lines.map((line): Charge => ({ ...line, ...inOwn(line.said, line.currency, line.onDay, into) }))
  return { charges, gaps: charges.flatMap(gapOf) }
}

/** Amounts in the organisation's currency by the rate of a day. */
export function inOwn(
  said: Amounts,
  currency: string,
  day: string,
  { own, rateOf }: Into,
): Pick<Charge, 'own' | 'rateOn'> {
  const rate = rateOf(currency, day)
  if (rate === null) return { own: null, rateOn: null }
  if (rate.onDay === null) return { own: said, rateOn: null }
  const amount = (units: Units) => convert(units, rate.factor, own)
  return {
    own: { planned: amount(said.planned), committed: amount(said.committed), actual: amount(said.actual) },
    rateOn: rate.onDay,
  }
}

/** The gap that a charge without a rate of its day is. */
export function gapOf({ own, currency, onDay, unitId, campaignId, planId }: Charge): Gap[] {
  return own === null ? [{ kind: 'exchange-rate', currency, personId: null, onDay, unitId, campaignId, planId }] : []
}

export interface Sums extends Amounts {
  /** Planned, less the larger of ordered and booked of each charge. */
  readonly left: Units
}

const NOTHING: Sums = { ...NO_MONEY, left: 0n }

/** The sum of what could be converted. */
export function sumOf(charges: readonly Charge[]): Sums {
  return charges.reduce((sum, { own }) => (own === null ? sum : addAmounts(sum, own)), NOTHING)
}

function addAmounts(sum: Sums, { planned, committed, actual }: Amounts): Sums {
  return {
    planned: sum.planned + planned,
    committed: sum.committed + committed,
    actual: sum.actual + actual,
    left: sum.left + planned - (committed > actual ? committed : actual),
  }
}

/** Sums by currency as it was said, converted or not; by code. */
export function sumsByCurrency(charges: readonly Charge[]): readonly (Amounts & { readonly currency: string })[] {
  return [...Map.groupBy(charges, (charge) => charge.currency)]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([currency, all]) => {
      const { planned, committed, actual } = all.reduce((sum, { said }) => addAmounts(sum, said), NOTHING)
      return { currency, planned, committed, actual }
    })
}

/** The first day of the month that a day lies in. */
export function monthOf(day: string): string {
  return `${day.slice(0, 7)}-01`
}
