import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { Card } from '#web/ui/card.tsx'
import classes from '../content.module.css'
import type { Campaign } from '../records.ts'

/** What a campaign wants to be remembered for, when it runs and whose it is. */
export function CampaignDetails({ campaign }: { readonly campaign: Campaign }) {
  const { t } = useTranslation('content')
  const time = useTime()
  return (
    <Card title={t('campaign.message')}>
      <p className={campaign.message === '' ? classes.quiet : classes.prose} style={{ marginBottom: 16 }}>
        {campaign.message || t('campaign.no-message')}
      </p>
      <dl className={classes.facts}>
        <dt>{t('campaign.period')}</dt>
        <dd>{time.days(campaign.startsOn, campaign.endsOn)}</dd>
        <dt>{t('field.owner')}</dt>
        <dd>{campaign.owner?.name ?? t('owner.nobody')}</dd>
      </dl>
    </Card>
  )
}
