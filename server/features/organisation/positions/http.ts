import { implement } from '@orpc/server'
import { contract } from '#contract/index.ts'
import { actorOf, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { changePosition } from './change-position.ts'
import { closePosition, reopenPosition } from './close-position.ts'
import { createPosition } from './create-position.ts'
import { listPositions } from './list-positions.ts'
import { readPosition } from './store.ts'

/** Binds the positions' part of the contract. */
export function positionRoutes(kernel: Kernel) {
  const os = implement(contract.organisation.positions).$context<RequestContext>()
  return {
    list: os.list.handler(({ input, context }) => listPositions(kernel, actorOf(context), input)),
    read: os.read.handler(({ input, context }) => {
      const { organisationId } = actorOf(context)
      return kernel.database.inOrganisation(organisationId, (db) => readPosition(db, organisationId, input.id))
    }),
    create: os.create.handler(({ input, context }) => createPosition(kernel, actorOf(context), input)),
    change: os.change.handler(({ input, context }) => changePosition(kernel, actorOf(context), context, input)),
    close: os.close.handler(({ input, context }) => closePosition(kernel, actorOf(context), input.id)),
    reopen: os.reopen.handler(({ input, context }) => reopenPosition(kernel, actorOf(context), input.id)),
  }
}
