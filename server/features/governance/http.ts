import { implement } from '@orpc/server'
import { contract } from '#contract/index.ts'
import { actorOf, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { listEvents } from './list-events.ts'

/** Binds governance's part of the contract. */
export function governanceRoutes(kernel: Kernel) {
  const os = implement(contract.governance).$context<RequestContext>()
  return { events: os.events.handler(({ input, context }) => listEvents(kernel, actorOf(context), input)) }
}
