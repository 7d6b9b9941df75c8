import { IconAlertTriangle, IconCircleCheck, IconPencil } from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '#web/ui/badge.tsx'
import type { Tone } from '#web/ui/badge.tsx'
import type { PolicySummary } from '../records.ts'

const LOOK: Readonly<Record<PolicySummary['mine']['state'], readonly [Tone, Icon]>> = {
  'nothing-to-accept': ['mute', IconPencil],
  accepted: ['good', IconCircleCheck],
  older: ['warn', IconAlertTriangle],
  missing: ['warn', IconAlertTriangle],
}

/** Where somebody stands with a policy, in its colour, mark and word. */
export function AcceptanceBadge({ state }: { readonly state: PolicySummary['mine']['state'] }) {
  const { t } = useTranslation('policies')
  const [tone, icon] = LOOK[state]
  return (
    <Badge tone={tone} icon={icon}>
      {t(`state.${state}`)}
    </Badge>
  )
}
