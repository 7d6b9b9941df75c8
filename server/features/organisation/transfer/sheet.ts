import type { z } from 'zod'
import { Refusal } from '#contract/refusal.ts'
import { COLUMNS, MOST_ROWS, type Column, type ListKind, type RowProblem } from '#contract/transfer.ts'
import { readTable } from '../domain/table.ts'
import { columnOf } from './list-words.ts'

export type Problem = z.output<typeof RowProblem>

/** A row as a list understands it, with a way to say what is wrong with it. */
export interface SheetRow {
  readonly number: number
  /** What a cell says; empty where the file has no such column. */
  readonly cell: (column: Column) => string
  /** Notes a problem of this row, in a column or as a whole. */
  readonly blame: (column: Column | null, code: string, params?: Problem['params']) => void
  readonly isBlamed: () => boolean
}
export interface Sheet {
  readonly rows: readonly SheetRow[]
  readonly problems: Problem[]
}

const NEEDED: Readonly<Record<ListKind, readonly Column[]>> = {
  units: ['name', 'kind'],
  positions: ['title', 'unit'],
  people: ['email'],
}

/** Reads a file as one of the lists. Headings that are missing, unknown or doubled are problems of the file. */
export function readSheet(list: ListKind, text: string): Sheet {
  const table = readTable(text)
  const problems: Problem[] = []
  const headings = new Map<Column, string>()
  for (const heading of table.headings) {
    if (heading === '') continue
    const column = columnOf(list, heading)
    if (column === null)
      problems.push({ row: 1, column: heading, code: 'import.unknown-column', params: { column: heading } })
    else if (headings.has(column))
      problems.push({ row: 1, column: heading, code: 'import.column-twice', params: { column: heading } })
    else headings.set(column, heading)
  }
  for (const column of NEEDED[list])
    if (!headings.has(column))
      problems.push({
        row: 1,
        column: null,
        code: 'import.column-missing',
        params: { column, columns: COLUMNS[list].join(', ') },
      })
  if (table.rows.length === 0) problems.push({ row: 1, column: null, code: 'import.empty', params: {} })
  if (table.rows.length > MOST_ROWS)
    problems.push({ row: 1, column: null, code: 'import.too-many', params: { most: MOST_ROWS } })
  const readable = !problems.some(({ code }) => code !== 'import.unknown-column')
  return {
    problems,
    rows: readable
      ? table.rows.map(({ number, cells }) => ({
          number,
          cell: (column) => cells.get(headings.get(column) ?? '') ?? '',
          blame: (column, code, params = {}) => {
            const heading = column === null ? null : (headings.get(column) ?? null)
            if (!problems.some((one) => one.row === number && one.column === heading && one.code === code))
              problems.push({ row: number, column: heading, code, params })
          },
          isBlamed: () => problems.some((one) => one.row === number),
        }))
      : [],
  }
}

interface Issue {
  readonly message: string
  readonly path: readonly PropertyKey[]
}

/** Parses what a row says by the contract, so that a file may say no more than a form. Null where something is wrong. */
export function parseRow<Schema extends z.ZodType>(
  row: SheetRow,
  schema: Schema,
  value: unknown,
  columns: Readonly<Record<string, Column>>,
): z.output<Schema> | null {
  const read = schema.safeParse(value)
  if (read.success) return read.data
  for (const issue of read.error.issues as readonly Issue[]) {
    const code = /^[a-z-]+\.[a-z-]+$/.test(issue.message) ? issue.message : 'field.invalid'
    row.blame(columns[String(issue.path[0])] ?? null, code)
  }
  return null
}

/** Does something for a row; what it is refused becomes problems of the row. */
export async function trying<T>(
  row: SheetRow,
  columns: Readonly<Record<string, Column>>,
  work: () => Promise<T>,
): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const [field] = error.fields
    row.blame(field === undefined ? null : (columns[field.path.split('.')[0] ?? ''] ?? null), error.code, {
      ...error.params,
      ...field?.params,
    })
    return null
  }
}
