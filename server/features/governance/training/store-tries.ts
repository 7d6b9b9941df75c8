import { sql, type Insertable } from 'kysely'
import type { Db, Tables } from '#server/kernel/database/database.ts'

interface Taking {
  readonly organisationId: string
  readonly courseId: string
  readonly personId: string
}

/** Lets the tries of one person at one course come one after the other, so that none slips past the limit. */
export async function lockTries(db: Db, { courseId, personId }: Taking): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${courseId} ${personId}`}, 0))`.execute(db)
}

/** When this person tried since then, and their best score of all time. */
export async function selectTries(
  db: Db,
  { organisationId, courseId, personId }: Taking,
  since: Date,
): Promise<{ readonly at: readonly Date[]; readonly best: number | null }> {
  const mine = db
    .selectFrom('governance_course_tries')
    .where('organisation_id', '=', organisationId)
    .where('course_id', '=', courseId)
    .where('person_id', '=', personId)
  const recent = await mine.select('at').where('at', '>', since).execute()
  const best = await mine.select((eb) => eb.fn.max('score').as('score')).executeTakeFirst()
  return { at: recent.map((row) => row.at), best: best?.score ?? null }
}

/** Inserts a graded try. */
export async function insertTry(db: Db, row: Insertable<Tables['governance_course_tries']>): Promise<void> {
  await db.insertInto('governance_course_tries').values(row).execute()
}

/** Inserts a certificate. */
export async function insertCertificate(db: Db, row: Insertable<Tables['governance_certificates']>): Promise<void> {
  await db.insertInto('governance_certificates').values(row).execute()
}
