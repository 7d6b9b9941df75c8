import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { useMe } from '#web/kernel/session.tsx'
import { Card } from '#web/ui/card.tsx'
import classes from '../content.module.css'
import type { Campaign } from '../records.ts'

/** Whom a campaign is for, and what its posts for each of them brought so far. */
export function CampaignAudiences({ campaign }: { readonly campaign: Campaign }) {
  const { t } = useTranslation('audiences')
  const { audiences } = campaign
  const me = useMe()
  const results = useQuery(
    orpc.measurement.audienceResults.queryOptions({
      input: { campaignId: campaign.id },
      enabled: me.actions.includes('measurement.read') && audiences.length > 0,
      retry: false,
    }),
  )
  const brought = (id: string) => {
    const found = results.data?.items.find(({ audience }) => audience.id === id)
    if (found === undefined) return null
    const { posts, clicks, engagements } = found
    return engagements === null
      ? t('campaign.results', { posts, clicks })
      : t('campaign.results.engagements', { posts, clicks, engagements })
  }
  return (
    <Card title={t('campaign.title')}>
      {audiences.length === 0 && (
        <p>
          <span className={classes.gap}>
            <IconAlertTriangle size={14} stroke={1.5} aria-hidden />
            {t('list.none')}
          </span>
          <span className={classes.quiet}> {t('list.none.text')}</span>
        </p>
      )}
      <ul className={classes.rows}>
        {audiences.map(({ id, name, archived }) => (
          <li key={id}>
            <span className={classes.what}>
              {me.actions.includes('strategy.read') ? (
                <Link to="/strategy/audiences/$id" params={{ id }} className="medium" title={name}>
                  {archived ? t('select.archived', { name }) : name}
                </Link>
              ) : (
                <span className="medium">{name}</span>
              )}
              <span className={classes.quiet}>{brought(id)}</span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
