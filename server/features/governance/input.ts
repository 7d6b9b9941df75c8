import type { z } from 'zod'
import type { governance } from '#contract/governance.ts'

type Governance = typeof governance

/** What a route's handler is given, as the contract has parsed it: `Input<'policies', 'create'>`. */
export type Input<Part extends keyof Governance, Name extends keyof Governance[Part]> = Governance[Part][Name] extends {
  '~orpc': { inputSchema?: infer Schema extends z.ZodType }
}
  ? z.output<Schema>
  : never
