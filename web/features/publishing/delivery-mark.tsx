import {
  IconAlertCircle,
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
import type { DeliveryState } from '#contract/publishing.ts'

const LOOK: Readonly<Record<DeliveryState, readonly [Icon, string]>> = {
  planned: [IconClock, 'var(--text-3)'],
  sending: [IconSend, 'var(--accent-text)'],
  published: [IconCircleCheck, 'var(--good)'],
  'retry-at': [IconRefresh, 'var(--warn)'],
  failed: [IconAlertCircle, 'var(--bad)'],
  unknown: [IconHelpCircle, 'var(--warn)'],
  'needs-person': [IconHelpCircle, 'var(--warn)'],
  held: [IconPlayerPause, 'var(--bad)'],
  cancelled: [IconBan, 'var(--text-3)'],
  removed: [IconTrash, 'var(--text-3)'],
}

/** The mark of a delivery's state where there is no room for its badge. Give the word beside it or to screen readers. */
export function DeliveryMark({ state, size = 14 }: { readonly state: DeliveryState; readonly size?: number }) {
  const [Mark, colour] = LOOK[state]
  return <Mark size={size} stroke={1.5} color={colour} aria-hidden style={{ flex: 'none' }} />
}
