import { implement } from '@orpc/server'
import { stakeholders } from '#contract/stakeholders.ts'
import { readIdCursor } from '#server/kernel/http/id-cursor.ts'
import { pageOf } from '#server/kernel/http/page.ts'
import { actorOf, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { changeStakeholder, createStakeholder, removeStakeholder, restoreStakeholder } from './change-stakeholders.ts'
import { holdStakeholder, selectStakeholders, showStakeholder } from './store.ts'

/** Binds the stakeholders' part of the contract. */
export function stakeholderRoutes(kernel: Kernel) {
  const os = implement(stakeholders).$context<RequestContext>()
  return {
    list: os.list.handler(({ input, context }) => {
      const { organisationId } = actorOf(context)
      const after = readIdCursor(input)
      return kernel.database.inOrganisation(organisationId, async (db) => {
        const rows = await selectStakeholders(db, organisationId, { after, limit: input.limit })
        return pageOf(rows, input, (row) => [row.id], showStakeholder)
      })
    }),
    one: os.one.handler(({ input, context }) => {
      const { organisationId } = actorOf(context)
      return kernel.database.inOrganisation(organisationId, (db) => holdStakeholder(db, organisationId, input.id))
    }),
    create: os.create.handler(({ input, context }) => createStakeholder(kernel, actorOf(context), input)),
    change: os.change.handler(({ input, context }) => changeStakeholder(kernel, actorOf(context), context, input)),
    remove: os.remove.handler(({ input, context }) => removeStakeholder(kernel, actorOf(context), context, input.id)),
    restore: os.restore.handler(({ input, context }) => restoreStakeholder(kernel, actorOf(context), input.id)),
  }
}
