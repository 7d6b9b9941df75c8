import { implement } from '@orpc/server'
import { contract } from '#contract/index.ts'
import { actorOf, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { readCoverage } from './read-coverage.ts'
import { readTeam } from './read-team.ts'
import { setCore } from './set-core.ts'
import { setRepresentative } from './set-representative.ts'

/** Binds the team's part of the contract. */
export function teamRoutes(kernel: Kernel) {
  const os = implement(contract.organisation.team).$context<RequestContext>()
  return {
    read: os.read.handler(({ context }) => readTeam(kernel, actorOf(context))),
    setCore: os.setCore.handler(({ input, context }) => setCore(kernel, actorOf(context), input)),
    setRepresentative: os.setRepresentative.handler(({ input, context }) =>
      setRepresentative(kernel, actorOf(context), input),
    ),
    coverage: os.coverage.handler(({ context }) => readCoverage(kernel, actorOf(context))),
  }
}
