import type { z } from 'zod'
import type { BudgetLine } from '#contract/budget-records.ts'
import { Refusal } from '#contract/refusal.ts'
import { plainDecimal } from '../../domain/plain-decimal.ts'
import { checkAmount } from '../check-charge.ts'
import { placeOf } from '../store-places.ts'
import type { LineRow } from './store-lines.ts'

export type ShownLine = z.infer<typeof BudgetLine>

const plain = (decimal: string | null) => (decimal === null ? null : plainDecimal(decimal))

/** A line as the contract describes it. */
export function showLine(row: LineRow): ShownLine {
  return {
    id: row.id,
    title: row.title,
    note: row.note,
    category: row.category,
    onDay: row.on_day,
    currency: row.currency,
    planned: plain(row.planned),
    committed: plain(row.committed),
    actual: plain(row.actual),
    unit: row.unit,
    campaign: row.campaign,
    plan: row.plan,
    reference: row.reference,
    createdAt: row.created_at.toISOString(),
    version: row.version,
  }
}

/** What an event says of a line. */
export function lineFacts(row: LineRow) {
  return {
    title: row.title,
    note: row.note,
    category: row.category,
    onDay: row.on_day,
    currency: row.currency,
    planned: plain(row.planned),
    committed: plain(row.committed),
    actual: plain(row.actual),
    ...placeOf(row),
    reference: row.reference,
  }
}
export type LineFacts = ReturnType<typeof lineFacts>

/** Amounts without superfluous zeros. Refuses a line that says no amount, one below nothing, and one finer than a coin. */
export function checkedLine(facts: LineFacts): LineFacts {
  const amounts = { planned: plain(facts.planned), committed: plain(facts.committed), actual: plain(facts.actual) }
  if (Object.values(amounts).every((amount) => amount === null))
    throw new Refusal('budget.nothing', {}, [{ path: 'planned', code: 'budget.nothing' }])
  for (const [path, amount] of Object.entries(amounts))
    checkAmount(path, amount, { currency: facts.currency, positive: path === 'planned' })
  return { ...facts, ...amounts }
}

/** The columns of a line. */
export function lineColumns(facts: LineFacts) {
  return {
    title: facts.title,
    note: facts.note,
    category: facts.category,
    on_day: facts.onDay,
    currency: facts.currency,
    planned: facts.planned,
    committed: facts.committed,
    actual: facts.actual,
    unit_id: facts.unitId,
    campaign_id: facts.campaignId,
    plan_id: facts.planId,
    reference: facts.reference,
  }
}
