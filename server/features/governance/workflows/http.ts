import { implement } from '@orpc/server'
import { workflows } from '#contract/workflows.ts'
import { refuseGuest } from '#server/features/organisation/index.ts'
import { actorOf, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { changeWorkflow, createWorkflow, orderWorkflows, removeWorkflow, restoreWorkflow } from './change-workflows.ts'
import { selectWorkflow, selectWorkflows } from './store.ts'
import { tryRoute } from './try-route.ts'

/** Binds the workflows' part of the contract. */
export function workflowRoutes(kernel: Kernel) {
  const os = implement(workflows).$context<RequestContext>()
  return {
    // A workflow names people and units of the whole organisation.
    list: os.list.handler(({ context }) => {
      const actor = actorOf(context)
      refuseGuest(actor, 'posts.read')
      const { organisationId } = actor
      return kernel.database.inOrganisation(organisationId, async (db) => ({
        items: [...(await selectWorkflows(db, organisationId))],
      }))
    }),
    one: os.one.handler(({ input, context }) => {
      const actor = actorOf(context)
      refuseGuest(actor, 'posts.read')
      const { organisationId } = actor
      return kernel.database.inOrganisation(organisationId, (db) => selectWorkflow(db, organisationId, input.id))
    }),
    create: os.create.handler(({ input, context }) => createWorkflow(kernel, actorOf(context), input)),
    change: os.change.handler(({ input, context }) => changeWorkflow(kernel, actorOf(context), context, input)),
    order: os.order.handler(({ input, context }) => orderWorkflows(kernel, actorOf(context), input)),
    remove: os.remove.handler(({ input, context }) => removeWorkflow(kernel, actorOf(context), context, input.id)),
    restore: os.restore.handler(({ input, context }) => restoreWorkflow(kernel, actorOf(context), input.id)),
    route: os.route.handler(({ input, context }) => tryRoute(kernel, actorOf(context), input)),
  }
}
