import { approvals } from './approvals.ts'
import { audit, events } from './audit.ts'
import { policies } from './policies.ts'
import { rules } from './rules.ts'
import { stakeholders } from './stakeholders.ts'
import { stops } from './stops.ts'
import { training } from './training.ts'
import { watch } from './watch.ts'
import { workflows } from './workflows.ts'

export * from './events.ts'

export const governance = {
  events,
  audit,
  stops,
  policies,
  training,
  rules,
  watch,
  workflows,
  approvals,
  stakeholders,
}
