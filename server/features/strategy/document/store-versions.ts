import { sql, type Insertable, type Updateable } from 'kysely'
import type { PLAN_VERSION_STATES } from '#contract/plan-records.ts'
import type { Db, Tables } from '#server/kernel/database/database.ts'

type Stored = Awaited<ReturnType<ReturnType<typeof versions>['executeTakeFirstOrThrow']>>

/** A version without what it says, which is long. */
export interface VersionRow extends Omit<Stored, 'state'> {
  readonly state: (typeof PLAN_VERSION_STATES)[number]
}

function versions(db: Db, organisationId: string) {
  return db
    .selectFrom('strategy_document_versions as v')
    .leftJoin('organisation_people as proposer', (join) =>
      join.onRef('proposer.organisation_id', '=', 'v.organisation_id').onRef('proposer.id', '=', 'v.proposed_by'),
    )
    .leftJoin('organisation_people as decider', (join) =>
      join.onRef('decider.organisation_id', '=', 'v.organisation_id').onRef('decider.id', '=', 'v.decided_by'),
    )
    .select([
      'v.number',
      'v.hash',
      'v.note',
      'v.state',
      'v.proposed_by',
      'v.proposed_at',
      'v.decided_by',
      'v.decided_at',
    ])
    .select(['v.words', 'v.version', 'proposer.name as proposed_by_name', 'decider.name as decided_by_name'])
    .where('v.organisation_id', '=', organisationId)
}

/** Every version, newest first. */
export async function selectVersions(db: Db, organisationId: string): Promise<VersionRow[]> {
  const rows = await versions(db, organisationId).orderBy('v.number', 'desc').execute()
  return rows as VersionRow[]
}

/** One version with the text of what it says; null where there is none of this number. */
export async function selectVersion(
  db: Db,
  organisationId: string,
  number: number,
): Promise<(VersionRow & { readonly content: string }) | null> {
  const row = await versions(db, organisationId).select('v.content').where('v.number', '=', number).executeTakeFirst()
  return row === undefined ? null : { ...row, state: row.state as VersionRow['state'] }
}

/** Inserts a version, whose content nobody changes any more. */
export async function insertVersion(db: Db, row: Insertable<Tables['strategy_document_versions']>): Promise<void> {
  await db.insertInto('strategy_document_versions').values(row).execute()
}

/** Writes what was decided about a version. */
export async function updateVersion(
  db: Db,
  organisationId: string,
  number: number,
  columns: Pick<Updateable<Tables['strategy_document_versions']>, 'state' | 'decided_at' | 'decided_by' | 'words'>,
): Promise<void> {
  await db
    .updateTable('strategy_document_versions')
    .set({ ...columns, version: sql`version + 1` })
    .where('organisation_id', '=', organisationId)
    .where('number', '=', number)
    .execute()
}
