import {
  IconBuilding,
  IconBuildingStore,
  IconBriefcase,
  IconMapPin,
  IconTag,
  IconUsers,
  type Icon,
} from '@tabler/icons-react'
import type { UnitKind } from '#contract/actions.ts'

export const KIND_ICON: Readonly<Record<UnitKind, Icon>> = {
  company: IconBuilding,
  brand: IconTag,
  region: IconMapPin,
  department: IconBriefcase,
  team: IconUsers,
  agency: IconBuildingStore,
}
