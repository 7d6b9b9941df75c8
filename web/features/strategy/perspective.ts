import { IconBuildingBank, IconPlant2, IconSettings, IconUsers } from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import type { Perspective } from './records.ts'

/** The four perspectives in the order of the map: what is wanted on top, what it grows from below. */
export const PERSPECTIVE_ORDER: readonly Perspective[] = [
  'financial',
  'customer',
  'internal-process',
  'learning-and-growth',
]

export const PERSPECTIVE_ICON: Readonly<Record<Perspective, Icon>> = {
  financial: IconBuildingBank,
  customer: IconUsers,
  'internal-process': IconSettings,
  'learning-and-growth': IconPlant2,
}
