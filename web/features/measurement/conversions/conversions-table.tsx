import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Column } from '#web/ui/data-table.tsx'
import { MoneyFigure } from '../figures/figure.tsx'
import type { Conversion } from '../records.ts'
import classes from './conversions.module.css'
import { useCreditedPost } from './use-credited-post.ts'

/** Conversions, latest first. */
export function ConversionsTable({ conversions }: { readonly conversions: readonly Conversion[] }) {
  const { t } = useTranslation('measurement')
  const columns = useColumns()
  return (
    <DataTable
      caption={t('conversions.title')}
      columns={columns}
      rows={conversions}
      rowKey={(conversion) => conversion.id}
    />
  )
}

function useColumns(): readonly Column<Conversion>[] {
  const { t } = useTranslation('measurement')
  const time = useTime()
  return [
    { key: 'name', head: t('conversions.name'), cell: (row) => <Name conversion={row} /> },
    {
      key: 'when',
      head: t('conversions.when'),
      cell: (row) => <span className="text-2">{time.instant(row.occurredAt)}</span>,
      width: 186,
    },
    { key: 'credited', head: t('conversions.credited'), cell: (row) => <Credited conversion={row} /> },
    {
      key: 'value',
      head: t('measure.value'),
      number: true,
      cell: (row) => <MoneyFigure flush value={[row.value]} className="medium" to={rowsOf(row)} />,
      width: 120,
    },
  ]
}

function rowsOf({ credited }: Conversion) {
  return credited === null || credited.postId === null
    ? undefined
    : ({ to: '/trace/$type/$id', params: { type: 'post', id: credited.postId } } as const)
}

function Name({ conversion }: { conversion: Conversion }) {
  return (
    <>
      <span className={classes.name} title={conversion.name}>
        {conversion.name}
      </span>
      {conversion.reference !== null && (
        <span className={classes.below} title={conversion.reference}>
          {conversion.reference}
        </span>
      )}
    </>
  )
}

function Credited({ conversion: { credited } }: { conversion: Conversion }) {
  const { t } = useTranslation('measurement')
  if (credited === null) return <span className="text-3">{t('conversions.uncredited')}</span>
  if (credited.postId === null) return <span className="text-2">{t('conversions.link-only')}</span>
  return <CreditedPost linkId={credited.linkId} postId={credited.postId} clickedAt={credited.clickedAt} />
}

function CreditedPost({ linkId, postId, clickedAt }: { linkId: string; postId: string; clickedAt: string }) {
  const { t } = useTranslation('measurement')
  const time = useTime()
  const title = useCreditedPost({ linkId, postId }) ?? t('conversions.the-post')
  return (
    <>
      <Link to="/trace/$type/$id" params={{ type: 'post', id: postId }} className={classes.title} title={title}>
        {title}
      </Link>
      <span className={classes.below}>{t('conversions.clicked', { when: time.instant(clickedAt) })}</span>
    </>
  )
}
