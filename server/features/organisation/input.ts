import type { z } from 'zod'
import type { organisation } from '#contract/organisation.ts'

type Parts = typeof organisation

/** What a route's handler is given, as the contract has parsed it: `Input<'units', 'create'>`. */
export type Input<Part extends keyof Parts, Name extends keyof Parts[Part]> = Parts[Part][Name] extends {
  '~orpc': { inputSchema?: infer Schema extends z.ZodType }
}
  ? z.output<Schema>
  : never

/** The same for a route that stands in no part: `TopInput<'invite'>`. */
export type TopInput<Name extends keyof Parts> = Parts[Name] extends {
  '~orpc': { inputSchema?: infer Schema extends z.ZodType }
}
  ? z.output<Schema>
  : never
