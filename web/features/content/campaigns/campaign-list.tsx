import { useQuery } from '@tanstack/react-query'
import { IconAlertTriangle, IconSpeakerphone } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Card } from '#web/ui/card.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Column } from '#web/ui/data-table.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { RecordLink } from '#web/ui/record-link.tsx'
import { useNumber } from '#web/ui/use-number.ts'
import classes from '../content.module.css'
import { everyCampaign } from '../records.ts'
import type { Campaign } from '../records.ts'
import { byPeriod } from './campaign-period.ts'
import { PeriodBadge } from './period-badge.tsx'

/** All campaigns: what runs first, then what comes, then what is over. */
export function CampaignList({ onNew }: { readonly onNew: () => void }) {
  const { t } = useTranslation('content')
  const time = useTime()
  const query = useQuery(everyCampaign)
  const columns = useColumns()
  return (
    <Card pad={false}>
      <Loaded query={query} skeleton={5}>
        {(campaigns) =>
          campaigns.length === 0 ? (
            <Empty
              icon={IconSpeakerphone}
              title={t('campaigns.empty')}
              text={t('campaigns.empty.text')}
              example={t('campaigns.empty.example')}
              action={
                <AllowedButton action="campaigns.change" why="beside" variant="light" onClick={onNew}>
                  {t('campaigns.empty.action')}
                </AllowedButton>
              }
            />
          ) : (
            <DataTable
              caption={t('tab.campaigns')}
              columns={columns}
              rows={byPeriod(campaigns, time.today())}
              rowKey={(campaign) => campaign.id}
            />
          )
        }
      </Loaded>
    </Card>
  )
}

function useColumns(): readonly Column<Campaign>[] {
  const { t } = useTranslation('content')
  const time = useTime()
  const number = useNumber()
  return [
    {
      key: 'title',
      head: t('campaign'),
      cell: (campaign) => (
        <RecordLink type="campaign" id={campaign.id} className="medium" title={campaign.title}>
          {campaign.title}
        </RecordLink>
      ),
    },
    { key: 'state', head: t('campaign.state'), cell: (campaign) => <PeriodBadge campaign={campaign} /> },
    { key: 'period', head: t('campaign.period'), cell: (campaign) => time.days(campaign.startsOn, campaign.endsOn) },
    { key: 'goals', head: t('campaign.goals'), cell: (campaign) => <Goals campaign={campaign} /> },
    { key: 'owner', head: t('field.owner'), cell: (campaign) => campaign.owner?.name ?? '–' },
    { key: 'pieces', head: t('tab.pieces'), number: true, cell: (campaign) => number.count(campaign.pieces) },
  ]
}

function Goals({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('content')
  const [first, ...others] = campaign.goals
  if (first === undefined)
    return (
      <span className={classes.gap}>
        <IconAlertTriangle size={14} stroke={1.5} aria-hidden />
        {t('campaign.no-goal')}
      </span>
    )
  return (
    <span>
      <RecordLink type="goal" id={first.id} title={campaign.goals.map((goal) => goal.title).join(', ')}>
        {first.title}
      </RecordLink>
      {others.length > 0 && <span className="text-3"> {t('and-others', { count: others.length })}</span>}
    </span>
  )
}
