import { Temporal } from 'temporal-polyfill'
import { gapOf, inOwn, monthOf, NO_MONEY, type Charge, type Charged, type Into, type Place } from './charges.ts'
import { costOf, unitsOf } from './coins.ts'

/**
 * What somebody may see of what people's hours cost. `all`: each hour. `whole-parts`: sums of whole parts only. `none`: nothing
 * of any cost.
 */
export type CostSight = 'all' | 'whole-parts' | 'none'

export interface SaidHours extends Place {
  readonly personId: string
  readonly onDay: string
  readonly hours: string
}
export interface SaidRate {
  readonly personId: string
  readonly since: string
  readonly amount: string
  readonly currency: string
}
interface ChargedHours extends Charged {
  /** Parts that are left out of the sums because they would tell what one person costs, or are not over yet. */
  readonly leftOut: readonly Place[]
}

export interface HoursSeen {
  readonly sight: CostSight
  readonly today: string
}

/**
 * What hours cost, each entry rounded by itself. Who may not see rates is given sums of whole parts and nothing smaller: a part
 * is a month, one place that hours are charged to and one currency; it is counted once the month is over, where two people or more worked in it
 * and nobody did nearly all, on its last day. Totals are sums of parts, so taking one total from another leaves parts, never a person.
 */
export function chargesOfHours(
  entries: readonly SaidHours[],
  rates: readonly SaidRate[],
  into: Into,
  { sight, today }: HoursSeen,
): ChargedHours {
  const rateOf = costRates(rates)
  const costed = entries.map((entry) => costEntry(entry, rateOf(entry.personId, entry.onDay), into))
  if (sight === 'all')
    return {
      charges: costed.flatMap(({ charge }) => charge ?? []),
      gaps: costed.flatMap(({ gaps }) => gaps),
      leftOut: [],
    }
  if (sight === 'none') return { charges: [], gaps: [], leftOut: [] }
  const parts = [...Map.groupBy(costed, partKey).values()]
  const charged = parts.map((part) => ({ part, charges: wholePart(part, today, into) }))
  const charges = charged.flatMap((one) => one.charges)
  const leftOut = charged.filter((one) => one.charges.length === 0).flatMap(({ part }) => part[0]?.entry ?? [])
  return { charges, gaps: charges.flatMap(gapOf), leftOut }
}

interface Costed {
  readonly entry: SaidHours
  readonly charge: Charge | null
  readonly gaps: Charged['gaps']
}

function costEntry(entry: SaidHours, rate: SaidRate | null, into: Into): Costed {
  const { personId, onDay, hours, unitId, campaignId, planId } = entry
  if (rate === null)
    return {
      entry,
      charge: null,
      gaps: [{ kind: 'cost-rate', currency: null, personId, onDay, unitId, campaignId, planId }],
    }
  const said = { ...NO_MONEY, actual: costOf(hours, rate.amount, rate.currency) }
  const charge: Charge = {
    unitId,
    campaignId,
    planId,
    category: 'people',
    onDay,
    currency: rate.currency,
    said,
    ...inOwn(said, rate.currency, onDay, into),
  }
  return { entry, charge, gaps: gapOf(charge) }
}

function partKey({ entry: { onDay, unitId, campaignId, planId }, charge }: Costed): string {
  return [monthOf(onDay), unitId, campaignId, planId, charge?.currency].join(' ')
}

/**
 * One charge for a part; none where it has to be left out. Its people are all paid in one currency, and their sum is converted
 * once: else whoever may enter rates of exchange could tell them apart by moving one.
 */
function wholePart(part: readonly Costed[], today: string, into: Into): Charge[] {
  const [first] = part
  if (first === undefined || first.charge === null) return []
  const { unitId, campaignId, planId, onDay, currency } = first.charge
  if (monthOf(onDay) >= monthOf(today) || tellsOfOne(part)) return []
  const said = { ...NO_MONEY, actual: part.reduce((sum, { charge }) => sum + (charge?.said.actual ?? 0n), 0n) }
  const lastDay = Temporal.PlainYearMonth.from(onDay.slice(0, 7)).toPlainDate({ day: 31 }).toString()
  const charged = inOwn(said, currency, lastDay, into)
  return [{ unitId, campaignId, planId, category: 'people', onDay: lastDay, currency, said, ...charged }]
}

/** One person alone, or one who worked more than four fifths of the hours: the sum would be nearly that person's. */
function tellsOfOne(part: readonly Costed[]): boolean {
  const byPerson = [...Map.groupBy(part, ({ entry }) => entry.personId).values()].map((own) =>
    own.reduce((sum, { entry }) => sum + unitsOf(entry.hours), 0n),
  )
  const all = byPerson.reduce((sum, hours) => sum + hours, 0n)
  return byPerson.length < 2 || byPerson.some((hours) => hours * 5n > all * 4n)
}

function costRates(rates: readonly SaidRate[]): (personId: string, day: string) => SaidRate | null {
  const byPerson = Map.groupBy(
    rates.toSorted((one, other) => (one.since < other.since ? -1 : 1)),
    (rate) => rate.personId,
  )
  return (personId, day) => byPerson.get(personId)?.findLast((rate) => rate.since <= day) ?? null
}
