import { IconAlertTriangle } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useNumber } from '#web/ui/use-number.ts'
import { heatOf } from './heat.ts'
import type { Coverage, CoverageRow } from './records.ts'
import { useColumnNames } from './use-column-names.ts'
import classes from './coverage.module.css'

interface CoverageGridProps {
  readonly coverage: Coverage
  /** Only this audience, without the row of posts that name nobody. */
  readonly only?: string
}

/** A field for each audience and month or platform, the stronger the more posts; a dashed one is a gap. */
export function CoverageGrid({ coverage, only }: CoverageGridProps) {
  const { t } = useTranslation('audiences')
  const names = useColumnNames(coverage.by)
  const { columns, unnamed } = coverage
  const rows = coverage.rows.filter(({ audience }) => only === undefined || audience.id === only)
  const most = Math.max(0, ...[...rows, unnamed].flatMap(({ cells }) => cells.map(({ posts }) => posts)))
  return (
    <div className={classes.scroll}>
      <table className={classes.table} style={{ minWidth: 190 + columns.length * 78 }}>
        <caption className="visually-hidden">{t('coverage.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t(only === undefined ? 'audience' : `coverage.by.${coverage.by}`)}</th>
            {columns.map((key) => (
              <th key={key} scope="col" className={classes.column}>
                {names(key)}
              </th>
            ))}
            <th scope="col" className={classes.sum}>
              {t('coverage.all')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <AudienceRow key={row.audience.id} row={row} most={most} by={coverage.by} alone={only !== undefined} />
          ))}
          {only === undefined && unnamed.total.posts > 0 && (
            <tr className={classes.unnamed}>
              <th scope="row">{t('coverage.unnamed')}</th>
              {unnamed.cells.map(({ key, posts }) => (
                <td key={key} className={classes.cell}>
                  <span className={classes.field}>{posts === 0 ? '' : posts}</span>
                </td>
              ))}
              <td className={classes.sum}>{unnamed.total.posts}</td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  )
}

interface AudienceRowProps {
  readonly row: CoverageRow
  readonly most: number
  readonly by: Coverage['by']
  /** The page is about this audience: it is not named again. */
  readonly alone: boolean
}

function AudienceRow({ row, most, by, alone }: AudienceRowProps) {
  const { t } = useTranslation('audiences')
  const number = useNumber()
  const { audience, cells, total, gap } = row
  return (
    <tr>
      <th scope="row" className={classes.who}>
        {alone ? (
          t('coverage.posts')
        ) : (
          <Link to="/strategy/audiences/$id" params={{ id: audience.id }} className="link" title={audience.name}>
            {audience.name}
          </Link>
        )}
        {gap && (
          <span className={classes.silent}>
            <IconAlertTriangle size={14} stroke={1.5} aria-hidden />
            {t('gap.nobody')}
          </span>
        )}
      </th>
      {cells.map((cell) => (
        <td key={cell.key} className={classes.cell}>
          <span
            className={`${classes.field} ${classes[`heat${heatOf(cell.posts, most)}`] ?? ''} ${cell.gap ? classes.gap : ''}`}
          >
            {cell.posts > 0 && <span aria-hidden>{number.count(cell.posts)}</span>}
            {cell.posts === 0 && cell.gap && by === 'platform' && (
              <IconAlertTriangle size={14} stroke={1.5} aria-hidden className={classes.mark} />
            )}
            <span className="visually-hidden">
              {cell.gap
                ? t(by === 'platform' ? 'gap.platform' : 'gap.month')
                : t('cell', { posts: cell.posts, published: cell.published, pieces: cell.pieces })}
            </span>
          </span>
        </td>
      ))}
      <td className={classes.sum}>{number.count(total.posts)}</td>
    </tr>
  )
}

/** What the fields of the picture mean. */
export function CoverageLegend({ by }: { readonly by: Coverage['by'] }) {
  const { t } = useTranslation('audiences')
  return (
    <p className={classes.legend}>
      <span>
        {([1, 2, 3, 4] as const).map((heat) => (
          <span key={heat} className={`${classes.swatch} ${classes[`heat${heat}`]}`} aria-hidden />
        ))}
        {t('legend.posts')}
      </span>
      <span>
        <span className={`${classes.swatch} ${classes.gap}`} aria-hidden />
        {by === 'platform' && <IconAlertTriangle size={14} stroke={1.5} aria-hidden className={classes.mark} />}
        {t(by === 'platform' ? 'legend.gap-platform' : 'legend.gap-month')}
      </span>
    </p>
  )
}
