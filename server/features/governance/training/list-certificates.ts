import { sql } from 'kysely'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { readIdCursor } from '#server/kernel/http/id-cursor.ts'
import { pageOf } from '#server/kernel/http/page.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { todayOfOrganisation } from '#server/features/organisation/index.ts'
import type { CourseText } from '../domain/quiz.ts'
import type { Input } from '../input.ts'
import { showCertificate } from './show-course.ts'

/** Everybody who works here, with the best certificate that they have of each open course. */
export function listCertificates(
  kernel: Kernel,
  { organisationId }: Actor,
  request: Input<'training', 'certificates'>,
) {
  const after = readIdCursor(request)
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const today = await todayOfOrganisation(db, organisationId, kernel.clock.now())
    const page = { courseId: request.courseId ?? null, after, limit: request.limit }
    return pageOf(
      await selectPeopleWithCertificates(db, organisationId, page),
      request,
      (row) => [row.id],
      ({ id, name, courses }) => ({
        id,
        name,
        courses: courses.map((course) => ({
          courseId: course.id,
          title: course.title,
          ...showCertificate(
            {
              issued_at: course.issued_at === null ? null : new Date(course.issued_at),
              expires_on: course.expires_on,
            },
            today,
          ),
        })),
      }),
    )
  })
}

interface PersonWithCertificates {
  readonly id: string
  readonly name: string
  readonly courses: readonly {
    readonly id: string
    readonly title: CourseText['title']
    readonly issued_at: string | null
    readonly expires_on: string | null
  }[]
}

async function selectPeopleWithCertificates(
  db: Db,
  organisationId: string,
  page: { readonly courseId: string | null; readonly after: string | null; readonly limit: number },
): Promise<readonly PersonWithCertificates[]> {
  const { rows } = await sql<PersonWithCertificates>`
    select o.id, o.name, (
      select coalesce(json_agg(json_build_object('id', c.id, 'title', c.content->'title', 'issued_at', held.issued_at, 'expires_on', held.expires_on) order by c.id), '[]')
      from governance_courses c
      left join lateral (
        select issued_at, expires_on from governance_certificates
        where organisation_id = c.organisation_id and course_id = c.id and person_id = o.id order by expires_on desc nulls first, issued_at desc limit 1
      ) held on true
      where c.organisation_id = ${organisationId} and c.removed_at is null and c.published_at is not null and (${page.courseId}::uuid is null or c.id = ${page.courseId}::uuid)
    ) as courses
    from organisation_people o
    where o.organisation_id = ${organisationId} and o.active and (${page.after}::uuid is null or o.id < ${page.after}::uuid)
    order by o.id desc limit ${page.limit + 1}`.execute(db)
  return rows
}
