import type { z } from 'zod'
import type { content } from '#contract/content.ts'

type Content = typeof content

/** What a route's handler is given, as the contract has parsed it. */
export type Input<Name extends keyof Content> = Content[Name] extends {
  '~orpc': { inputSchema?: infer Schema extends z.ZodType }
}
  ? z.output<Schema>
  : never
