import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { Card } from '#web/ui/card.tsx'
import { DataTable, type Column } from '#web/ui/data-table.tsx'
import { useNumber } from '#web/ui/use-number.ts'
import type { Period } from '../period.ts'
import type { AudienceResults } from '../records.ts'
import classes from './overview.module.css'

type Brought = AudienceResults['unnamed']
type Row = Brought & { readonly id: string | null; readonly name: string; readonly alone: Brought | null }

/** What came back from the posts for each audience. Nothing where no audience is written. */
export function AudiencesCard({ period }: { readonly period: Period }) {
  const { t } = useTranslation('measurement')
  const query = useQuery(
    orpc.measurement.audienceResults.queryOptions({ input: { period }, placeholderData: (before) => before }),
  )
  const columns = useColumns()
  const results = query.data
  if (results === undefined || results.items.length === 0) return null
  const rows: Row[] = [
    ...results.items.map(({ audience, ...brought }) => ({ ...audience, ...brought })),
    { id: null, name: t('audiences.unnamed'), ...results.unnamed, alone: null },
  ]
  return (
    <Card title={t('audiences.title')} pad={false}>
      <DataTable caption={t('audiences.title')} columns={columns} rows={rows} rowKey={(row) => row.id ?? 'nobody'} />
      <p className={classes.note}>{t('audiences.note', { count: results.shared })}</p>
    </Card>
  )
}

function useColumns(): readonly Column<Row>[] {
  const { t } = useTranslation('measurement')
  const number = useNumber()
  const shown = (count: number | null | undefined) => (count == null ? '–' : number.count(count))
  const figure = (key: 'posts' | 'clicks' | 'engagements'): Column<Row> => ({
    key,
    head: t(`measure.${key}`),
    number: true,
    cell: (row) => shown(row[key]),
    width: 120,
  })
  return [
    {
      key: 'audience',
      head: t('audiences.column'),
      cell: ({ id, name }) =>
        id === null ? (
          <span className="text-3">{name}</span>
        ) : (
          <Link to="/strategy/audiences/$id" params={{ id }} className={classes.name} title={name}>
            {name}
          </Link>
        ),
    },
    figure('posts'),
    figure('engagements'),
    figure('clicks'),
    {
      key: 'alone',
      head: t('audiences.alone'),
      number: true,
      cell: ({ alone }) => shown(alone?.clicks),
      width: 170,
    },
  ]
}
