import { asked } from './asked.ts'
import { audiences } from './audiences.ts'
import type { LiveBlock } from './block.ts'
import { campaigns } from './campaigns.ts'
import { channels } from './channels.ts'
import { direction } from './direction.ts'
import { goals } from './goals.ts'
import { hours } from './hours.ts'
import { measures } from './measures.ts'
import { objectives } from './objectives.ts'
import { plans } from './plans.ts'
import { policies } from './policies.ts'
import { units } from './units.ts'

/** Every room whose records stand in the plan, in the order in which they stand in their sections. */
export const BLOCKS: readonly LiveBlock[] = [
  direction,
  audiences,
  channels,
  objectives,
  goals,
  campaigns,
  plans,
  units,
  hours,
  asked,
  policies,
  measures,
]
