import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Column } from '#web/ui/data-table.tsx'
import { RecordLink } from '#web/ui/record-link.tsx'
import { CopyButton } from '../copy-button.tsx'
import { Figure } from '../figures/figure.tsx'
import type { Link } from '../records.ts'
import classes from './links-table.module.css'

/** Short links as rows; a link can be copied, and its post opened. */
export function LinksTable({ links }: { readonly links: readonly Link[] }) {
  const { t } = useTranslation('measurement')
  const columns = useColumns()
  return <DataTable caption={t('links.title')} columns={columns} rows={links} rowKey={(link) => link.id} />
}

function bare(address: string): string {
  return address.replace(/^https?:\/\//u, '')
}

function useColumns(): readonly Column<Link>[] {
  const { t } = useTranslation('measurement')
  const time = useTime()
  const trace = (link: Link) =>
    link.postId === null ? undefined : ({ to: '/trace/$type/$id', params: { type: 'post', id: link.postId } } as const)
  return [
    { key: 'url', head: t('links.short'), cell: (link) => <Short link={link} />, width: 252 },
    {
      key: 'target',
      head: t('links.target'),
      cell: (link) => (
        <a href={link.target} target="_blank" rel="noreferrer" className={classes.target} title={link.target}>
          {bare(link.target)}
        </a>
      ),
    },
    { key: 'post', head: t('post'), cell: (link) => <OfPost link={link} /> },
    {
      key: 'clicks',
      head: t('measure.clicks'),
      number: true,
      cell: (link) => <Figure flush measure="clicks" value={link.clicks} to={trace(link)} className="medium" />,
      width: 92,
    },
    {
      key: 'robots',
      head: t('measure.robots'),
      number: true,
      cell: (link) => <Figure flush measure="robots" value={link.robots} className="text-3" />,
      width: 92,
    },
    {
      key: 'conversions',
      head: t('measure.conversions'),
      number: true,
      cell: (link) => (
        <Figure
          flush
          measure="conversions"
          value={link.conversions}
          to={{ to: '/measure', search: { tab: 'conversions' } }}
        />
      ),
      width: 112,
    },
    {
      key: 'made',
      head: t('links.made'),
      cell: (link) => (
        <span className="text-2" title={time.instant(link.createdAt)}>
          {time.date(link.createdAt)}
        </span>
      ),
      width: 116,
    },
  ]
}

function Short({ link }: { link: Link }) {
  const { t } = useTranslation('measurement')
  return (
    <span className={classes.short}>
      <span className={classes.address} title={link.url}>
        {bare(link.url)}
      </span>
      <CopyButton text={link.url} label={t('links.copy', { link: bare(link.url) })} />
    </span>
  )
}

function OfPost({ link }: { link: Link }) {
  const { t } = useTranslation('measurement')
  if (link.postId === null) return <span className="text-3">{t('links.no-post')}</span>
  return (
    <span className={classes.post}>
      <RecordLink type="post" id={link.postId} className={classes.title} title={link.post ?? ''}>
        {link.post ?? t('post')}
      </RecordLink>
      {link.channel !== null && <span className={classes.channel}>{link.channel}</span>}
    </span>
  )
}
