import { Link } from '@tanstack/react-router'
import { IconBolt } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { PLAN_ROOMS } from '#contract/plan-sections.ts'
import type { Standing } from '#web/ui/badges.tsx'
import { ProgressBar } from '#web/ui/progress-bar.tsx'
import classes from './document.module.css'
import type { PlanBlock, PlanPart } from './records.ts'

type Row = PlanPart['rows'][number]

interface LiveBlockProps {
  readonly block: PlanBlock
  /** Off outside of the organisation, where no room can be entered. */
  readonly linked: boolean
}

/** What the records of a room say: tables with bars, or that there is nothing yet and where to begin. */
export function LiveBlock({ block, linked }: LiveBlockProps) {
  const { t } = useTranslation('document')
  if (block.hidden) return <p className={classes.note}>{t('live.hidden')}</p>
  return (
    <div className={classes.block}>
      {block.parts.length === 0 ? (
        <p className={classes.note}>{t(`empty.${block.room}`)}</p>
      ) : (
        block.parts.map((part, place) => (
          <PartTable key={part.title ?? `part ${place}`} part={part} name={block.title} />
        ))
      )}
      {linked && (
        <p className={classes.source}>
          {block.parts.length > 0 && (
            <>
              <IconBolt size={14} stroke={1.5} aria-hidden />
              <span>{t('live')}</span>
            </>
          )}
          <Link to={PLAN_ROOMS[block.room]} className="link">
            {t(`go.${block.room}`)}
          </Link>
        </p>
      )}
    </div>
  )
}

function PartTable({ part, name }: { readonly part: PlanPart; readonly name: string }) {
  if (part.columns.length === 0)
    return (
      <dl className={classes.facts}>
        {part.rows.map((row) => (
          <div key={row.id}>
            <dt>{row.cells[0]}</dt>
            <dd>{row.cells[1]}</dd>
          </div>
        ))}
      </dl>
    )
  return (
    <div>
      {part.title !== null && <h3 className={classes.partTitle}>{part.title}</h3>}
      <div className={classes.scroll}>
        {/* Roles are named because `display: block` takes a table's own roles away at phone width. */}
        <table className={classes.table} role="table">
          <caption className="visually-hidden">{part.title ?? name}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {part.columns.map((column) => (
                <th key={column.title} role="columnheader" scope="col" data-align={column.align}>
                  {column.title}
                </th>
              ))}
              {part.chart !== null && (
                <th role="columnheader" scope="col" className={classes.barHead}>
                  {part.chart}
                </th>
              )}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {part.rows.map((row) => (
              <tr key={row.id} role="row">
                {part.columns.map((column, place) => (
                  <td key={column.title} role="cell" data-head={column.title} data-align={column.align}>
                    {row.cells[place]}
                  </td>
                ))}
                {part.chart !== null && <BarCell row={row} chart={part.chart} />}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

const STANDINGS: Readonly<Record<NonNullable<Row['bar']>['tone'], Standing>> = {
  good: 'reached',
  warn: 'at-risk',
  bad: 'behind',
  plain: 'on-path',
}

function BarCell({ row, chart }: { readonly row: Row; readonly chart: string }) {
  if (row.bar === null)
    return (
      <td role="cell" data-head={chart}>
        –
      </td>
    )
  return (
    <td role="cell" data-head={chart}>
      <span className={classes.bar}>
        <ProgressBar
          share={row.bar.share}
          needed={row.bar.mark}
          label={`${row.cells[0] ?? ''}: ${row.bar.label}`}
          standing={STANDINGS[row.bar.tone]}
        />
        <span aria-hidden>{row.bar.label}</span>
      </span>
    </td>
  )
}
