import { IconSend } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { Card } from '#web/ui/card.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Column } from '#web/ui/data-table.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { RecordLink } from '#web/ui/record-link.tsx'
import { Figure } from '../figures/figure.tsx'
import type { RecentPost } from '../records.ts'
import classes from './goals-card.module.css'

/** The posts that went out last, with the clicks they brought. */
export function RecentCard({ posts }: { readonly posts: readonly RecentPost[] }) {
  const { t } = useTranslation('measurement')
  const columns = useColumns()
  return (
    <Card title={t('recent.title')} pad={false}>
      {posts.length === 0 ? (
        <Empty icon={IconSend} title={t('recent.empty.title')} text={t('recent.empty.text')} />
      ) : (
        <DataTable caption={t('recent.title')} columns={columns} rows={posts} rowKey={(post) => post.deliveryId} />
      )}
    </Card>
  )
}

function useColumns(): readonly Column<RecentPost>[] {
  const { t } = useTranslation('measurement')
  const time = useTime()
  return [
    {
      key: 'post',
      head: t('post'),
      cell: (post) => (
        <RecordLink type="post" id={post.id} className={classes.title} title={post.title}>
          {post.title}
        </RecordLink>
      ),
    },
    { key: 'channel', head: t('channel'), cell: (post) => <span className="text-2">{post.channel}</span>, width: 150 },
    {
      key: 'when',
      head: t('recent.when'),
      cell: (post) => (
        <span className="text-2" title={time.instant(post.dueAt)}>
          {time.relative(post.dueAt)}
        </span>
      ),
      width: 130,
    },
    {
      key: 'clicks',
      head: t('measure.clicks'),
      number: true,
      cell: (post) => (
        <Figure
          flush
          measure="clicks"
          value={post.clicks}
          to={{ to: '/trace/$type/$id', params: { type: 'post', id: post.id } }}
        />
      ),
      width: 90,
    },
  ]
}
