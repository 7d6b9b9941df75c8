import { sql } from 'kysely'
import { BUDGET_LISTS, type BudgetColumn, type BudgetList } from '#contract/budget-records.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { translate } from '#server/kernel/translate.ts'
import { writeTable } from '#server/features/organisation/index.ts'
import { rateFacts, selectRates } from '../rates/store-rates.ts'
import { showLine } from '../lines/show-line.ts'
import { selectLines } from '../lines/store-lines.ts'
import { headingOf } from './column-words.ts'

type Row = Readonly<Partial<Record<BudgetColumn, string>>>
const MOST = 50_000

/** Budget lines or rates as a CSV file, in the words of whoever asks; no cell of it is run as a formula. */
export function exportFile(kernel: Kernel, { organisationId, language }: Actor, list: BudgetList) {
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const rows = list === 'lines' ? await lineRows(db, organisationId, language) : await rateRows(db, organisationId)
    const columns: readonly BudgetColumn[] = BUDGET_LISTS[list]
    const text = writeTable(
      columns.map((column) => headingOf(column, language)),
      rows.map((row) => columns.map((column) => row[column] ?? '')),
      language === 'tr' ? ';' : ',',
    )
    const day = kernel.clock.now().toISOString().slice(0, 10)
    return { name: `${translate(language, `budget:file.${list}`)}-${day}.csv`, text }
  })
}

async function lineRows(db: Db, organisationId: string, language: Actor['language']): Promise<Row[]> {
  const rows = await selectLines(db, organisationId, { where: sql`l.removed_at is null`, limit: MOST })
  return rows.map(showLine).map((line) => ({
    reference: line.reference ?? '',
    onDay: line.onDay,
    title: line.title,
    planned: line.planned ?? '',
    committed: line.committed ?? '',
    actual: line.actual ?? '',
    currency: line.currency,
    category: translate(language, `budget:category.${line.category}`),
    unit: line.unit?.title ?? '',
    campaign: line.campaign?.title ?? '',
    plan: line.plan?.title ?? '',
    note: line.note,
  }))
}

async function rateRows(db: Db, organisationId: string): Promise<Row[]> {
  const rows = await selectRates(db, organisationId, { before: null, limit: MOST })
  return rows.map(rateFacts)
}
