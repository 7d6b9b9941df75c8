import { implement } from '@orpc/server'
import { contract } from '#contract/index.ts'
import { actorOf, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { archiveAudience, restoreAudience } from './archive-audience.ts'
import { changeAudience } from './change-audience.ts'
import { createAudience } from './create-audience.ts'
import { listAudiences, readAudience } from './list-audiences.ts'
import { showCoverage } from './show-coverage.ts'

/** Binds the part of the contract about audiences. */
export function audienceRoutes(kernel: Kernel) {
  const os = implement(contract.strategy.audiences).$context<RequestContext>()
  return {
    list: os.list.handler(({ input, context }) => listAudiences(kernel, actorOf(context), input)),
    show: os.show.handler(({ input, context }) => readAudience(kernel, actorOf(context), input.id)),
    create: os.create.handler(({ input, context }) => createAudience(kernel, actorOf(context), input)),
    change: os.change.handler(({ input, context }) => changeAudience(kernel, context, input)),
    archive: os.archive.handler(({ input, context }) => archiveAudience(kernel, context, input.id)),
    restore: os.restore.handler(({ input, context }) => restoreAudience(kernel, context, input.id)),
    coverage: os.coverage.handler(({ input, context }) => showCoverage(kernel, actorOf(context), input)),
  }
}
