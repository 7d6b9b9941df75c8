import { IconAlertTriangle, IconBan, IconCircleCheck, IconClockOff, type Icon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { AgencyState } from '#contract/agencies.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Badge, type Tone } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import type { Agency } from '../structure-records.ts'
import classes from './agencies.module.css'

const LOOK: Readonly<Record<AgencyState, readonly [Tone, Icon]>> = {
  working: ['good', IconCircleCheck],
  ended: ['mute', IconClockOff],
  'without-owner': ['bad', IconAlertTriangle],
  closed: ['mute', IconBan],
}

/** One agency with its terms. */
export function AgencyCard({ agency, onChange }: { readonly agency: Agency; readonly onChange: () => void }) {
  const { t } = useTranslation(['team', 'ui'])
  const time = useTime()
  const [tone, icon] = LOOK[agency.state]
  const names = (list: readonly { name: string }[], none: string) =>
    list.length === 0 ? <span className="text-3">{none}</span> : list.map(({ name }) => name).join(', ')
  return (
    <Card
      title={agency.name}
      badge={
        <Badge tone={tone} icon={icon}>
          {t(`agency.state.${agency.state}`)}
        </Badge>
      }
      end={
        agency.state !== 'closed' && (
          <AllowedButton action="agencies.change" size="xs" variant="default" onClick={onChange}>
            {t('agency.change')}
          </AllowedButton>
        )
      }
    >
      {agency.state === 'without-owner' && <p className={classes.held}>{t('agency.without-owner.text')}</p>}
      {agency.description !== '' && <p>{agency.description}</p>}
      <dl className={classes.facts}>
        <dt>{t('agency.owner')}</dt>
        <dd>{agency.owner?.name ?? t('agency.nobody')}</dd>
        <dt>{t('agency.ends')}</dt>
        <dd>{agency.endsOn === null ? '–' : time.day(agency.endsOn)}</dd>
        <dt>{t('agency.activities')}</dt>
        <dd>
          {names(
            agency.activities.map((activity) => ({ name: t(`activity.${activity}`) })),
            t('agency.nothing'),
          )}
        </dd>
        <dt>{t('agency.channels')}</dt>
        <dd>{names(agency.channels, t('agency.none'))}</dd>
        <dt>{t('agency.campaigns')}</dt>
        <dd>{names(agency.campaigns, t('agency.none'))}</dd>
        <dt>{t('agency.guests')}</dt>
        <dd>{names(agency.guests, t('agency.no-guests'))}</dd>
      </dl>
    </Card>
  )
}
