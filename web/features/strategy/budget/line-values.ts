import { BUDGET_CATEGORIES } from '#contract/budget-records.ts'
import { readDecimal, writeDecimal } from '../measure/decimal.ts'
import { placeValues } from './place-select.tsx'
import type { BudgetLine, LineRequest } from './records.ts'

/** What the form of a budget line holds while it is typed. */
export type LineValues = {
  title: string
  note: string
  category: string
  onDay: string | null
  currency: string
  planned: string
  committed: string
  actual: string
  unitId: string | null
  campaignId: string | null
  planId: string | null
  reference: string
}

/** A new line, today, in the organisation's currency. */
export function emptyLine(today: string, currency: string, planId?: string): LineValues {
  return {
    title: '',
    note: '',
    category: 'advertising',
    onDay: today,
    currency,
    planned: '',
    committed: '',
    actual: '',
    unitId: null,
    campaignId: null,
    planId: planId ?? null,
    reference: '',
  }
}

/** The values of a line that is there. */
export function lineValues(line: BudgetLine, locale: string): LineValues {
  const amount = (decimal: string | null) => (decimal === null ? '' : writeDecimal(decimal, locale))
  return {
    title: line.title,
    note: line.note,
    category: line.category,
    onDay: line.onDay,
    currency: line.currency,
    planned: amount(line.planned),
    committed: amount(line.committed),
    actual: amount(line.actual),
    ...placeValues(line),
    reference: line.reference ?? '',
  }
}

/** The values as the API takes them. What is missing or no number is left for the server to refuse by field. */
export function lineRequest(values: LineValues, locale: string): LineRequest {
  const amount = (text: string) => (text.trim() === '' ? null : (readDecimal(text, locale) ?? ''))
  return {
    ...values,
    category: BUDGET_CATEGORIES.find((category) => category === values.category) ?? 'other',
    onDay: values.onDay ?? '',
    currency: values.currency.trim().toUpperCase(),
    planned: amount(values.planned),
    committed: amount(values.committed),
    actual: amount(values.actual),
    reference: values.reference.trim() === '' ? null : values.reference,
  }
}
