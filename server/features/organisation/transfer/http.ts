import { implement } from '@orpc/server'
import { contract } from '#contract/index.ts'
import { actorOf, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { importList, tryList } from './bring-list.ts'
import { exportList } from './export-list.ts'
import { readProgress } from './progress.ts'

/** Binds the lists' part of the contract. */
export function transferRoutes(kernel: Kernel) {
  const os = implement(contract.organisation.transfer).$context<RequestContext>()
  return {
    export: os.export.handler(({ input, context }) => exportList(kernel, actorOf(context), input.list)),
    check: os.check.handler(({ input, context }) => tryList(kernel, actorOf(context), input)),
    import: os.import.handler(({ input, context }) => importList(kernel, actorOf(context), input)),
    progress: os.progress.handler(({ input, context }) => readProgress(kernel, actorOf(context), input.id)),
  }
}
