import { useTranslation } from 'react-i18next'
import { Card } from '#web/ui/card.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Column } from '#web/ui/data-table.tsx'
import { Link } from '@tanstack/react-router'
import { Figure, MoneyFigure } from '../figures/figure.tsx'
import type { Overview } from '../records.ts'
import classes from './overview.module.css'

type Row = Overview['channels'][number]

/** What each channel brought in the period. */
export function ChannelsCard({ channels }: { readonly channels: readonly Row[] }) {
  const { t } = useTranslation('measurement')
  const columns = useColumns()
  if (channels.length === 0) return null
  return (
    <Card title={t('channels.title')} pad={false}>
      <DataTable caption={t('channels.title')} columns={columns} rows={channels} rowKey={(row) => row.id} />
    </Card>
  )
}

function useColumns(): readonly Column<Row>[] {
  const { t } = useTranslation('measurement')
  const rows = (row: Row) => ({ to: '/calendar', search: { channel: row.id } }) as const
  return [
    {
      key: 'channel',
      head: t('channel'),
      cell: (row) => (
        <Link {...rows(row)} className={classes.name} title={row.name}>
          {row.name}
        </Link>
      ),
    },
    {
      key: 'posts',
      head: t('measure.posts'),
      number: true,
      cell: (row) => <Figure flush measure="posts" value={row.result.posts} to={rows(row)} />,
      width: 100,
    },
    {
      key: 'engagements',
      head: t('measure.engagements'),
      number: true,
      cell: (row) => <Figure flush measure="engagements" value={row.engagements} to={rows(row)} />,
      width: 120,
    },
    {
      key: 'clicks',
      head: t('measure.clicks'),
      number: true,
      cell: (row) => (
        <Figure flush measure="clicks" value={row.result.clicks} to={{ to: '/measure', search: { tab: 'links' } }} />
      ),
      width: 110,
    },
    {
      key: 'conversions',
      head: t('measure.conversions'),
      number: true,
      cell: (row) => (
        <Figure
          flush
          measure="conversions"
          value={row.result.conversions}
          to={{ to: '/measure', search: { tab: 'conversions' } }}
        />
      ),
      width: 120,
    },
    {
      key: 'value',
      head: t('measure.value'),
      number: true,
      cell: (row) => (
        <MoneyFigure
          flush
          className="medium"
          value={row.result.value}
          to={{ to: '/measure', search: { tab: 'conversions' } }}
        />
      ),
      width: 150,
    },
  ]
}
