import {
  IconAlertCircle,
  IconAlertTriangle,
  IconBan,
  IconCircleCheck,
  IconClock,
  IconHelpCircle,
  IconPlayerPause,
  IconRefresh,
  IconSend,
  IconTrash,
} from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { DeliveryState } from '#contract/publishing.ts'
import type { STANDINGS } from '#contract/strategy.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { Badge } from './badge.tsx'
import type { Tone } from './badge.tsx'

export type Standing = (typeof STANDINGS)[number]

const DELIVERIES: Readonly<Record<DeliveryState, readonly [Tone, Icon]>> = {
  planned: ['mute', IconClock],
  sending: ['accent', IconSend],
  published: ['good', IconCircleCheck],
  'retry-at': ['warn', IconRefresh],
  failed: ['bad', IconAlertCircle],
  unknown: ['warn', IconHelpCircle],
  'needs-person': ['warn', IconHelpCircle],
  held: ['bad', IconPlayerPause],
  cancelled: ['mute', IconBan],
  removed: ['mute', IconTrash],
}

interface DeliveryBadgeProps {
  readonly state: DeliveryState
  readonly at?: string | undefined
  /** Why it is held, where that is known: waiting for approval is no trouble. */
  readonly reason?: string | null
}

/** The state of a delivery in its colour, mark and word. With `at`, one that is planned says how long is left. */
export function DeliveryBadge({ state, at, reason = null }: DeliveryBadgeProps) {
  const { t } = useTranslation('ui')
  const time = useTime()
  if (state === 'held' && reason === 'approval.waiting')
    return (
      <Badge tone="warn" icon={IconClock}>
        {t('delivery.awaits-approval')}
      </Badge>
    )
  const [tone, icon] = DELIVERIES[state]
  const soon = state === 'planned' && at !== undefined
  return (
    <Badge tone={tone} icon={icon}>
      {soon ? t('delivery.due', { when: time.relative(at) }) : t(`delivery.${state}`)}
    </Badge>
  )
}

const STANDING_LOOK: Readonly<Record<Standing, readonly [Tone, Icon]>> = {
  'on-path': ['good', IconCircleCheck],
  'at-risk': ['warn', IconAlertTriangle],
  behind: ['bad', IconAlertCircle],
  reached: ['good', IconCircleCheck],
  missed: ['bad', IconAlertCircle],
  'not-measured': ['mute', IconClock],
}

/** Where a goal or objective stands against the path it needs. */
export function StandingBadge({ standing }: { readonly standing: Standing }) {
  const { t } = useTranslation('ui')
  const [tone, icon] = STANDING_LOOK[standing]
  return (
    <Badge tone={tone} icon={icon}>
      {t(`standing.${standing}`)}
    </Badge>
  )
}
