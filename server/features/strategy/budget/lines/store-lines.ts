import { sql, type Insertable, type RawBuilder, type Updateable } from 'kysely'
import type { BUDGET_CATEGORIES } from '#contract/budget-records.ts'
import { Refusal } from '#contract/refusal.ts'
import type { Db, Tables } from '#server/kernel/database/database.ts'
import { placeColumns, type PlaceRow } from '../store-places.ts'

export interface LineRow extends PlaceRow {
  readonly id: string
  readonly title: string
  readonly note: string
  readonly category: (typeof BUDGET_CATEGORIES)[number]
  readonly on_day: string
  readonly currency: string
  readonly planned: string | null
  readonly committed: string | null
  readonly actual: string | null
  readonly reference: string | null
  readonly created_at: Date
  readonly removed_at: Date | null
  readonly version: number
}

/** Lines with what they are charged to, newest first. `where` speaks of `l`. */
export async function selectLines(
  db: Db,
  organisationId: string,
  { where, limit }: { readonly where: RawBuilder<unknown>; readonly limit: number },
): Promise<LineRow[]> {
  const { rows } = await sql<LineRow>`
    select l.*, ${placeColumns(organisationId, 'l')} from strategy_budget_lines l
    where l.organisation_id = ${organisationId} and ${where} order by l.id desc limit ${limit}`.execute(db)
  return rows
}

/** One line, removed or not. Refuses `record.not-found`. */
export async function findAnyLine(db: Db, organisationId: string, id: string): Promise<LineRow> {
  const [row] = await selectLines(db, organisationId, { where: sql`l.id = ${id}`, limit: 1 })
  if (row === undefined) throw new Refusal('record.not-found')
  return row
}

/** One line as it is. Refuses `record.not-found`, also for one that was removed. */
export async function findLine(db: Db, organisationId: string, id: string): Promise<LineRow> {
  const row = await findAnyLine(db, organisationId, id)
  if (row.removed_at !== null) throw new Refusal('record.not-found')
  return row
}

/** Holds the row until the transaction ends. */
export async function lockLine(db: Db, organisationId: string, id: string): Promise<void> {
  await db
    .selectFrom('strategy_budget_lines')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
}

/** Whether another line has this number in the accounts, also one that was removed. */
export async function isReferenceTaken(
  db: Db,
  organisationId: string,
  reference: string,
  id: string,
): Promise<boolean> {
  const found = await db
    .selectFrom('strategy_budget_lines')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('reference', '=', reference)
    .where('id', '<>', id)
    .executeTakeFirst()
  return found !== undefined
}

/** Inserts lines, many at once. */
export async function insertLines(db: Db, rows: readonly Insertable<Tables['strategy_budget_lines']>[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 500)
    await db
      .insertInto('strategy_budget_lines')
      .values(rows.slice(from, from + 500))
      .execute()
}

/** Writes the columns given and counts the version up. */
export async function updateLine(
  db: Db,
  organisationId: string,
  id: string,
  columns: Updateable<Tables['strategy_budget_lines']>,
): Promise<void> {
  await db
    .updateTable('strategy_budget_lines')
    .set({ ...columns, version: sql`version + 1` })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute()
}

/** Lets one after the other write numbers of the accounts: two at once could both find a number free. */
export async function lockReferences(db: Db, organisationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`budget references ${organisationId}`}, 0))`.execute(db)
}
