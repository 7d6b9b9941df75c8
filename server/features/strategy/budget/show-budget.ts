import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import type { Budget } from '#contract/budget-records.ts'
import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { findPeople, readOrganisation, todayOfOrganisation } from '#server/features/organisation/index.ts'
import { decimalOf } from '../domain/formula/rational.ts'
import {
  monthOf,
  sumOf,
  sumsByCurrency,
  type Charge,
  type Gap,
  type Place,
  type Sums,
} from '../domain/money/charges.ts'
import { plainDecimal } from '../domain/plain-decimal.ts'
import type { BudgetInput } from '../input.ts'
import { costSight, readCharges } from './read-charges.ts'

type Shown = z.infer<typeof Budget>
const MOST_MONTHS = 60

/** Planned against committed and actual in whole months, by what the caller wants it told apart. Refuses more than five years. */
export function showBudget(kernel: Kernel, actor: Actor, request: BudgetInput<'show'>) {
  const { organisationId } = actor
  return kernel.database.inOrganisation(organisationId, async (db): Promise<Shown> => {
    const { currency } = await readOrganisation(db, organisationId)
    const today = await todayOfOrganisation(db, organisationId, kernel.clock.now())
    const months = monthsOf(request.from ?? `${today.slice(0, 4)}-01-01`, request.to ?? `${today.slice(0, 4)}-12-31`)
    const [from = today, to = from] = [months[0], months.at(-1)]
    const sight = costSight(actor)
    const read = await readCharges(db, { organisationId, currency, from, to, today, sight })
    const inside = await unitsBelow(db, organisationId, request.unitId)
    const asked = ({ unitId, campaignId, planId }: Place) =>
      (inside === null || (unitId !== null && inside.has(unitId))) &&
      (request.campaignId === undefined || campaignId === request.campaignId) &&
      (request.planId === undefined || planId === request.planId)
    const charges = read.charges.filter(asked)
    return {
      currency,
      from,
      to: lastDayOf(to),
      total: shownSums(sumOf(charges)),
      groups: await groupsOf(db, organisationId, charges, request.by),
      months: months.map((on) => ({
        on,
        sums: shownSums(sumOf(charges.filter((charge) => monthOf(charge.onDay) === on))),
      })),
      currencies: sumsByCurrency(charges).map(({ currency: code, planned, committed, actual }) => ({
        currency: code,
        planned: decimalOf(planned),
        committed: decimalOf(committed),
        actual: decimalOf(actual),
      })),
      rates: usedRates(charges),
      gaps: await shownGaps(db, organisationId, read.gaps.filter(asked)),
      hours: { sight: sight === 'all' ? 'all' : 'whole-parts', leftOut: read.leftOut.filter(asked).length },
    }
  })
}

export function shownSums({ planned, committed, actual, left }: Sums): Shown['total'] {
  return {
    planned: decimalOf(planned),
    committed: decimalOf(committed),
    actual: decimalOf(actual),
    left: decimalOf(left),
  }
}

function monthsOf(from: string, to: string): string[] {
  if (monthOf(to) < monthOf(from)) throw new Refusal('time.order', {}, [{ path: 'to', code: 'time.order' }])
  const first = Temporal.PlainDate.from(monthOf(from))
  const count = first.until(monthOf(to), { largestUnit: 'month' }).months + 1
  if (count > MOST_MONTHS) throw new Refusal('request.invalid', {}, [{ path: 'to', code: 'budget.too-long' }])
  return Array.from({ length: count }, (_, place) => first.add({ months: place }).toString())
}

function lastDayOf(month: string): string {
  return Temporal.PlainYearMonth.from(month.slice(0, 7)).toPlainDate({ day: 31 }).toString()
}

async function groupsOf(
  db: Db,
  organisationId: string,
  charges: readonly Charge[],
  by: BudgetInput<'show'>['by'],
): Promise<Shown['groups']> {
  const keyOf = {
    category: (charge: Charge) => charge.category,
    month: (charge: Charge) => monthOf(charge.onDay),
    unit: (charge: Charge) => charge.unitId,
    campaign: (charge: Charge) => charge.campaignId,
    plan: (charge: Charge) => charge.planId,
  }[by]
  const byKey = Map.groupBy(charges, (charge): string | null => keyOf(charge))
  const budgets = await planBudgets(db, organisationId, by === 'plan' ? [...byKey.keys()] : [])
  const titles = await titlesOf(db, organisationId, by, [...byKey.keys()])
  return [...byKey]
    .map(([id, own]) => ({
      id,
      title: id === null ? null : (titles.get(id) ?? null),
      sums: shownSums(sumOf(own)),
      budget: budgets.get(id) ?? null,
    }))
    .sort((one, other) => Number(one.id === null) - Number(other.id === null) || compare(one, other, by))
}

