import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { DataTable, type Column } from '#web/ui/data-table.tsx'
import { useNumber } from '#web/ui/use-number.ts'
import type { Coverage, CoverageRow } from './records.ts'
import { useColumnNames } from './use-column-names.ts'

type Row = Pick<CoverageRow, 'total'> & {
  readonly id: string | null
  readonly name: string
  readonly campaigns: number | null
  readonly gaps: readonly string[]
}

/** The numbers behind the picture: campaigns, pieces and posts of each audience, and its gaps by name. */
export function CoverageTable({ coverage }: { readonly coverage: Coverage }) {
  const { t } = useTranslation('audiences')
  const number = useNumber()
  const names = useColumnNames(coverage.by)
  const rows: Row[] = [
    ...coverage.rows.map(({ audience, total, campaigns, cells }) => ({
      ...audience,
      total,
      campaigns,
      gaps: cells.filter((cell) => cell.gap).map(({ key }) => names(key)),
    })),
    { id: null, name: t('coverage.unnamed'), total: coverage.unnamed.total, campaigns: null, gaps: [] },
  ]
  const figure = (key: 'posts' | 'published' | 'pieces'): Column<Row> => ({
    key,
    head: t(`coverage.${key}`),
    number: true,
    cell: ({ total }) => number.count(total[key]),
    width: 110,
  })
  const columns: readonly Column<Row>[] = [
    {
      key: 'audience',
      head: t('audience'),
      cell: ({ id, name }) =>
        id === null ? (
          <span className="text-3">{name}</span>
        ) : (
          <Link to="/strategy/audiences/$id" params={{ id }} className="link" title={name}>
            {name}
          </Link>
        ),
    },
    {
      key: 'campaigns',
      head: t('coverage.campaigns'),
      number: true,
      cell: ({ campaigns }) => (campaigns === null ? '–' : number.count(campaigns)),
      width: 110,
    },
    figure('pieces'),
    figure('posts'),
    figure('published'),
    {
      key: 'gaps',
      head: t('coverage.gaps'),
      cell: ({ gaps }) => <span title={gaps.join(', ')}>{gaps.length === 0 ? '–' : gaps.join(', ')}</span>,
    },
  ]
  return <DataTable caption={t('coverage.title')} columns={columns} rows={rows} rowKey={(row) => row.id ?? 'nobody'} />
}
