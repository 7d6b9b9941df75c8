import { implement } from '@orpc/server'
import { contract } from '#contract/index.ts'
import { actorOf, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { holidayCountries, holidaysOf } from '../domain/holidays.ts'
import { changeUnit } from './change-unit.ts'
import { closeUnit, reopenUnit } from './close-unit.ts'
import { createUnit } from './create-unit.ts'
import { readUnit, selectUnits } from './store.ts'

const YEAR_MS = 365 * 86_400_000

/** Binds the units' part of the contract. */
export function unitRoutes(kernel: Kernel) {
  const os = implement(contract.organisation.units).$context<RequestContext>()
  return {
    list: os.list.handler(({ context }) => {
      const { organisationId } = actorOf(context)
      return kernel.database.inOrganisation(organisationId, async (db) => ({
        items: await selectUnits(db, organisationId),
      }))
    }),
    read: os.read.handler(({ input, context }) => {
      const { organisationId } = actorOf(context)
      return kernel.database.inOrganisation(organisationId, (db) => readUnit(db, organisationId, input.id))
    }),
    create: os.create.handler(({ input, context }) => createUnit(kernel, actorOf(context), input)),
    change: os.change.handler(({ input, context }) => changeUnit(kernel, actorOf(context), context, input)),
    close: os.close.handler(({ input, context }) => closeUnit(kernel, actorOf(context), input.id)),
    reopen: os.reopen.handler(({ input, context }) => reopenUnit(kernel, actorOf(context), input.id)),
    holidays: os.holidays.handler(async ({ input, context }) => {
      const { organisationId } = actorOf(context)
      const unit = await kernel.database.inOrganisation(organisationId, (db) => readUnit(db, organisationId, input.id))
      const from = input.from ?? kernel.clock.now().toISOString().slice(0, 10)
      const to = new Date(Date.parse(from) + YEAR_MS).toISOString().slice(0, 10)
      return {
        items: unit.country === null ? [] : [...(await holidaysOf(unit.country, { from, to }, context.language))],
      }
    }),
    countries: os.countries.handler(async () => ({ items: [...(await holidayCountries())] })),
  }
}
