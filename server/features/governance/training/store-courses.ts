import { sql, type Insertable, type Updateable } from 'kysely'
import type { Db, Tables } from '#server/kernel/database/database.ts'
import type { CourseText } from '../domain/quiz.ts'

export type CourseRow = NonNullable<Awaited<ReturnType<typeof selectCourse>>>

interface Reader {
  readonly organisationId: string
  /** Whose certificate is shown. */
  readonly personId: string
}

function courses(db: Db, { organisationId, personId }: Reader) {
  return db
    .selectFrom('governance_courses as c')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('governance_certificates as held')
          .select(['held.id as certificate_id', 'held.issued_at', 'held.expires_on'])
          .whereRef('held.organisation_id', '=', 'c.organisation_id')
          .whereRef('held.course_id', '=', 'c.id')
          .where('held.person_id', '=', personId)
          .orderBy(sql`held.expires_on desc nulls first`)
          .orderBy('held.issued_at', 'desc')
          .limit(1)
          .as('best'),
      (join) => join.onTrue(),
    )
    .selectAll('c')
    .select(['best.certificate_id', 'best.issued_at', 'best.expires_on'])
    .where('c.organisation_id', '=', organisationId)
}

/** One course with this person's best certificate, removed ones too; null where there is none. */
export async function selectCourse(db: Db, reader: Reader, id: string) {
  return (await courses(db, reader).where('c.id', '=', id).executeTakeFirst()) ?? null
}

/** Courses, newest first: one more than the limit. `drafts`: also those that are not open yet. */
export function selectCourses(
  db: Db,
  reader: Reader,
  { drafts, after, limit }: { readonly drafts: boolean; readonly after: string | null; readonly limit: number },
) {
  return courses(db, reader)
    .where('c.removed_at', 'is', null)
    .$if(!drafts, (query) => query.where('c.published_at', 'is not', null))
    .$if(after !== null, (query) => query.where('c.id', '<', after))
    .orderBy('c.id', 'desc')
    .limit(limit + 1)
    .execute()
}

/** Holds the row until the transaction ends, against other changes and against new requirements that name it. */
export async function lockCourse(db: Db, organisationId: string, id: string): Promise<void> {
  await db
    .selectFrom('governance_courses')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
}

/** Inserts a course. */
export async function insertCourse(db: Db, row: Insertable<Tables['governance_courses']>): Promise<void> {
  await db.insertInto('governance_courses').values(row).execute()
}

/** Writes the columns given and counts the version up. */
export async function updateCourse(
  db: Db,
  organisationId: string,
  id: string,
  columns: Updateable<Tables['governance_courses']>,
): Promise<void> {
  await db
    .updateTable('governance_courses')
    .set({ ...columns, version: sql`version + 1` })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute()
}

/** Whether a right depends on this course's certificate. */
export async function isRequired(db: Db, organisationId: string, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('governance_requirements')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('course_id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** The pictures of these ids, by id; others are left out. Any picture of the organisation may stand in a lesson. */
export async function selectPictures(
  db: Db,
  organisationId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly id: string; readonly alt_text: string }>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('content_media')
    .select(['id', 'alt_text'])
    .where('organisation_id', '=', organisationId)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** The content of a row's column: written by us, through the contract. */
export function contentOf(row: { readonly content: unknown }): CourseText {
  return row.content as CourseText
}
