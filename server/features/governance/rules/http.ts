import { implement } from '@orpc/server'
import { rules } from '#contract/rules.ts'
import { refuseGuest } from '#server/features/organisation/index.ts'
import { actorOf, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { changePack, exportPack, removePack, restorePack } from './change-pack.ts'
import { changeRule, createRule, removeRule, restoreRule } from './change-rule.ts'
import { createPack, importPack } from './create-pack.ts'
import { findPack } from './hold-pack.ts'
import { listPacks, listReadyPacks } from './list-packs.ts'
import { tryText } from './try-text.ts'
import { listWaivers, waive, withdrawWaiver } from './waive.ts'

/** Binds the rules' part of the contract. */
export function ruleRoutes(kernel: Kernel) {
  const os = implement(rules).$context<RequestContext>()
  return {
    packs: os.packs.handler(({ input, context }) => listPacks(kernel, actorOf(context), input)),
    readyPacks: os.readyPacks.handler(({ context }) => listReadyPacks(kernel, actorOf(context))),
    pack: os.pack.handler(({ input, context }) => {
      const { organisationId } = actorOf(context)
      return kernel.database.inOrganisation(organisationId, (db) => findPack(db, organisationId, input.id))
    }),
    createPack: os.createPack.handler(({ input, context }) => createPack(kernel, actorOf(context), input)),
    importPack: os.importPack.handler(({ input, context }) => importPack(kernel, actorOf(context), input)),
    exportPack: os.exportPack.handler(({ input, context }) => exportPack(kernel, actorOf(context), input.id)),
    changePack: os.changePack.handler(({ input, context }) => changePack(kernel, context, input)),
    removePack: os.removePack.handler(({ input, context }) => removePack(kernel, context, input.id)),
    restorePack: os.restorePack.handler(({ input, context }) => restorePack(kernel, actorOf(context), input.id)),
    createRule: os.createRule.handler(({ input, context }) => createRule(kernel, actorOf(context), input)),
    changeRule: os.changeRule.handler(({ input, context }) => changeRule(kernel, context, input)),
    removeRule: os.removeRule.handler(({ input, context }) => removeRule(kernel, context, input.id)),
    restoreRule: os.restoreRule.handler(({ input, context }) => restoreRule(kernel, actorOf(context), input.id)),
    tryText: os.tryText.handler(({ input, context }) => tryText(kernel, actorOf(context), input)),
    waivers: os.waivers.handler(({ input, context }) => {
      const actor = actorOf(context)
      // What was let pass quotes posts of every channel.
      refuseGuest(actor, 'rules.read')
      return listWaivers(kernel, actor, input)
    }),
    waive: os.waive.handler(({ input, context }) => waive(kernel, actorOf(context), input)),
    withdrawWaiver: os.withdrawWaiver.handler(({ input, context }) =>
      withdrawWaiver(kernel, actorOf(context), input.id),
    ),
  }
}
