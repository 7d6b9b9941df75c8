import { sql } from 'kysely'
import { Refusal, unknownReference } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { change } from '#server/kernel/events/change.ts'
import { readIdCursor } from '#server/kernel/http/id-cursor.ts'
import { pageOf } from '#server/kernel/http/page.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { demand, findPeople, readOrganisation } from '#server/features/organisation/index.ts'
import { plainDecimal } from '../../domain/plain-decimal.ts'
import type { BudgetInput } from '../../input.ts'
import { checkAmount } from '../check-charge.ts'

interface CostRateRow {
  readonly id: string
  readonly person_id: string
  readonly person_name: string
  readonly since: string
  readonly amount: string
  readonly currency: string
  readonly version: number
}

function showCostRate({ id, person_id, person_name, since, amount, currency, version }: CostRateRow) {
  return { id, person: { id: person_id, name: person_name }, since, amount: plainDecimal(amount), currency, version }
}

/** What people's hours cost, newest entry first. The route lets in only those who may see it. */
export function listCostRates(kernel: Kernel, { organisationId }: Actor, request: BudgetInput<'costRates'>) {
  const before = readIdCursor(request)
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const rows = await selectCostRates(db, organisationId, { id: null, before, limit: request.limit + 1 })
    return pageOf(rows, request, (row) => [row.id], showCostRate)
  })
}

/** Sets what an hour of a person costs from a day on; a second one for the same day takes its place. The log does not say how much. */
export function setCostRate(kernel: Kernel, actor: Actor, input: BudgetInput<'setCostRate'>) {
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    demand(actor, 'budget.change', {})
    const { personId, since } = input
    const person = (await findPeople(db, organisationId, [personId])).get(personId)
    if (person === undefined) throw unknownReference('personId')
    const currency = input.currency ?? (await readOrganisation(db, organisationId)).currency
    const amount = plainDecimal(input.amount)
    if (amount === '0') throw new Refusal('request.invalid', {}, [{ path: 'amount', code: 'money.below-nothing' }])
    checkAmount('amount', amount, { currency, positive: true })
    const { rows } = await sql<{ id: string }>`
      insert into strategy_cost_rates (organisation_id, id, person_id, since, amount, currency, created_at)
      values (${organisationId}, ${kernel.clock.newId()}, ${personId}, ${since}, ${amount}, ${currency}, ${kernel.clock.now()})
      on conflict (organisation_id, person_id, since) do update set amount = excluded.amount, currency = excluded.currency, version = strategy_cost_rates.version + 1
      returning id`.execute(db)
    const id = rows[0]?.id ?? null
    const [row] = await selectCostRates(db, organisationId, { id, before: null, limit: 1 })
    if (row === undefined) throw new Error('A cost rate was not written.')
    record({
      verb: 'cost-rate.set',
      subject: { type: 'cost-rate', id: row.id, title: person.name },
      after: { personId, since },
    })
    return showCostRate(row)
  })
}

/** Removes a cost rate; the one before it holds on. */
export function removeCostRate(kernel: Kernel, context: RequestContext, id: string): Promise<{ id: string }> {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    demand(actor, 'budget.change', {})
    const [row] = await selectCostRates(db, organisationId, { id, before: null, limit: 1 })
    if (row === undefined) throw new Refusal('record.not-found')
    expectVersion(context, row.version)
    await db
      .deleteFrom('strategy_cost_rates')
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .execute()
    record({
      verb: 'cost-rate.removed',
      subject: { type: 'cost-rate', id, title: row.person_name },
      before: { personId: row.person_id, since: row.since },
      after: null,
    })
    return { id }
  })
}

async function selectCostRates(
  db: Db,
  organisationId: string,
  { id, before, limit }: { readonly id: string | null; readonly before: string | null; readonly limit: number },
): Promise<CostRateRow[]> {
  const { rows } = await sql<CostRateRow>`
    select r.id, r.person_id, who.name as person_name, r.since, r.amount, r.currency, r.version from strategy_cost_rates r
    join organisation_people who on who.organisation_id = ${organisationId} and who.id = r.person_id
    where r.organisation_id = ${organisationId} and (${id}::uuid is null or r.id = ${id}::uuid)
      and (${before}::uuid is null or r.id < ${before}::uuid) order by r.id desc limit ${limit}`.execute(db)
  return rows
}
