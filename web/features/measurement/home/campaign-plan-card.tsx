import { Button } from '@mantine/core'
import { IconSpeakerphone } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { LinkProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { useNumber } from '#web/ui/use-number.ts'
import { Card } from '#web/ui/card.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Column } from '#web/ui/data-table.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { ProgressBar } from '#web/ui/progress-bar.tsx'
import { RecordLink } from '#web/ui/record-link.tsx'
import { Figure, MoneyFigure } from '../figures/figure.tsx'
import type { CampaignPlan } from '../records.ts'
import classes from './goals-card.module.css'

function traceOf(campaign: CampaignPlan): LinkProps {
  return { to: '/trace/$type/$id', params: { type: 'campaign', id: campaign.id } }
}

/** Campaigns of the quarter: how much of what was planned is out, and what it brought. */
export function CampaignPlanCard({ campaigns }: { readonly campaigns: readonly CampaignPlan[] }) {
  const { t } = useTranslation('measurement')
  const columns = useColumns()
  return (
    <Card title={t('plan.title')} pad={false}>
      {campaigns.length === 0 ? (
        <Empty
          icon={IconSpeakerphone}
          title={t('campaigns.empty.title')}
          text={t('campaigns.empty.text')}
          action={
            <Button component={Link} to="/content" variant="light">
              {t('campaigns.empty.action')}
            </Button>
          }
        />
      ) : (
        <DataTable caption={t('plan.title')} columns={columns} rows={campaigns} rowKey={(campaign) => campaign.id} />
      )}
    </Card>
  )
}

function useColumns(): readonly Column<CampaignPlan>[] {
  const { t } = useTranslation('measurement')
  const time = useTime()
  return [
    {
      key: 'campaign',
      head: t('campaigns.campaign'),
      cell: (row) => (
        <RecordLink type="campaign" id={row.id} className={classes.title} title={row.title}>
          {row.title}
        </RecordLink>
      ),
    },
    {
      key: 'days',
      head: t('plan.days'),
      cell: (row) => <span className="text-2">{time.days(row.startsOn, row.endsOn)}</span>,
      width: 190,
    },
    {
      key: 'planned',
      head: t('measure.planned'),
      number: true,
      cell: (row) => <Figure flush measure="planned" value={row.planned} to={traceOf(row)} />,
      width: 90,
    },
    {
      key: 'published',
      head: t('measure.published'),
      number: true,
      cell: (row) => <Figure flush measure="published" value={row.published} to={traceOf(row)} />,
      width: 100,
    },
    { key: 'share', head: t('plan.share'), cell: (row) => <Share campaign={row} />, width: 132 },
    {
      key: 'clicks',
      head: t('measure.clicks'),
      number: true,
      cell: (row) => <Figure flush measure="clicks" value={row.result.clicks} to={traceOf(row)} />,
      width: 90,
    },
    {
      key: 'conversions',
      head: t('measure.conversions'),
      number: true,
      cell: (row) => <Figure flush measure="conversions" value={row.result.conversions} to={traceOf(row)} />,
      width: 110,
    },
    {
      key: 'value',
      head: t('measure.value'),
      number: true,
      cell: (row) => <MoneyFigure flush value={row.result.value} to={traceOf(row)} className="medium" />,
      width: 130,
    },
  ]
}

function Share({ campaign: { planned, published } }: { campaign: CampaignPlan }) {
  const { t } = useTranslation('measurement')
  const number = useNumber()
  if (planned === 0) return <span className="text-3">{t('plan.none')}</span>
  return (
    <div className={classes.bar}>
      <ProgressBar
        share={published / planned}
        label={t('plan.bar', { published: number.count(published), planned: number.count(planned) })}
      />
    </div>
  )
}
