import { accounts } from './accounts.ts'
import { asked } from './asked.ts'
import { audiences } from './audiences.ts'
import type { LiveBlock } from './block.ts'
import { budget } from './budget.ts'
import { campaigns } from './campaigns.ts'
import { channelChoice } from './channel-choice.ts'
import { channels } from './channels.ts'
import { direction } from './direction.ts'
import { goals } from './goals.ts'
import { hours } from './hours.ts'
import { measures } from './measures.ts'
import { objectives } from './objectives.ts'
import { plans } from './plans.ts'
import { policies } from './policies.ts'
import { swot } from './swot.ts'
import { tools } from './tools.ts'
import { units } from './units.ts'

/** Every room whose records stand in the plan, in the order in which they stand in their sections. */
export const BLOCKS: readonly LiveBlock[] = [
  direction,
  accounts,
  swot,
  audiences,
  channelChoice,
  channels,
  objectives,
  goals,
  campaigns,
  plans,
  units,
  hours,
  tools,
  budget,
  asked,
  policies,
  measures,
]
