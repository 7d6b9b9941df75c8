import { IconAlertCircle, IconAlertTriangle, IconCircleCheck, IconPlayerPause, IconPlugOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '#web/ui/badge.tsx'
import type { Channel } from '../records.ts'

const LOOK = {
  connected: ['good', IconCircleCheck],
  'needs-reconnecting': ['bad', IconAlertCircle],
  paused: ['mute', IconPlayerPause],
  disconnected: ['mute', IconPlugOff],
} as const

/** How a channel is doing. A connected one whose last test met a problem says so. */
export function ChannelBadge({ channel }: { readonly channel: Pick<Channel, 'state' | 'health'> }) {
  const { t } = useTranslation('publishing')
  if (channel.state === 'connected' && channel.health.problem !== null)
    return (
      <Badge tone="warn" icon={IconAlertTriangle}>
        {t('channel.state.trouble')}
      </Badge>
    )
  const [tone, icon] = LOOK[channel.state]
  return (
    <Badge tone={tone} icon={icon}>
      {t(`channel.state.${channel.state}`)}
    </Badge>
  )
}
