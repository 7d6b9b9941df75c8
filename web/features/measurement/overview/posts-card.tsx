import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { Card } from '#web/ui/card.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Column } from '#web/ui/data-table.tsx'
import { RecordLink } from '#web/ui/record-link.tsx'
import { Figure, MoneyFigure } from '../figures/figure.tsx'
import type { Overview } from '../records.ts'
import classes from './overview.module.css'

type Row = Overview['posts'][number]

const FIRST = 10

/** The posts that brought most in the period. */
export function PostsCard({ posts }: { readonly posts: readonly Row[] }) {
  const { t } = useTranslation(['measurement', 'ui'])
  const columns = useColumns()
  const [all, showAll] = useState(false)
  if (posts.length === 0) return null
  const shown = all ? posts : posts.slice(0, FIRST)
  return (
    <div id="posts">
      <Card title={t('posts.title')} end={t('posts.how')} pad={false}>
        <DataTable caption={t('posts.title')} columns={columns} rows={shown} rowKey={(row) => row.id} />
        {shown.length < posts.length && (
          <div className={classes.more}>
            <Button variant="default" size="xs" onClick={() => showAll(true)}>
              {t('ui:more')}
            </Button>
          </div>
        )}
      </Card>
    </div>
  )
}

function useColumns(): readonly Column<Row>[] {
  const { t } = useTranslation('measurement')
  const time = useTime()
  const trace = (row: Row) => ({ to: '/trace/$type/$id', params: { type: 'post', id: row.id } }) as const
  return [
    {
      key: 'post',
      head: t('post'),
      cell: (row) => (
        <RecordLink type="post" id={row.id} className={classes.name} title={row.title}>
          {row.title}
        </RecordLink>
      ),
    },
    { key: 'channel', head: t('channel'), cell: (row) => <span className="text-2">{row.channel}</span>, width: 150 },
    {
      key: 'when',
      head: t('posts.published'),
      cell: (row) => (
        <span className="text-2" title={time.instant(row.publishedAt)}>
          {time.date(row.publishedAt)}
        </span>
      ),
      width: 116,
    },
    {
      key: 'engagements',
      head: t('measure.engagements'),
      number: true,
      cell: (row) => <Figure flush measure="engagements" value={row.engagements} to={trace(row)} />,
      width: 120,
    },
    {
      key: 'clicks',
      head: t('measure.clicks'),
      number: true,
      cell: (row) => <Figure flush measure="clicks" value={row.result.clicks} to={trace(row)} />,
      width: 90,
    },
    {
      key: 'conversions',
      head: t('measure.conversions'),
      number: true,
      cell: (row) => <Figure flush measure="conversions" value={row.result.conversions} to={trace(row)} />,
      width: 110,
    },
    {
      key: 'value',
      head: t('measure.value'),
      number: true,
      cell: (row) => <MoneyFigure flush className="medium" value={row.result.value} to={trace(row)} />,
      width: 140,
    },
  ]
}
