import type { z } from 'zod'
import type { BudgetColumn } from '#contract/budget-records.ts'
import { Refusal } from '#contract/refusal.ts'
import { MOST_ROWS, type RowProblem } from '#contract/transfer.ts'
import { readTable } from '#server/features/organisation/index.ts'
import type { BudgetInput } from '../../input.ts'
import { columnsOf, headingFor, NEEDED } from './column-words.ts'

export type Problem = z.output<typeof RowProblem>
export type File = BudgetInput<'tryImport'>

/** A row of the file, with a way to say what is wrong with it. */
export interface SheetRow {
  /** What a cell says; empty where the file has no such column. */
  readonly cell: (column: BudgetColumn) => string
  readonly blame: (column: BudgetColumn | null, code: string, params?: Problem['params']) => void
  readonly isBlamed: () => boolean
}
export interface Sheet {
  readonly headings: readonly string[]
  /** The heading that each column was taken from; empty: from none. */
  readonly columns: Readonly<Record<string, string>>
  readonly rows: readonly SheetRow[]
  /** How many rows the file has, also where it could not be read further. */
  readonly count: number
  readonly problems: Problem[]
}

/** Reads a file by the columns that were named, else by the names of its headings. What is missing is a problem of the file. */
export function readSheet({ list, text, columns: named }: File): Sheet {
  const table = readTable(text)
  const headings = table.headings.filter((heading) => heading !== '')
  const problems: Problem[] = []
  const ofFile = (code: string, params: Problem['params'] = {}, column: string | null = null) =>
    problems.push({ row: 1, column, code, params })
  const taken = new Map<BudgetColumn, string>()
  for (const column of columnsOf(list)) {
    const heading = named[column] ?? headingFor(column, headings)
    if (heading !== '' && !headings.includes(heading)) ofFile('budget.no-heading', { column: heading }, heading)
    else taken.set(column, heading)
  }
  for (const column of NEEDED[list])
    if ((taken.get(column) ?? '') === '') ofFile('budget.column-missing', { column }, null)
  if (list === 'lines' && !['planned', 'committed', 'actual'].some((one) => taken.get(one as BudgetColumn)))
    ofFile('budget.no-amounts')
  for (const heading of new Set(headings))
    if (headings.indexOf(heading) !== headings.lastIndexOf(heading))
      ofFile('import.column-twice', { column: heading }, heading)
  if (table.rows.length === 0) ofFile('import.empty')
  if (table.rows.length > MOST_ROWS) ofFile('import.too-many', { most: MOST_ROWS })
  const blamed = new Set<number>()
  const rows = table.rows.map(({ number, cells }): SheetRow => ({
    cell: (column) => cells.get(taken.get(column) ?? '') ?? '',
    blame: (column, code, params = {}) => {
      blamed.add(number)
      problems.push({ row: number, column: column === null ? null : taken.get(column) || null, code, params })
    },
    isBlamed: () => blamed.has(number),
  }))
  return {
    headings: [...new Set(headings)],
    columns: Object.fromEntries(taken),
    rows: problems.length > 0 ? [] : rows,
    count: table.rows.length,
    problems,
  }
}

/** Does something for a row; what it is refused becomes problems of the row. */
export async function trying<T>(row: SheetRow, work: () => T | Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.fields.length === 0) row.blame(null, error.code, error.params)
    for (const { path, code, params = {} } of error.fields) row.blame(columnOf(path), code, params)
    return null
  }
}

const COLUMN_OF_FIELD: Readonly<Record<string, BudgetColumn>> = {
  unitId: 'unit',
  campaignId: 'campaign',
  planId: 'plan',
}

/** The column that a field of a request stands in. */
export function columnOf(field: string): BudgetColumn | null {
  const known = COLUMN_OF_FIELD[field]
  if (known !== undefined) return known
  return [...columnsOf('lines'), ...columnsOf('rates')].find((column) => column === field) ?? null
}
