import { IconCircleCheck, IconCircleDashed, IconDoorExit, IconFlask, IconX } from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '#web/ui/badge.tsx'
import type { Tone } from '#web/ui/badge.tsx'
import type { Choice } from './records.ts'

const LOOKS: Readonly<Record<NonNullable<Choice['decision']>, readonly [Tone, Icon]>> = {
  use: ['good', IconCircleCheck],
  test: ['info', IconFlask],
  leave: ['mute', IconDoorExit],
  close: ['warn', IconX],
}

/** What was decided about a platform. */
export function DecisionBadge({ decision }: { readonly decision: Choice['decision'] }) {
  const { t } = useTranslation('choice')
  if (decision === null) return <Badge icon={IconCircleDashed}>{t('decision.open')}</Badge>
  const [tone, icon] = LOOKS[decision]
  return (
    <Badge tone={tone} icon={icon}>
      {t(`decision.${decision}`)}
    </Badge>
  )
}
