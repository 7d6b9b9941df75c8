import type { z } from 'zod'
import { ACCOUNT_COLUMNS, type AccountColumn } from '#contract/audit-records.ts'
import type { RowProblem } from '#contract/transfer.ts'
import { readTable } from '#server/features/organisation/index.ts'
import { columnOf } from './words.ts'

export type Problem = z.output<typeof RowProblem>

/** A row of the file, with a way to say what is wrong with it. */
export interface SheetRow {
  readonly number: number
  /** What a cell says; null where the file has no such column. */
  readonly cell: (column: AccountColumn) => string | null
  readonly blame: (column: AccountColumn | null, code: string, params?: Problem['params']) => void
  readonly isBlamed: () => boolean
}

const NEEDED: readonly AccountColumn[] = ['platform', 'handle']
const MOST_ROWS = 2000

/** Reads a file as the list of accounts. Headings that are missing, unknown or doubled are problems of the file. */
export function readSheet(text: string): { readonly rows: readonly SheetRow[]; readonly problems: Problem[] } {
  const table = readTable(text)
  const problems: Problem[] = []
  const ofFile = (column: string | null, code: string, params: Problem['params']) =>
    void problems.push({ row: 1, column, code, params })
  const headings = new Map<AccountColumn, string>()
  for (const heading of table.headings.filter((one) => one !== '')) {
    const column = columnOf(heading)
    if (column === null) ofFile(heading, 'import.unknown-column', { column: heading })
    else if (headings.has(column)) ofFile(heading, 'import.column-twice', { column: heading })
    else headings.set(column, heading)
  }
  for (const column of NEEDED)
    if (!headings.has(column)) ofFile(null, 'import.column-missing', { column, columns: ACCOUNT_COLUMNS.join(', ') })
  if (table.rows.length === 0) ofFile(null, 'import.empty', {})
  if (table.rows.length > MOST_ROWS) ofFile(null, 'import.too-many', { most: MOST_ROWS })
  const readable = problems.every(({ code }) => code === 'import.unknown-column')
  const rows = readable
    ? table.rows.map(({ number, cells }): SheetRow => ({
        number,
        cell: (column) => {
          const heading = headings.get(column)
          return heading === undefined ? null : (cells.get(heading) ?? '')
        },
        blame: (column, code, params = {}) =>
          void problems.push({
            row: number,
            column: column === null ? null : (headings.get(column) ?? null),
            code,
            params,
          }),
        isBlamed: () => problems.some((one) => one.row === number),
      }))
    : []
  return { rows, problems }
}
