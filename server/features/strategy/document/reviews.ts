import { todayOfOrganisation } from '#server/features/organisation/index.ts'
import type { z } from 'zod'
import type { PlanReview } from '#contract/plan-records.ts'
import { Refusal } from '#contract/refusal.ts'
import { sql } from 'kysely'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { change } from '#server/kernel/events/change.ts'
import { nextReview } from '../domain/review-rhythm.ts'
import type { DocumentInput } from '../input.ts'
import type { StrategyNeeds } from '../ports.ts'
import { holdDocument } from './hold-document.ts'
import { person } from './show-document.ts'
import { updateDocument } from './store.ts'

type ShownReview = z.infer<typeof PlanReview>

/** When the plan was looked at again, newest first. */
export function listReviews({ kernel }: StrategyNeeds, { organisationId }: Actor) {
  return kernel.database.inOrganisation(organisationId, async (db) => ({
    items: await selectReviews(db, organisationId),
  }))
}

/** Says after a look at the plan whether it holds, about the version in force, and sets the next day. */
export function reviewDocument({ kernel }: StrategyNeeds, actor: Actor, input: DocumentInput<'review'>) {
  const { organisationId } = actor
  const words = input.words.trim()
  const id = kernel.clock.newId()
  return change(kernel, actor, async ({ db, record }): Promise<ShownReview> => {
    const row = await holdDocument(db, organisationId)
    if (input.outcome === 'to-change' && words === '')
      throw new Refusal('approval.reason-needed', {}, [{ path: 'words', code: 'approval.reason-needed' }])
    const today = await todayOfOrganisation(db, organisationId, kernel.clock.now())
    // A look before its day counts for that day.
    const reviewOn =
      row.review_every === 'never' || row.review_on === null
        ? null
        : nextReview(row.review_on, row.review_every, today > row.review_on ? today : row.review_on)
    await db
      .insertInto('strategy_document_reviews')
      .values({
        organisation_id: organisationId,
        id,
        number: row.in_force,
        due_on: row.review_on,
        outcome: input.outcome,
        words,
        reviewed_by: actor.personId,
        reviewed_at: kernel.clock.now(),
      })
      .execute()
    await updateDocument(db, organisationId, { review_on: reviewOn })
    record({
      verb: 'plan-document.reviewed',
      subject: { type: 'plan-document', id: organisationId },
      before: { reviewOn: row.review_on },
      after: { outcome: input.outcome, words, number: row.in_force, reviewOn },
    })
    const made = (await selectReviews(db, organisationId, id))[0]
    if (made === undefined) throw new Refusal('record.not-found')
    return made
  })
}

async function selectReviews(db: Db, organisationId: string, id: string | null = null): Promise<ShownReview[]> {
  const rows = await db
    .selectFrom('strategy_document_reviews as r')
    .leftJoin('organisation_people as p', (join) =>
      join.onRef('p.organisation_id', '=', 'r.organisation_id').onRef('p.id', '=', 'r.reviewed_by'),
    )
    .selectAll('r')
    .select('p.name as reviewed_by_name')
    .where('r.organisation_id', '=', organisationId)
    .where(id === null ? sql<boolean>`true` : sql<boolean>`r.id = ${id}`)
    .orderBy('r.id', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    dueOn: row.due_on,
    outcome: row.outcome === 'holds' ? 'holds' : 'to-change',
    words: row.words,
    reviewedAt: row.reviewed_at.toISOString(),
    reviewedBy: person(row.reviewed_by, row.reviewed_by_name),
  }))
}
