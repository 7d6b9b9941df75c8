import { implement } from '@orpc/server'
import { contract } from '#contract/index.ts'
import { actorOf, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { checkGoal } from '../goals/check-goal.ts'
import type { StrategyPorts } from '../ports.ts'
import { changeKpi } from './change-kpi.ts'
import { chooseSet, readSet } from './choose-set.ts'
import { createKpi } from './create-kpi.ts'
import { previewKpi } from './preview-kpi.ts'
import { readKpi } from './read-kpi.ts'
import { removeKpi, restoreKpi } from './remove-kpi.ts'

/** Binds the KPI catalogue's part of the contract. */
export function catalogueRoutes(kernel: Kernel, ports: StrategyPorts) {
  const os = implement(contract.strategy.catalogue).$context<RequestContext>()
  const needs = { kernel, ports }
  return {
    show: os.show.handler(({ input, context }) => readKpi(kernel, actorOf(context), input.id)),
    create: os.create.handler(({ input, context }) => createKpi(kernel, actorOf(context), input)),
    change: os.change.handler(({ input, context }) => changeKpi(kernel, context, input)),
    remove: os.remove.handler(({ input, context }) => removeKpi(kernel, context, input.id)),
    restore: os.restore.handler(({ input, context }) => restoreKpi(kernel, context, input.id)),
    preview: os.preview.handler(({ input, context }) => previewKpi(needs, actorOf(context), input)),
    set: os.set.handler(({ context }) => readSet(kernel, actorOf(context))),
    chooseSet: os.chooseSet.handler(({ input, context }) => chooseSet(kernel, actorOf(context), input.kind)),
    checkGoal: os.checkGoal.handler(({ input, context }) => checkGoal(needs, actorOf(context), input)),
  }
}
