import type { z } from 'zod'
import type { strategy } from '#contract/strategy.ts'

type Strategy = typeof strategy

/** What a route's handler is given, as the contract has parsed it. */
export type Input<Name extends keyof Strategy> = Strategy[Name] extends {
  '~orpc': { inputSchema?: infer Schema extends z.ZodType }
}
  ? z.output<Schema>
  : never
