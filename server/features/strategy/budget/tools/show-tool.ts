import type { z } from 'zod'
import type { Tool } from '#contract/budget-records.ts'
import { checkPeriod } from '../../domain/period.ts'
import { plainDecimal } from '../../domain/plain-decimal.ts'
import { checkAmount } from '../check-charge.ts'
import { placeOf } from '../store-places.ts'
import type { ToolRow } from './store-tools.ts'

export type ShownTool = z.infer<typeof Tool>

/** A subscription as the contract describes it. */
export function showTool(row: ToolRow): ShownTool {
  const { id, name, note, currency, cycle, unit, campaign, plan, version } = row
  return {
    id,
    name,
    note,
    price: plainDecimal(row.price),
    currency,
    cycle,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    inPlan: row.in_plan,
    unit,
    campaign,
    plan,
    version,
  }
}

/** What an event says of a subscription. */
export function toolFacts(row: ToolRow) {
  const { name, note, currency, cycle } = row
  return {
    name,
    note,
    price: plainDecimal(row.price),
    currency,
    cycle,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    inPlan: row.in_plan,
    ...placeOf(row),
  }
}
export type ToolFacts = ReturnType<typeof toolFacts>

/** The price without superfluous zeros. Refuses one below nothing or finer than a coin, and an end before the beginning. */
export function checkedTool(facts: ToolFacts): ToolFacts {
  const price = plainDecimal(facts.price)
  checkAmount('price', price, { currency: facts.currency, positive: true })
  if (facts.endsOn !== null) checkPeriod(facts.startsOn, facts.endsOn, 'endsOn')
  return { ...facts, price }
}

/** The columns of a subscription. */
export function toolColumns(facts: ToolFacts) {
  return {
    name: facts.name,
    note: facts.note,
    price: facts.price,
    currency: facts.currency,
    cycle: facts.cycle,
    starts_on: facts.startsOn,
    ends_on: facts.endsOn,
    in_plan: facts.inPlan,
    unit_id: facts.unitId,
    campaign_id: facts.campaignId,
    plan_id: facts.planId,
  }
}
