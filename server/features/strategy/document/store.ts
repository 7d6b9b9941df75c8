import { sql, type Insertable, type Updateable } from 'kysely'
import type { PlanSection, PlanStarter, ReviewRhythm } from '#contract/plan-sections.ts'
import type { Db, Tables } from '#server/kernel/database/database.ts'
import type { BothLanguages } from '../domain/plan-content.ts'

type Stored = NonNullable<Awaited<ReturnType<typeof selectRow>>>

export interface DocumentRow extends Omit<Stored, 'title' | 'texts' | 'starter' | 'review_every'> {
  readonly title: BothLanguages
  readonly texts: Readonly<Partial<Record<PlanSection, BothLanguages>>>
  readonly starter: PlanStarter | null
  readonly review_every: ReviewRhythm
}

function selectRow(db: Db, organisationId: string) {
  return db
    .selectFrom('strategy_documents as d')
    .leftJoin('organisation_people as owner', (join) =>
      join.onRef('owner.organisation_id', '=', 'd.organisation_id').onRef('owner.id', '=', 'd.owner_id'),
    )
    .leftJoin('organisation_people as changer', (join) =>
      join.onRef('changer.organisation_id', '=', 'd.organisation_id').onRef('changer.id', '=', 'd.changed_by'),
    )
    .selectAll('d')
    .select(['owner.name as owner_name', 'owner.active as owner_active', 'changer.name as changed_by_name'])
    .select((eb) =>
      eb
        .selectFrom('strategy_document_versions as v')
        .select((inner) => inner.fn.max('v.number').as('number'))
        .whereRef('v.organisation_id', '=', 'd.organisation_id')
        .where('v.state', '=', 'approved')
        .as('in_force'),
    )
    .select((eb) =>
      eb
        .selectFrom('strategy_document_versions as v')
        .select((inner) => inner.fn.max('v.number').as('number'))
        .whereRef('v.organisation_id', '=', 'd.organisation_id')
        .where('v.state', '=', 'proposed')
        .as('waiting'),
    )
    .where('d.organisation_id', '=', organisationId)
    .executeTakeFirst()
}

/** The organisation's plan; null while nobody has begun it. */
export async function selectDocument(db: Db, organisationId: string): Promise<DocumentRow | null> {
  const row = await selectRow(db, organisationId)
  if (row === undefined) return null
  const title: unknown = row.title
  const texts: unknown = row.texts
  // Written by us, through the contract.
  return {
    ...row,
    title: title as BothLanguages,
    texts: texts as DocumentRow['texts'],
    starter: row.starter as PlanStarter | null,
    review_every: row.review_every as ReviewRhythm,
  }
}

/** Holds the organisation until the transaction ends, so that two who begin the plan at once queue, and its row where there is one. */
export async function lockDocument(db: Db, organisationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('plan-document ' || ${organisationId}, 0))`.execute(db)
  await db
    .selectFrom('strategy_documents')
    .select('version')
    .where('organisation_id', '=', organisationId)
    .forUpdate()
    .execute()
}

/** Inserts the plan. */
export async function insertDocument(db: Db, row: Insertable<Tables['strategy_documents']>): Promise<void> {
  await db.insertInto('strategy_documents').values(row).execute()
}

/** Writes the columns given and counts the version up. */
export async function updateDocument(
  db: Db,
  organisationId: string,
  columns: Updateable<Tables['strategy_documents']>,
): Promise<void> {
  await db
    .updateTable('strategy_documents')
    .set({ ...columns, version: sql`version + 1` })
    .where('organisation_id', '=', organisationId)
    .execute()
}
