import { IconAlertCircle, IconAlertTriangle, IconCircleCheck, IconClock } from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '#web/ui/badge.tsx'
import type { Tone } from '#web/ui/badge.tsx'
import type { Light } from '../records.ts'

export const LIGHT_ORDER: readonly Light[] = ['green', 'amber', 'red', 'grey']
export const LIGHT_LOOK: Readonly<Record<Light, readonly [Tone, Icon]>> = {
  green: ['good', IconCircleCheck],
  amber: ['warn', IconAlertTriangle],
  red: ['bad', IconAlertCircle],
  grey: ['mute', IconClock],
}

/** A traffic light in its colour, mark and word. */
export function LightBadge({ light }: { readonly light: Light }) {
  const { t } = useTranslation('scorecard')
  const [tone, icon] = LIGHT_LOOK[light]
  return (
    <Badge tone={tone} icon={icon}>
      {t(`light.${light}`)}
    </Badge>
  )
}
