import type { ReactNode } from 'react'
import classes from './data-table.module.css'

export interface Column<Row> {
  readonly key: string
  /** Empty for a column of buttons; give `label` then. */
  readonly head: string
  readonly label?: string
  readonly cell: (row: Row) => ReactNode
  /** Right-aligned figures. */
  readonly number?: boolean
  readonly width?: number | string
}

interface DataTableProps<Row> {
  /** What the rows are; read out as the table's name. */
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly dense?: boolean
}

/** A table of one line a row; long text is cut. At phone width each row becomes a card, headed by its first column. */
export function DataTable<Row>({ caption, columns, rows, rowKey, dense = false }: DataTableProps<Row>) {
  return (
    <div className={classes.scroll}>
      {/* Roles are named because `display: block` takes a table's own roles away at phone width. */}
      <table className={dense ? `${classes.table} ${classes.dense}` : classes.table} role="table">
        <caption className="visually-hidden">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th
                key={column.key}
                role="columnheader"
                scope="col"
                className={column.number ? classes.right : undefined}
                style={column.width === undefined ? undefined : { width: column.width }}
              >
                {column.head === '' ? <span className="visually-hidden">{column.label}</span> : column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row">
              {columns.map((column, place) => (
                <Cell key={column.key} column={column} row={row} lead={place === 0} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell<Row>({ column, row, lead }: { column: Column<Row>; row: Row; lead: boolean }) {
  const names = [classes.cut, column.number ? classes.right : '', lead ? classes.lead : ''].filter(Boolean).join(' ')
  return (
    <td role="cell" className={names} data-head={column.head}>
      {column.cell(row)}
    </td>
  )
}
