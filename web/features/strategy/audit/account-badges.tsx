import { IconAlertTriangle, IconCircleCheck, IconMoon, IconUserX, IconX } from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '#web/ui/badge.tsx'
import type { Tone } from '#web/ui/badge.tsx'
import type { Account, Finding } from './records.ts'

const STATES: Readonly<Record<Account['state'], readonly [Tone, Icon]>> = {
  owned: ['good', IconCircleCheck],
  dormant: ['mute', IconMoon],
  rogue: ['bad', IconUserX],
  'to-close': ['warn', IconX],
}

/** How an account stands. */
export function StateBadge({ state }: { readonly state: Account['state'] }) {
  const { t } = useTranslation('accounts')
  const [tone, icon] = STATES[state]
  return (
    <Badge tone={tone} icon={icon}>
      {t(`state.${state}`)}
    </Badge>
  )
}

/** What was noticed about an account. */
export function FindingBadge({ finding }: { readonly finding: Finding }) {
  const { t } = useTranslation('accounts')
  return (
    <Badge tone={finding === 'rogue' || finding === 'holder-left' ? 'bad' : 'warn'} icon={IconAlertTriangle}>
      {t(`finding.${finding}`)}
    </Badge>
  )
}
