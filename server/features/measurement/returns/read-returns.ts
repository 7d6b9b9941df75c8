import { sql } from 'kysely'
import { conversionInto, costSight, readCosts } from '#server/features/strategy/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { startOfDay, type Calendar } from '../calendar.ts'
import { toUnits } from '../domain/decimal.ts'
import { returnOf, type Moved, type ShownReturn } from '../domain/return.ts'

interface ReturnsWanted {
  readonly actor: Actor
  readonly currency: string
  readonly calendar: Calendar
  /** The first day that counts; today is the last. */
  readonly from: string
  readonly campaignIds: readonly string[] | null
}

export interface Returns {
  readonly total: ShownReturn
  /** Campaigns with cost or value; null: what belongs to none. Those without either are left out. */
  readonly of: (campaignId: string | null) => ShownReturn
  readonly campaignIds: readonly (string | null)[]
}

/** What campaigns cost and brought in these days, as far as the reader may see it; null for those who may not see budgets. */
export async function readReturns(db: Db, wanted: ReturnsWanted): Promise<Returns | null> {
  const { actor, currency, calendar, from, campaignIds } = wanted
  const sight = costSight(actor)
  if (sight === 'none') return null
  const { organisationId } = actor
  const { today } = calendar
  const read = await readCosts(db, { organisationId, currency, from, to: today, today, sight, campaignIds })
  const values = await readValues(db, wanted)
  const [costsOf, valuesOf] = [byCampaign(read.costs), byCampaign(values)]
  const { leftOut } = read
  return {
    total: returnOf({ currency, costs: read.costs, values, leftOut }),
    of: (id) => returnOf({ currency, costs: costsOf.get(id) ?? [], values: valuesOf.get(id) ?? [], leftOut: 0 }),
    campaignIds: [...new Set([...costsOf.keys(), ...valuesOf.keys()])],
  }
}

function byCampaign(all: readonly Moved[]): ReadonlyMap<string | null, readonly Moved[]> {
  return Map.groupBy(all, ({ campaignId }) => campaignId)
}

/** What conversions credited to a click brought, by campaign, day and currency; converted by the rate of the day. */
async function readValues(db: Db, { actor, currency, calendar, from, campaignIds }: ReturnsWanted): Promise<Moved[]> {
  const { organisationId } = actor
  const chosen = campaignIds === null ? sql`` : sql`and p.campaign_id = any(${[...campaignIds]}::uuid[])`
  const { rows } = await sql<Omit<Moved, 'amount'> & { readonly value: string }>`
    select p.campaign_id as "campaignId", (c.occurred_at at time zone ${calendar.zone})::date as "onDay", c.currency, trim_scale(sum(c.value)) as value
    from measurement_conversions c
    left join publishing_posts p on p.organisation_id = ${organisationId} and p.id = c.post_id
    where c.organisation_id = ${organisationId} and c.click_id is not null and c.occurred_at >= ${startOfDay(from, calendar.zone)} ${chosen}
    group by 1, 2, 3`.execute(db)
  const convert = await conversionInto(db, organisationId, currency)
  return rows.map(({ value, ...row }) => ({ ...row, amount: convert(toUnits(value), row.currency, row.onDay) }))
}
