import { IconAlertTriangle, IconSpeakerphone } from '@tabler/icons-react'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { LinkProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe } from '#web/kernel/session.tsx'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { RecordLink } from '#web/ui/record-link.tsx'
import { useNumber } from '#web/ui/use-number.ts'
import { Figure, MoneyFigure } from '../figures/figure.tsx'
import type { Period } from '../period.ts'
import type { CampaignResult, Result } from '../records.ts'
import classes from './campaigns-card.module.css'

interface CampaignsCardProps {
  readonly campaigns: readonly CampaignResult[]
  readonly total: Result
  /** Null for those who may not see budgets. */
  readonly of: CampaignResult['return']
  readonly period: Period
}

/** Campaigns by what came back: value where there is any, else clicks; posts without a campaign as a gap. */
export function CampaignsCard({ campaigns, total, of, period }: CampaignsCardProps) {
  const { t } = useTranslation('measurement')
  return (
    <Card
      title={t('campaigns.title')}
      end={campaigns.length > 0 ? t('campaigns.how') : undefined}
      pad={campaigns.length === 0}
    >
      {campaigns.length === 0 ? <NoCampaigns /> : <Table campaigns={campaigns} total={total} of={of} period={period} />}
    </Card>
  )
}

function Table({ campaigns, total, of, period }: CampaignsCardProps) {
  const { t } = useTranslation('measurement')
  const weigh = useWeight(total)
  const costs = of !== null
  const most = Math.max(...campaigns.map((campaign) => weigh(campaign.result)), 0)
  return (
    <table className={classes.table} role="table">
      <caption className="visually-hidden">{t('campaigns.title')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {t('campaigns.campaign')}
          </th>
          <th role="columnheader" scope="col" className={classes.right}>
            {t('measure.clicks')}
          </th>
          <th role="columnheader" scope="col" className={classes.right}>
            {t('measure.conversions')}
          </th>
          {!costs && <th aria-hidden="true" />}
          <th role="columnheader" scope="col" className={classes.right}>
            {t('measure.value')}
          </th>
          {costs && (
            <th role="columnheader" scope="col" className={classes.right}>
              {t('measure.cost')}
            </th>
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {campaigns.map((campaign) => (
          <tr key={campaign.id ?? 'none'} role="row">
            <td role="cell" className={classes.lead}>
              <Name campaign={campaign} />
            </td>
            <Cells
              result={campaign.result}
              to={rowsOf(campaign, period)}
              share={most === 0 ? 0 : weigh(campaign.result) / most}
              bars={!costs}
            />
            {costs && <ReturnCell of={campaign.return} />}
          </tr>
        ))}
        <tr role="row" className={classes.total}>
          <td role="cell" className={classes.lead}>
            {t('campaigns.all')}
          </td>
          <Cells result={total} to={{ to: '/measure', search: { period } }} share={null} bars={!costs} />
          {costs && <ReturnCell of={of} />}
        </tr>
      </tbody>
    </table>
  )
}

/** Only for the length of the bars: value in the first currency, or clicks where nothing has a value yet. */
function useWeight(total: Result): (result: Result) => number {
  const own = useMe().organisation.currency
  const currency = total.value[0]?.currency ?? own
  if (total.value.length === 0) return (result) => result.clicks
  return (result) => Number(result.value.find((money) => money.currency === currency)?.amount ?? 0)
}

function rowsOf(campaign: CampaignResult, period: Period): LinkProps {
  return campaign.id === null
    ? { to: '/measure', search: { period } }
    : { to: '/trace/$type/$id', params: { type: 'campaign', id: campaign.id } }
}

function Name({ campaign }: { campaign: CampaignResult }) {
  const { t } = useTranslation('measurement')
  if (campaign.id === null) {
    return (
      <Link to="/calendar/deliveries" className={classes.none}>
        <IconAlertTriangle size={14} stroke={1.5} aria-hidden />
        {t('campaigns.none')}
      </Link>
    )
  }
  const title = campaign.title ?? ''
  return (
    <RecordLink type="campaign" id={campaign.id} className={classes.name} title={title}>
      {title}
    </RecordLink>
  )
}

interface CellsProps {
  readonly result: Result
  readonly to: LinkProps
  readonly share: number | null
  /** Left out where cost and return need the room. */
  readonly bars: boolean
}

function Cells({ result, to, share, bars }: CellsProps) {
  const { t } = useTranslation('measurement')
  return (
    <>
      <td role="cell" className={classes.right} data-head={t('measure.clicks')}>
        <Figure measure="clicks" value={result.clicks} flush to={to} />
      </td>
      <td role="cell" className={classes.right} data-head={t('measure.conversions')}>
        <Figure measure="conversions" value={result.conversions} flush to={to} />
      </td>
      {bars && (
        <td aria-hidden="true" className={classes.barCell}>
          {share !== null && <span className={classes.bar} style={{ width: `${Math.max(share * 100, 0)}%` }} />}
        </td>
      )}
      <td role="cell" className={`${classes.right} ${classes.strong}`} data-head={t('measure.value')}>
        <MoneyFigure value={result.value} compact flush to={to} />
      </td>
    </>
  )
}

/** What a campaign cost, and below it (value − cost) / cost; why there is none stands in its place. */
function ReturnCell({ of }: { readonly of: CampaignResult['return'] }) {
  const { t } = useTranslation('measurement')
  const number = useNumber()
  if (of === null || of.why === 'no-cost')
    return (
      <td role="cell" className={classes.right} data-head={t('measure.cost')}>
        –
      </td>
    )
  return (
    <td role="cell" className={classes.right} data-head={t('measure.cost')}>
      {number.moneyCompact({ amount: of.cost, currency: of.currency })}
      <small className={classes.returned}>
        {of.share === null ? t('return.gap') : t('return.of', { share: number.share(Number(of.share)) })}
      </small>
    </td>
  )
}

function NoCampaigns() {
  const { t } = useTranslation('measurement')
  return (
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
  )
}
