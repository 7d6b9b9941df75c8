import {
  IconAlertCircle,
  IconBan,
  IconCircleCheck,
  IconClock,
  IconHistory,
  IconHourglassOff,
} from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Badge } from './badge.tsx'
import type { Tone } from './badge.tsx'
import type { ApprovalState } from './use-approval-words.ts'

const LOOK: Readonly<Record<ApprovalState, readonly [Tone, Icon]>> = {
  waiting: ['warn', IconClock],
  approved: ['good', IconCircleCheck],
  rejected: ['bad', IconAlertCircle],
  lapsed: ['mute', IconHistory],
  expired: ['bad', IconHourglassOff],
  withdrawn: ['mute', IconBan],
}

/** Where a request for approval stands, in its colour, mark and word. */
export function ApprovalBadge({ state }: { readonly state: ApprovalState }) {
  const { t } = useTranslation('approvals')
  const [tone, icon] = LOOK[state]
  return (
    <Badge tone={tone} icon={icon}>
      {t(`state.${state}`)}
    </Badge>
  )
}
