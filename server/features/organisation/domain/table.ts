import Papa from 'papaparse'

/** A row of a file: its number as spreadsheets count, and its cells by the heading as the file has it. */
export interface TableRow {
  readonly number: number
  readonly cells: ReadonlyMap<string, string>
}
export interface Table {
  readonly headings: readonly string[]
  readonly rows: readonly TableRow[]
}

/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/
/** A cell that was guarded when it was written: the quote is not part of what it says. */
const GUARDED = /^'[=+\-@\t\r']/

/** Reads a CSV file, whatever parts its columns. Empty rows are left out and still counted. */
export function readTable(text: string): Table {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
    skipEmptyLines: false,
    delimitersToGuess: [',', ';', '\t'],
  })
  const headings = (data[0] ?? []).map((heading) => heading.trim())
  const rows = data.slice(1).flatMap((cells, place): TableRow[] =>
    cells.every((cell) => cell.trim() === '')
      ? []
      : [
          {
            number: place + 2,
            cells: new Map(headings.map((heading, column) => [heading, unguarded((cells[column] ?? '').trim())])),
          },
        ],
  )
  return { headings, rows }
}

function unguarded(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell
}

/**
 * Writes a CSV file that spreadsheets open as it is: with a mark of its encoding, and no cell that would be run as a formula.
 * In languages whose decimal sign is the comma, spreadsheets part columns by semicolons.
 */
export function writeTable(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  delimiter: ',' | ';',
): string {
  const cells = [headings, ...rows].map((row) => row.map(guarded))
  return `\uFEFF${Papa.unparse(cells, { delimiter, newline: '\r\n' })}\r\n`
}

function guarded(cell: string): string {
  return FORMULA.test(cell) || GUARDED.test(cell) ? `'${cell}` : cell
}
