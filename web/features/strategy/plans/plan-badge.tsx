import { IconAlertTriangle, IconArrowBackUp, IconCircleCheck, IconClock, IconPencil } from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '#web/ui/badge.tsx'
import type { Tone } from '#web/ui/badge.tsx'
import type { Plan } from './records.ts'

const LOOK: Readonly<Record<Plan['state'], readonly [Tone, Icon]>> = {
  draft: ['mute', IconPencil],
  proposed: ['info', IconClock],
  approved: ['good', IconCircleCheck],
  returned: ['warn', IconArrowBackUp],
}

/** Where a plan stands between draft and approval. */
export function PlanBadge({ state }: { readonly state: Plan['state'] }) {
  const { t } = useTranslation('plans')
  const [tone, icon] = LOOK[state]
  return (
    <Badge tone={tone} icon={icon}>
      {t(`plan.state.${state}`)}
    </Badge>
  )
}

/** Says that something above has changed since; nothing where it has not. */
export function ReviewBadge({ count }: { readonly count: number }) {
  const { t } = useTranslation('plans')
  if (count === 0) return null
  return (
    <span title={t('review.count', { count })}>
      <Badge tone="warn" icon={IconAlertTriangle}>
        {t('review.needed')}
      </Badge>
    </span>
  )
}
