import { implement } from '@orpc/server'
import { contract } from '#contract/index.ts'
import { actorOf, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { todayOfOrganisation } from '../today.ts'
import { changeAgency, createAgency } from './set-terms.ts'
import { selectAgencies } from './store.ts'

/** Binds the agencies' part of the contract. */
export function agencyRoutes(kernel: Kernel) {
  const os = implement(contract.organisation.agencies).$context<RequestContext>()
  return {
    list: os.list.handler(({ context }) => {
      const { organisationId } = actorOf(context)
      return kernel.database.inOrganisation(organisationId, async (db) => ({
        items: await selectAgencies(
          db,
          organisationId,
          await todayOfOrganisation(db, organisationId, kernel.clock.now()),
        ),
      }))
    }),
    create: os.create.handler(({ input, context }) => createAgency(kernel, actorOf(context), input)),
    change: os.change.handler(({ input, context }) => changeAgency(kernel, actorOf(context), context, input)),
  }
}
