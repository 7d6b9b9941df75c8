import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { may } from '#server/features/organisation/index.ts'
import { chargesOfLines, monthOf, type Charge, type Gap, type Place, type SaidLine } from '../domain/money/charges.ts'
import { unitsOf } from '../domain/money/coins.ts'
import { ratesInto, type RateOf } from '../domain/money/exchange.ts'
import { chargesOfHours, type CostSight, type SaidHours, type SaidRate } from '../domain/money/hours-charges.ts'
import { chargesOfTools, type SaidTool } from '../domain/money/tool-charges.ts'
import { selectRatesOf } from './rates/store-rates.ts'

export interface ChargesWanted {
  readonly organisationId: string
  readonly currency: string
  /** Days; whole months are read. */
  readonly from: string
  readonly to: string
  readonly today: string
  readonly sight: CostSight
  /** Only what is charged to these; left out: everything. */
  readonly campaignIds?: readonly string[] | null | undefined
}

export interface Charges {
  readonly charges: readonly Charge[]
  readonly gaps: readonly Gap[]
  /** Where people's hours are not counted. */
  readonly leftOut: readonly Place[]
}

/** What somebody may see of cost. */
export function costSight(actor: Actor): CostSight {
  if (!may(actor, 'budget.read').allowed) return 'none'
  return may(actor, 'cost-rates.read').allowed ? 'all' : 'whole-parts'
}

/**
 * Everything that was planned, ordered and booked in these months, each in the organisation's currency by the rate of its day.
 * What names no unit belongs to that of its campaign, else of its plan; action plans count for the tactical plan above them.
 */
export async function readCharges(db: Db, wanted: ChargesWanted): Promise<Charges> {
  if (wanted.sight === 'none') return { charges: [], gaps: [], leftOut: [] }
  const { currency, today, sight } = wanted
  const into = { own: currency, rateOf: await rateOf(db, wanted.organisationId, currency) }
  const months = { from: monthOf(wanted.from), to: monthOf(wanted.to), today }
  const lines = chargesOfLines(await readLines(db, wanted), into)
  const tools = chargesOfTools(await readTools(db, wanted), months, into)
  const rates = await readCostRates(db, wanted.organisationId)
  const hours = chargesOfHours(await readHours(db, wanted), rates, into, { sight, today })
  return {
    charges: [...lines.charges, ...tools.charges, ...hours.charges],
    gaps: [...lines.gaps, ...tools.gaps, ...hours.gaps],
    leftOut: hours.leftOut,
  }
}

/** What converts into a currency, by the organisation's own rates. */
export async function rateOf(db: Db, organisationId: string, currency: string): Promise<RateOf> {
  return ratesInto(currency, await selectRatesOf(db, organisationId, currency))
}

/** What a row `r` belongs to, and what it joins for that. */
const PLACE = sql`coalesce(r.unit_id, c.unit_id, p.unit_id) as "unitId", r.campaign_id as "campaignId", coalesce(p.parent_id, r.plan_id) as "planId"`

function joined({ organisationId, campaignIds = null }: ChargesWanted): RawBuilder<unknown> {
  const chosen = campaignIds === null ? sql`` : sql`and r.campaign_id = any(${[...campaignIds]}::uuid[])`
  return sql`left join content_campaigns c on c.organisation_id = ${organisationId} and c.id = r.campaign_id
    left join strategy_plans p on p.organisation_id = ${organisationId} and p.id = r.plan_id
    where r.organisation_id = ${organisationId} and r.removed_at is null ${chosen}`
}

function inMonths({ from, to }: ChargesWanted): RawBuilder<unknown> {
  return sql`r.on_day >= ${monthOf(from)}::date and r.on_day < ${monthOf(to)}::date + interval '1 month'`
}

interface LineRow extends Place {
  readonly category: SaidLine['category']
  readonly onDay: string
  readonly currency: string
  readonly planned: string
  readonly committed: string
  readonly actual: string
}

async function readLines(db: Db, wanted: ChargesWanted): Promise<SaidLine[]> {
  const { rows } = await sql<LineRow>`
    select r.category, r.on_day as "onDay", r.currency, coalesce(r.planned, 0) as planned, coalesce(r.committed, 0) as committed,
      coalesce(r.actual, 0) as actual, ${PLACE}
    from strategy_budget_lines r ${joined(wanted)} and ${inMonths(wanted)}`.execute(db)
  return rows.map(({ planned, committed, actual, ...line }) => ({
    ...line,
    said: { planned: unitsOf(planned), committed: unitsOf(committed), actual: unitsOf(actual) },
  }))
}

async function readTools(db: Db, wanted: ChargesWanted): Promise<SaidTool[]> {
  const { rows } = await sql<Omit<SaidTool, 'price'> & { readonly price: string }>`
    select r.price, r.currency, r.cycle, r.starts_on as "startsOn", r.ends_on as "endsOn", r.in_plan as "inPlan", ${PLACE}
    from strategy_tools r ${joined(wanted)} and r.starts_on < ${monthOf(wanted.to)}::date + interval '1 month'`.execute(
    db,
  )
  return rows.map((row) => ({ ...row, price: unitsOf(row.price) }))
}

async function readHours(db: Db, wanted: ChargesWanted): Promise<SaidHours[]> {
  const { rows } = await sql<SaidHours>`
    select r.person_id as "personId", r.on_day as "onDay", r.hours, ${PLACE}
    from strategy_hours r ${joined(wanted)} and ${inMonths(wanted)}`.execute(db)
  return rows
}

function readCostRates(db: Db, organisationId: string): Promise<SaidRate[]> {
  return db
    .selectFrom('strategy_cost_rates')
    .select(['person_id as personId', 'since', 'amount', 'currency'])
    .where('organisation_id', '=', organisationId)
    .execute()
}
