import type { z } from 'zod'
import type { Absence } from '#contract/profiles.ts'
import type { Db } from '#server/kernel/database/database.ts'

export type AbsenceRecord = z.output<typeof Absence>

interface Wanted {
  /** Whose; null for everybody's. */
  readonly personIds: readonly string[] | null
  /** Those that ended before it are left out. */
  readonly today: string
  readonly after: string | null
  readonly limit: number
}

/** Absences of now and later. */
export async function selectAbsences(db: Db, organisationId: string, { personIds, today, after, limit }: Wanted) {
  if (personIds?.length === 0) return []
  const rows = await absences(db, organisationId)
    .where('a.until_on', '>=', today)
    .$if(personIds !== null, (query) => query.where('a.person_id', 'in', [...(personIds ?? [])]))
    .$if(after !== null, (query) => query.where('a.id', '>', after ?? ''))
    .orderBy('a.id')
    .limit(limit)
    .execute()
  return rows.map(showAbsence)
}

/** One absence; null where there is none. */
export async function selectAbsence(db: Db, organisationId: string, id: string): Promise<AbsenceRecord | null> {
  const row = await absences(db, organisationId).where('a.id', '=', id).executeTakeFirst()
  return row === undefined ? null : showAbsence(row)
}

function absences(db: Db, organisationId: string) {
  return db
    .selectFrom('organisation_absences as a')
    .innerJoin('organisation_people as p', (join) =>
      join.onRef('p.organisation_id', '=', 'a.organisation_id').onRef('p.id', '=', 'a.person_id'),
    )
    .leftJoin('organisation_people as d', (join) =>
      join.onRef('d.organisation_id', '=', 'a.organisation_id').onRef('d.id', '=', 'a.delegate_id'),
    )
    .selectAll('a')
    .select(['p.name as person_name', 'd.name as delegate_name'])
    .where('a.organisation_id', '=', organisationId)
}

function showAbsence(row: Awaited<ReturnType<ReturnType<typeof absences>['execute']>>[number]): AbsenceRecord {
  return {
    id: row.id,
    person: { id: row.person_id, name: row.person_name },
    fromOn: row.from_on,
    untilOn: row.until_on,
    delegate: row.delegate_id === null ? null : { id: row.delegate_id, name: row.delegate_name ?? '' },
    createdAt: row.created_at.toISOString(),
  }
}
