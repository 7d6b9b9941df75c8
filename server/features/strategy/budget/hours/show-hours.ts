import type { z } from 'zod'
import type { Hours } from '#contract/budget-records.ts'
import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { may } from '#server/features/organisation/index.ts'
import { monthOf } from '../../domain/money/charges.ts'
import { costOf } from '../../domain/money/coins.ts'
import { decimalOf } from '../../domain/formula/rational.ts'
import { plainDecimal } from '../../domain/plain-decimal.ts'
import { placeOf } from '../store-places.ts'
import type { HoursRow } from './store-hours.ts'

export type ShownHours = z.infer<typeof Hours>

/** Somebody who looks at hours: who may see rates sees everybody's and what they cost, anybody else only their own, without. */
export interface HoursReader {
  readonly personId: string | null
  readonly rates: boolean
  readonly changes: boolean
  readonly today: string
}

/** What somebody may see and change of hours. */
export function readerOf(actor: Actor, today: string): HoursReader {
  return {
    personId: actor.personId,
    rates: may(actor, 'cost-rates.read').allowed,
    changes: may(actor, 'plans.change').allowed,
    today,
  }
}

/** Whether hours of a person on a day may be changed: a month that is over stands, but for those who may see rates. */
export function isOpen({ rates, today }: HoursReader, day: string): boolean {
  return rates || monthOf(day) >= monthOf(today)
}

/** Hours as the contract describes them. */
export function showHours(row: HoursRow, reader: HoursReader): ShownHours {
  const { id, note, unit, campaign, plan, rate, version } = row
  return {
    id,
    person: { id: row.person_id, name: row.person_name },
    onDay: row.on_day,
    hours: plainDecimal(row.hours),
    note,
    unit,
    campaign,
    plan,
    cost:
      reader.rates && rate !== null
        ? { amount: decimalOf(costOf(row.hours, rate.amount, rate.currency)), currency: rate.currency }
        : null,
    mayChange: reader.changes && isOpen(reader, row.on_day),
    version,
  }
}

/** Refuses, as if they were not there, hours of others to those who may not see rates. */
export function demandSight({ rates, personId }: HoursReader, row: HoursRow): void {
  if (!rates && row.person_id !== personId) throw new Refusal('record.not-found')
}

/** Refuses changes of a month that is over: sums of it are shown, and must not move with what somebody adds. */
export function demandOpen(reader: HoursReader, day: string): void {
  if (!isOpen(reader, day)) throw new Refusal('hours.month-over', {}, [{ path: 'onDay', code: 'hours.month-over' }])
}

export function hoursFields(row: HoursRow) {
  return { onDay: row.on_day, hours: plainDecimal(row.hours), note: row.note, ...placeOf(row) }
}
export type HoursFacts = ReturnType<typeof hoursFields>

/** What an event says of hours: where and when, never how many. Everybody reads the log, and hours beside costs tell rates. */
export function hoursTold({ onDay, unitId, campaignId, planId }: HoursFacts) {
  return { onDay, unitId, campaignId, planId }
}

/** The columns of hours. */
export function hoursColumns({ onDay, hours, note, unitId, campaignId, planId }: HoursFacts) {
  return { on_day: onDay, hours, note, unit_id: unitId, campaign_id: campaignId, plan_id: planId }
}
