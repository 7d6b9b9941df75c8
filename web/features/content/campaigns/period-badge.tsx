import { IconCalendarEvent, IconHistory, IconPlayerPlay } from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { Badge } from '#web/ui/badge.tsx'
import type { Tone } from '#web/ui/badge.tsx'
import type { Campaign } from '../records.ts'
import { periodState } from './campaign-period.ts'
import type { PeriodState } from './campaign-period.ts'

const LOOK: Readonly<Record<PeriodState, readonly [Tone, Icon]>> = {
  now: ['accent', IconPlayerPlay],
  coming: ['mute', IconCalendarEvent],
  past: ['line', IconHistory],
}

/** Whether a campaign runs, is to come or is over. */
export function PeriodBadge({ campaign }: { readonly campaign: Pick<Campaign, 'startsOn' | 'endsOn'> }) {
  const { t } = useTranslation('content')
  const state = periodState(campaign, useTime().today())
  const [tone, icon] = LOOK[state]
  return (
    <Badge tone={tone} icon={icon}>
      {t(`period.${state}`)}
    </Badge>
  )
}
