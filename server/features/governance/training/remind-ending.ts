import { sql } from 'kysely'
import type { Language } from '#contract/kinds.ts'
import { notify, todayOfOrganisation } from '#server/features/organisation/index.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { daysLeft, dueReminder, REMINDERS } from '../domain/certificate.ts'
import { textIn, type Translated } from '../domain/translated.ts'

/** Reminds people once a day, in every organisation, of certificates that end in 30 and in 7 days; of each once. */
export function registerTrainingJobs(kernel: Kernel): void {
  kernel.jobs.every('governance.remind-certificates', '17 5 * * *', () => remindEnding(kernel))
}

/** Writes the notices that are due today. Safe to run again: what was written is not written twice. */
export async function remindEnding(kernel: Pick<Kernel, 'database' | 'clock'>): Promise<void> {
  const organisations = await kernel.database.dispatching((db) =>
    db.selectFrom('organisations').select('organisation_id').execute(),
  )
  for (const { organisation_id: organisationId } of organisations)
    await kernel.database.inOrganisation(organisationId, (db) => remindIn(kernel, db, organisationId))
}

async function remindIn({ clock }: Pick<Kernel, 'clock'>, db: Db, organisationId: string): Promise<void> {
  const today = await todayOfOrganisation(db, organisationId, clock.now())
  const due = (await selectEnding(db, organisationId, today)).flatMap((row) => {
    const left = daysLeft(row.expires_on, today)
    const days = dueReminder(left)
    return days === null || row.reminded.includes(days) ? [] : [{ ...row, left, days }]
  })
  if (due.length === 0) return
  await db
    .insertInto('governance_certificate_reminders')
    .values(due.map(({ id, days }) => ({ organisation_id: organisationId, certificate_id: id, days, at: clock.now() })))
    .execute()
  await notify(
    db,
    clock,
    organisationId,
    due.map((row) => ({
      personId: row.person_id,
      kind: 'certificate.ends-soon',
      params: { title: textIn(row.title, row.language), on: row.expires_on, days: row.left },
      subject: { type: 'course', id: row.course_id },
    })),
  )
}

interface EndingRow {
  readonly id: string
  readonly course_id: string
  readonly person_id: string
  readonly expires_on: string
  readonly title: Translated<string>
  readonly language: Language
  readonly reminded: readonly number[]
}

/** Certificates that end soon and are the last that their holder has of a course that is still there. Held until the transaction ends. */
async function selectEnding(db: Db, organisationId: string, today: string): Promise<readonly EndingRow[]> {
  const { rows } = await sql<EndingRow>`
    select t.id, t.course_id, t.person_id, t.expires_on, c.content->'title' as title, o.language,
      array(select r.days from governance_certificate_reminders r where r.organisation_id = t.organisation_id and r.certificate_id = t.id) as reminded
    from governance_certificates t
    join governance_courses c on c.organisation_id = t.organisation_id and c.id = t.course_id and c.removed_at is null
    join organisation_people o on o.organisation_id = t.organisation_id and o.id = t.person_id and o.active
    where t.organisation_id = ${organisationId} and t.expires_on between ${today}::date and ${today}::date + ${REMINDERS[0]}::int
      and not exists (
        select from governance_certificates later
        where later.organisation_id = t.organisation_id and later.course_id = t.course_id and later.person_id = t.person_id
          and later.id <> t.id and (later.expires_on is null or (later.expires_on, later.id) > (t.expires_on, t.id))
      )
    for update of t`.execute(db)
  return rows
}
