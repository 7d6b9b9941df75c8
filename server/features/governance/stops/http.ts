import { implement } from '@orpc/server'
import { contract } from '#contract/index.ts'
import { actorOf, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { decideHeld } from './decide-held.ts'
import { liftStop } from './lift-stop.ts'
import { listItems } from './list-items.ts'
import { listRunning, listStops, showOneStop } from './list-stops.ts'
import type { StopPorts } from './ports.ts'
import { startStop } from './start-stop.ts'

/** Binds the emergency stop's part of the contract. */
export function stopRoutes(kernel: Kernel, ports: StopPorts) {
  const os = implement(contract.governance.stops).$context<RequestContext>()
  return {
    running: os.running.handler(({ context }) => listRunning(kernel, actorOf(context))),
    list: os.list.handler(({ input, context }) => listStops(kernel, actorOf(context), input)),
    show: os.show.handler(({ input, context }) => showOneStop(kernel, actorOf(context), input.id)),
    start: os.start.handler(({ input, context }) => startStop(kernel, ports, actorOf(context), input)),
    lift: os.lift.handler(({ input, context }) => liftStop(kernel, ports, actorOf(context), input)),
    items: os.items.handler(({ input, context }) => listItems(kernel, actorOf(context), input)),
    decide: os.decide.handler(({ input, context }) => decideHeld(kernel, ports, actorOf(context), input)),
  }
}
