import { sql } from 'kysely'
import { plainDecimal } from '../../domain/plain-decimal.ts'
import type { DayRate } from '../../domain/money/exchange.ts'
import type { Db } from '#server/kernel/database/database.ts'

export interface RateRow {
  readonly id: string
  readonly base: string
  readonly quote: string
  readonly on_day: string
  readonly rate: string
  readonly source: string
  readonly version: number
}
export type RateFacts = Pick<DayRate, 'base' | 'quote' | 'onDay' | 'rate'> & { readonly source: string }

/** What an event says of a rate. */
export function rateFacts({ base, quote, on_day: onDay, rate, source }: RateRow): RateFacts {
  return { base, quote, onDay, rate: plainDecimal(rate), source }
}

/** Rates of exchange, newest entry first. */
export function selectRates(
  db: Db,
  organisationId: string,
  { before, limit }: { readonly before: string | null; readonly limit: number },
): Promise<RateRow[]> {
  return db
    .selectFrom('strategy_exchange_rates')
    .select(['id', 'base', 'quote', 'on_day', 'rate', 'source', 'version'])
    .where('organisation_id', '=', organisationId)
    .$if(before !== null, (query) => query.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

/** Every rate to or from a currency. */
export async function selectRatesOf(db: Db, organisationId: string, currency: string): Promise<DayRate[]> {
  const rows = await db
    .selectFrom('strategy_exchange_rates')
    .select(['base', 'quote', 'on_day as onDay', 'rate'])
    .where('organisation_id', '=', organisationId)
    .where((where) => where.or([where('base', '=', currency), where('quote', '=', currency)]))
    .orderBy('on_day')
    .execute()
  return rows
}

/** The rate of a pair on a day, whichever way round, held for the change that follows. */
export async function holdRateOf(
  db: Db,
  organisationId: string,
  { base, quote, onDay }: Pick<DayRate, 'base' | 'quote' | 'onDay'>,
): Promise<RateRow | null> {
  const { rows } = await sql<RateRow>`
    select id, base, quote, on_day, rate, source, version from strategy_exchange_rates
    where organisation_id = ${organisationId} and least(base, quote) = least(${base}::text, ${quote}::text)
      and greatest(base, quote) = greatest(${base}::text, ${quote}::text) and on_day = ${onDay} for update`.execute(db)
  return rows[0] ?? null
}

/** Writes the rate of a pair on a day; takes the place of the one that was there. Somebody else's at the same time is replaced too. */
export async function putRate(
  db: Db,
  { organisationId, id, now, facts }: { organisationId: string; id: string; now: Date; facts: RateFacts },
): Promise<RateRow> {
  const { base, quote, onDay, rate, source } = facts
  const { rows } = await sql<RateRow>`
    insert into strategy_exchange_rates (organisation_id, id, base, quote, on_day, rate, source, created_at)
    values (${organisationId}, ${id}, ${base}, ${quote}, ${onDay}, ${rate}, ${source}, ${now})
    on conflict (organisation_id, least(base, quote), greatest(base, quote), on_day)
    do update set base = excluded.base, quote = excluded.quote, rate = excluded.rate, source = excluded.source, version = strategy_exchange_rates.version + 1
    returning id, base, quote, on_day, rate, source, version`.execute(db)
  const [row] = rows
  if (row === undefined) throw new Error('A rate was not written.')
  return row
}
