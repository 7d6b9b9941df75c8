import { sql, type Insertable, type Updateable } from 'kysely'
import type { z } from 'zod'
import type { Competitor } from '#contract/competitors.ts'
import { Refusal } from '#contract/refusal.ts'
import type { Db, Tables } from '#server/kernel/database/database.ts'

export type ShownCompetitor = z.infer<typeof Competitor>
export type CompetitorRow = Awaited<ReturnType<typeof selectCompetitors>>[number]

/** Competitors, newest first, with how many of their accounts are on the list. */
export function selectCompetitors(
  db: Db,
  organisationId: string,
  { id, after, limit }: { readonly id?: string; readonly after?: string | null; readonly limit: number },
) {
  return db
    .selectFrom('strategy_competitors as k')
    .selectAll('k')
    .select((is) =>
      is
        .selectFrom('strategy_accounts as a')
        .select(sql<number>`count(*)::int`.as('count'))
        .whereRef('a.organisation_id', '=', 'k.organisation_id')
        .whereRef('a.competitor_id', '=', 'k.id')
        .where('a.removed_at', 'is', null)
        .$asScalar()
        .$notNull()
        .as('accounts'),
    )
    .where('k.organisation_id', '=', organisationId)
    .$if(id !== undefined, (query) => query.where('k.id', '=', id ?? ''))
    .$if(id === undefined, (query) => query.where('k.removed_at', 'is', null))
    .$if(after !== null && after !== undefined, (query) => query.where('k.id', '<', after ?? ''))
    .orderBy('k.id', 'desc')
    .limit(limit)
    .execute()
}

/** One competitor held for the change that follows, removed or not. Refuses `record.not-found`. */
export async function holdAnyCompetitor(db: Db, organisationId: string, id: string): Promise<CompetitorRow> {
  await db
    .selectFrom('strategy_competitors')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
  const [row] = await selectCompetitors(db, organisationId, { id, limit: 1 })
  if (row === undefined) throw new Refusal('record.not-found')
  return row
}

/** One competitor held. Refuses `record.not-found`, also for one that was removed. */
export async function holdCompetitor(db: Db, organisationId: string, id: string): Promise<CompetitorRow> {
  const row = await holdAnyCompetitor(db, organisationId, id)
  if (row.removed_at !== null) throw new Refusal('record.not-found')
  return row
}

/** Inserts a competitor. */
export async function insertCompetitor(db: Db, row: Insertable<Tables['strategy_competitors']>): Promise<void> {
  await db.insertInto('strategy_competitors').values(row).execute()
}

/** Writes the columns given and counts the version up. */
export async function updateCompetitor(
  db: Db,
  organisationId: string,
  id: string,
  columns: Updateable<Tables['strategy_competitors']>,
): Promise<void> {
  await db
    .updateTable('strategy_competitors')
    .set({ ...columns, version: sql`version + 1` })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute()
}

/** A competitor as the contract describes it. */
export function showCompetitor(row: CompetitorRow): ShownCompetitor {
  const { id, name, description, website, accounts, version } = row
  return { id, name, description, website, accounts, createdAt: row.created_at.toISOString(), version }
}

/** What an event says of a competitor. */
export function competitorFacts({ name, description, website }: CompetitorRow) {
  return { name, description, website }
}