type Group = Shown['groups'][number]

/** Months in the order of time, everything else by what it was to cost, most first. */
function compare(one: Group, other: Group, by: string): number {
  if (by === 'month') return (one.id ?? '') < (other.id ?? '') ? -1 : 1
  const weight = ({ sums }: Group) => Math.max(Number(sums.planned), Number(sums.committed), Number(sums.actual))
  return weight(other) - weight(one) || ((one.id ?? '') < (other.id ?? '') ? -1 : 1)
}

const TITLES = {
  unit: ['organisation_units', 'name'],
  campaign: ['content_campaigns', 'title'],
  plan: ['strategy_plans', 'title'],
} as const

async function titlesOf(
  db: Db,
  organisationId: string,
  by: BudgetInput<'show'>['by'],
  keys: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const ids = keys.filter((id) => id !== null)
  if (by === 'category' || by === 'month' || ids.length === 0) return new Map()
  const [table, title] = TITLES[by]
  const { rows } = await sql<{ id: string; title: string }>`
    select id, ${sql.ref(title)} as title from ${sql.table(table)}
    where organisation_id = ${organisationId} and id = any(${ids}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row.title]))
}

/** What tactical plans asked for, or were granted once they were approved. */
async function planBudgets(
  db: Db,
  organisationId: string,
  keys: readonly (string | null)[],
): Promise<ReadonlyMap<string | null, NonNullable<Group['budget']>>> {
  if (keys.length === 0) return new Map()
  const rows = await db
    .selectFrom('strategy_plans')
    .select(['id', 'asked_budget', 'granted_budget', 'currency', 'state'])
    .where('organisation_id', '=', organisationId)
    .where('id', '=', (where) => where.fn.any(where.val(keys.filter((id) => id !== null))))
    .execute()
  return new Map(
    rows.flatMap(({ id, asked_budget: asked, granted_budget: granted, currency, state }) => {
      const amount = state === 'approved' ? granted : asked
      if (amount === null) return []
      const said = state === 'approved' ? ('granted' as const) : ('asked' as const)
      return [[id, { amount: plainDecimal(amount), currency, state: said }]]
    }),
  )
}

function usedRates(charges: readonly Charge[]): Shown['rates'] {
  const used = charges.filter((charge) => charge.rateOn !== null)
  return [...Map.groupBy(used, (charge) => charge.currency)]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([currency, own]) => {
      const days = [...new Set(own.map((charge) => charge.rateOn ?? ''))].sort()
      return { currency, firstOn: days[0] ?? '', lastOn: days.at(-1) ?? '', count: days.length }
    })
}

/** Gaps of the same kind together. */
async function shownGaps(db: Db, organisationId: string, gaps: readonly Gap[]): Promise<Shown['gaps']> {
  const people = await findPeople(
    db,
    organisationId,
    gaps.map((gap) => gap.personId),
  )
  return [...Map.groupBy(gaps, (gap) => `${gap.kind} ${gap.currency} ${gap.personId}`).values()].flatMap((own) => {
    const [first] = own
    if (first === undefined) return []
    const days = own.map((gap) => gap.onDay).sort()
    const person = first.personId === null ? null : (people.get(first.personId) ?? null)
    const { kind, currency } = first
    return [{ kind, currency, person, firstOn: days[0] ?? '', lastOn: days.at(-1) ?? '', count: own.length }]
  })
}

async function unitsBelow(db: Db, organisationId: string, unitId?: string): Promise<ReadonlySet<string> | null> {
  if (unitId === undefined) return null
  const { rows } = await sql<{ id: string }>`
    with recursive below as (
      select id from organisation_units where organisation_id = ${organisationId} and id = ${unitId}
      union all
      select u.id from organisation_units u join below b on u.organisation_id = ${organisationId} and u.parent_id = b.id
    ) select id from below`.execute(db)
  return new Set(rows.map((row) => row.id))
}
