import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { change, type Change } from '#server/kernel/events/change.ts'
import { changedFields } from '#server/kernel/events/changed-fields.ts'
import { readIdCursor } from '#server/kernel/http/id-cursor.ts'
import { pageOf } from '#server/kernel/http/page.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { plainDecimal } from '../../domain/plain-decimal.ts'
import type { BudgetInput } from '../../input.ts'
import { holdRateOf, putRate, rateFacts, selectRates, type RateFacts, type RateRow } from './store-rates.ts'

const showRate = (row: RateRow) => ({ id: row.id, ...rateFacts(row), version: row.version })

/** Rates of exchange, newest entry first. */
export function listRates(kernel: Kernel, { organisationId }: Actor, request: BudgetInput<'rates'>) {
  const before = readIdCursor(request)
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const rows = await selectRates(db, organisationId, { before, limit: request.limit + 1 })
    return pageOf(rows, request, (row) => [row.id], showRate)
  })
}

/** Sets the rate of a pair on a day; it takes the place of the one that was there. Refuses a currency against itself. */
export function setRate(kernel: Kernel, actor: Actor, input: BudgetInput<'setRate'>) {
  return change(kernel, actor, async (work) => {
    const { row } = await setRateWithin(kernel, actor.organisationId, work, input)
    return showRate(row)
  })
}

/** The same inside a change of somebody else's, such as an import. Says what it did. */
export async function setRateWithin(
  { clock }: Pick<Kernel, 'clock'>,
  organisationId: string,
  { db, record }: Change,
  input: RateFacts,
): Promise<{ row: RateRow; did: 'created' | 'changed' | 'unchanged' }> {
  const facts = { ...input, rate: plainDecimal(input.rate) }
  if (facts.base === facts.quote)
    throw new Refusal('request.invalid', {}, [{ path: 'quote', code: 'money.same-currency' }])
  const held = await holdRateOf(db, organisationId, facts)
  const changed = held === null ? null : changedFields(rateFacts(held), facts)
  if (held !== null && changed === null) return { row: held, did: 'unchanged' }
  const row = await putRate(db, { organisationId, id: clock.newId(), now: clock.now(), facts })
  const title = `${row.base}/${row.quote} ${row.on_day}`
  const told = changed ?? { before: null, after: facts }
  record({ verb: 'exchange-rate.set', subject: { type: 'exchange-rate', id: row.id, title }, ...told })
  return { row, did: held === null ? 'created' : 'changed' }
}

/** Removes a rate; what was converted by it is then converted by an earlier one, or stands as a gap. */
export function removeRate(kernel: Kernel, context: RequestContext, id: string): Promise<{ id: string }> {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const row = await db
      .deleteFrom('strategy_exchange_rates')
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .returning(['id', 'base', 'quote', 'on_day', 'rate', 'source', 'version'])
      .executeTakeFirst()
    if (row === undefined) throw new Refusal('record.not-found')
    expectVersion(context, row.version)
    const title = `${row.base}/${row.quote} ${row.on_day}`
    record({
      verb: 'exchange-rate.removed',
      subject: { type: 'exchange-rate', id, title },
      before: rateFacts(row),
      after: null,
    })
    return { id }
  })
}
