import { implement } from '@orpc/server'
import { contract } from '#contract/index.ts'
import { actorOf, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { addReading } from './add-reading.ts'
import { changeAccount } from './change-account.ts'
import {
  changeCompetitor,
  createCompetitor,
  removeCompetitor,
  restoreCompetitor,
} from './competitors/change-competitors.ts'
import { compareSides, listCompetitors, readCompetitor } from './competitors/list-competitors.ts'
import { createAccount } from './create-account.ts'
import { listAccounts, listReadings, readAccount, summariseAccounts } from './list-accounts.ts'
import { lookUpAccount } from './look-up-account.ts'
import { removeAccount, restoreAccount } from './remove-account.ts'
import { changeSwot, createSwot, listSwot, removeSwot, restoreSwot, taskOfSwot } from './swot/change-swot.ts'
import { takeChannels } from './take-channels.ts'
import { taskOfFinding } from './task-of-finding.ts'
import { exportAccounts } from './transfer/export-accounts.ts'
import { importAccounts, tryAccounts } from './transfer/import-accounts.ts'

/** Binds the audit's part of the contract. */
export function auditRoutes(kernel: Kernel) {
  const os = implement(contract.strategy.audit).$context<RequestContext>()
  return {
    competitors: competitorRoutes(kernel),
    swot: swotRoutes(kernel),
    comparison: os.comparison.handler(({ input, context }) => compareSides(kernel, actorOf(context), input)),
    accounts: os.accounts.handler(({ input, context }) => listAccounts(kernel, actorOf(context), input)),
    account: os.account.handler(({ input, context }) => readAccount(kernel, actorOf(context), input.id)),
    summary: os.summary.handler(({ context }) => summariseAccounts(kernel, actorOf(context))),
    createAccount: os.createAccount.handler(({ input, context }) => createAccount(kernel, actorOf(context), input)),
    changeAccount: os.changeAccount.handler(({ input, context }) => changeAccount(kernel, context, input)),
    removeAccount: os.removeAccount.handler(({ input, context }) => removeAccount(kernel, context, input.id)),
    restoreAccount: os.restoreAccount.handler(({ input, context }) => restoreAccount(kernel, context, input.id)),
    takeChannels: os.takeChannels.handler(({ context }) => takeChannels(kernel, actorOf(context))),
    lookUp: os.lookUp.handler(({ input, context }) => lookUpAccount(kernel, actorOf(context), input.id)),
    readings: os.readings.handler(({ input, context }) => listReadings(kernel, actorOf(context), input)),
    addReading: os.addReading.handler(({ input, context }) => addReading(kernel, actorOf(context), input)),
    taskOfAccount: os.taskOfAccount.handler(({ input, context }) => taskOfFinding(kernel, actorOf(context), input)),
    export: os.export.handler(({ context }) => exportAccounts(kernel, actorOf(context))),
    check: os.check.handler(({ input, context }) => tryAccounts(kernel, actorOf(context), input.text)),
    import: os.import.handler(({ input, context }) => importAccounts(kernel, actorOf(context), input.text)),
  }
}

function competitorRoutes(kernel: Kernel) {
  const os = implement(contract.strategy.audit.competitors).$context<RequestContext>()
  return {
    list: os.list.handler(({ input, context }) => listCompetitors(kernel, actorOf(context), input)),
    show: os.show.handler(({ input, context }) => readCompetitor(kernel, actorOf(context), input.id)),
    create: os.create.handler(({ input, context }) => createCompetitor(kernel, actorOf(context), input)),
    change: os.change.handler(({ input, context }) => changeCompetitor(kernel, context, input)),
    remove: os.remove.handler(({ input, context }) => removeCompetitor(kernel, context, input.id)),
    restore: os.restore.handler(({ input, context }) => restoreCompetitor(kernel, actorOf(context), input.id)),
  }
}

function swotRoutes(kernel: Kernel) {
  const os = implement(contract.strategy.audit.swot).$context<RequestContext>()
  return {
    list: os.list.handler(({ context }) => listSwot(kernel, actorOf(context))),
    create: os.create.handler(({ input, context }) => createSwot(kernel, actorOf(context), input)),
    change: os.change.handler(({ input, context }) => changeSwot(kernel, context, input)),
    remove: os.remove.handler(({ input, context }) => removeSwot(kernel, context, input.id)),
    restore: os.restore.handler(({ input, context }) => restoreSwot(kernel, actorOf(context), input.id)),
    task: os.task.handler(({ input, context }) => taskOfSwot(kernel, actorOf(context), input)),
  }
}
