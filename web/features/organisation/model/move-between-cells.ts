import type { KeyboardEvent } from 'react'

const STEPS: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
}

/** Goes from cell to cell with the arrow keys, Home and End; the table is one stop of the tab key. */
export function moveBetweenCells(event: KeyboardEvent<HTMLElement>): void {
  const cell = event.currentTarget
  const rows = [...(cell.closest('table')?.querySelectorAll('tbody tr') ?? [])]
    .map((row) => [...row.querySelectorAll<HTMLElement>('[data-cell]')])
    .filter((cells) => cells.length > 0)
  const row = rows.findIndex((cells) => cells.includes(cell))
  const column = rows[row]?.indexOf(cell) ?? -1
  const next = nextCell(rows, row, column, event.key)
  if (next === undefined) return
  event.preventDefault()
  for (const each of rows.flat()) each.tabIndex = each === next ? 0 : -1
  next.focus()
}

function nextCell(rows: readonly HTMLElement[][], row: number, column: number, key: string): HTMLElement | undefined {
  if (key === 'Home') return rows[row]?.[0]
  if (key === 'End') return rows[row]?.at(-1)
  const step = STEPS[key]
  return step === undefined ? undefined : rows[row + step[0]]?.[column + step[1]]
}
