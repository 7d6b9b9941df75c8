import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconSpeakerphone } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { RecordLink } from '#web/ui/record-link.tsx'
import classes from '../strategy.module.css'

/** The campaigns that serve a goal: what it is counted from. */
export function GoalCampaigns({ goalId }: { readonly goalId: string }) {
  const { t } = useTranslation('strategy')
  const time = useTime()
  const query = useQuery(orpc.content.campaigns.queryOptions({ input: { goalId, limit: 200 } }))
  const today = time.today()
  const plan = (
    <Link to="/content" search={{ tab: 'campaigns', goal: goalId }} className="link">
      {t('goal.plan-campaign')}
    </Link>
  )
  return (
    <Card title={t('goal.campaigns')} end={(query.data?.items.length ?? 0) > 0 && plan}>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty
              icon={IconSpeakerphone}
              title={t('goal.no-campaign')}
              text={t('goal.no-campaign.text')}
              example={t('goal.no-campaign.example')}
              action={plan}
            />
          ) : (
            <ul className={classes.rows}>
              {items.map((campaign) => (
                <li key={campaign.id}>
                  <span className={classes.end}>
                    <RecordLink type="campaign" id={campaign.id} className="medium">
                      {campaign.title}
                    </RecordLink>
                    {campaign.startsOn <= today && today <= campaign.endsOn && (
                      <Badge tone="accent">{t('campaign.now')}</Badge>
                    )}
                  </span>
                  <span className={classes.quiet}>
                    {time.days(campaign.startsOn, campaign.endsOn)} · {t('campaign.pieces', { count: campaign.pieces })}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  )
}
