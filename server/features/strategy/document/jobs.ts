import { notify, todayOfOrganisation } from '#server/features/organisation/index.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { dueReminder } from '../domain/review-rhythm.ts'
import { findApprovers } from './propose-version.ts'
import { lockDocument, selectDocument } from './store.ts'

/** Registers the daily look for plans that are to be reviewed. */
export function registerDocumentJobs(kernel: Kernel): void {
  kernel.jobs.every('strategy.remind-of-review', '23 5 * * *', () => remindOfReview(kernel))
}

/** Tells whoever answers for a plan a week ahead and on the day of its review; where nobody does any more, those who approve plans. Safe to run again. */
export async function remindOfReview(kernel: Pick<Kernel, 'database' | 'clock'>): Promise<void> {
  const organisations = await kernel.database.dispatching((db) =>
    db.selectFrom('organisations').select('organisation_id').execute(),
  )
  for (const { organisation_id: organisationId } of organisations)
    await kernel.database.inOrganisation(organisationId, (db) => remindIn(kernel, db, organisationId))
}

async function remindIn({ clock }: Pick<Kernel, 'clock'>, db: Db, organisationId: string): Promise<void> {
  await lockDocument(db, organisationId)
  const row = await selectDocument(db, organisationId)
  if (row === null || row.review_on === null) return
  const today = await todayOfOrganisation(db, organisationId, clock.now())
  const reviewOn = row.review_on
  const due = dueReminder({ reviewOn, remindedAhead: row.reminded_ahead, remindedDue: row.reminded_due }, today)
  if (due === null) return
  // Not a change of the plan: its version stays, so that nobody who is writing is disturbed.
  await db
    .updateTable('strategy_documents')
    .set(due === 'due' ? { reminded_due: reviewOn } : { reminded_ahead: reviewOn })
    .where('organisation_id', '=', organisationId)
    .execute()
  const owner = row.owner_id !== null && row.owner_active === true ? row.owner_id : null
  const people = owner === null ? await findApprovers(db, organisationId, null) : [owner]
  await notify(
    db,
    clock,
    organisationId,
    people.map((personId) => ({
      personId,
      kind: due === 'due' ? 'plan-document.review-due' : 'plan-document.review-ahead',
      params: { on: reviewOn },
      subject: { type: 'plan-document', id: organisationId },
    })),
  )
}
