import { sql, type RawBuilder } from 'kysely'
import type { REVIEW_CAUSES, REVIEW_SUBJECTS } from '#contract/cascade.ts'
import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { change } from '#server/kernel/events/change.ts'
import { readIdCursor } from '#server/kernel/http/id-cursor.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import { pageOf } from '#server/kernel/http/page.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { may } from '#server/features/organisation/index.ts'
import type { CascadeInput } from '../input.ts'

interface ReviewRow {
  readonly id: string
  readonly subjectType: (typeof REVIEW_SUBJECTS)[number]
  readonly subjectId: string
  readonly title: string
  readonly ownerId: string | null
  readonly ownerName: string | null
  readonly causeType: (typeof REVIEW_CAUSES)[number]
  readonly causeId: string
  readonly causeTitle: string
  readonly before: Record<string, unknown>
  readonly after: Record<string, unknown>
  readonly markedBy: string
  readonly markedAt: Date
  readonly clearedAt: Date | null
  readonly clearedBy: string | null
  readonly clearedName: string | null
  readonly outcome: 'holds' | 'adapted' | null
  readonly word: string
  readonly version: number
}

/** Marks whose record is still there, by the id that they were given. */
async function selectReviews(
  db: Db,
  organisationId: string,
  { where, limit }: { readonly where: RawBuilder<unknown>; readonly limit: number },
): Promise<ReviewRow[]> {
  const org = organisationId
  const { rows } = await sql<ReviewRow>`
    select r.id, r.subject_type as "subjectType", r.subject_id as "subjectId", s.title, s.owner_id as "ownerId", who.name as "ownerName",
      r.cause_type as "causeType", r.cause_id as "causeId", coalesce(o.title, g.title, p.title, '') as "causeTitle", r.before, r.after,
      r.marked_by as "markedBy", r.marked_at as "markedAt", r.cleared_at as "clearedAt", r.cleared_by as "clearedBy", clearer.name as "clearedName",
      r.outcome, r.word, r.version
    from strategy_reviews r
    join lateral (
      select title, owner_id from strategy_objectives where organisation_id = ${org} and r.subject_type = 'objective' and id = r.subject_id and removed_at is null
      union all select title, owner_id from strategy_goals where organisation_id = ${org} and r.subject_type = 'goal' and id = r.subject_id and removed_at is null
      union all select title, owner_id from strategy_plans where organisation_id = ${org} and r.subject_type = 'plan' and id = r.subject_id and removed_at is null
      union all select title, owner_id from strategy_tasks where organisation_id = ${org} and r.subject_type = 'task' and id = r.subject_id and removed_at is null
      union all select title, owner_id from content_campaigns where organisation_id = ${org} and r.subject_type = 'campaign' and id = r.subject_id and removed_at is null
    ) s on true
    left join strategy_objectives o on o.organisation_id = ${org} and r.cause_type = 'objective' and o.id = r.cause_id
    left join strategy_goals g on g.organisation_id = ${org} and r.cause_type = 'goal' and g.id = r.cause_id
    left join strategy_plans p on p.organisation_id = ${org} and r.cause_type = 'plan' and p.id = r.cause_id
    left join organisation_people who on who.organisation_id = ${org} and who.id = s.owner_id
    left join organisation_people clearer on clearer.organisation_id = ${org} and clearer.id = r.cleared_by
    where r.organisation_id = ${org} and ${where} order by r.id desc limit ${limit}`.execute(db)
  return rows
}

/** Whoever owns a record answers for it; where nobody does, and above all of them, those who may approve plans. */
function mayClear(actor: Actor, row: ReviewRow): boolean {
  if (row.clearedAt !== null || !may(actor, 'plans.change').allowed) return false
  return (actor.personId !== null && row.ownerId === actor.personId) || may(actor, 'plans.approve').allowed
}

function showReview(actor: Actor, row: ReviewRow) {
  const { clearedAt, outcome } = row
  const person = (id: string | null, name: string | null) => (id !== null && name !== null ? { id, name } : null)
  return {
    id: row.id,
    subject: { type: row.subjectType, id: row.subjectId, title: row.title, owner: person(row.ownerId, row.ownerName) },
    cause: { type: row.causeType, id: row.causeId, title: row.causeTitle },
    before: row.before,
    after: row.after,
    markedBy: row.markedBy,
    markedAt: row.markedAt.toISOString(),
    cleared:
      clearedAt === null || outcome === null
        ? null
        : { at: clearedAt.toISOString(), by: person(row.clearedBy, row.clearedName), outcome, word: row.word },
    mayClear: mayClear(actor, row),
    version: row.version,
  }
}

/** What changes above have put up for review. `mine`: what the caller owns. */
export function listReviews(kernel: Kernel, actor: Actor, request: CascadeInput<'reviews'>) {
  const { organisationId, personId } = actor
  const after = readIdCursor(request)
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const { subjectId, causeId, open, mine } = request
    const where = sql`true
      ${after === null ? sql`` : sql`and r.id < ${after}`}
      ${subjectId === undefined ? sql`` : sql`and r.subject_id = ${subjectId}`}
      ${causeId === undefined ? sql`` : sql`and r.cause_id = ${causeId}`}
      ${open === undefined ? sql`` : open ? sql`and r.cleared_at is null` : sql`and r.cleared_at is not null`}
      ${mine === true ? sql`and s.owner_id = ${personId}` : sql``}`
    const rows = await selectReviews(db, organisationId, { where, limit: request.limit + 1 })
    return pageOf(
      rows,
      request,
      (row) => [row.id],
      (row) => showReview(actor, row),
    )
  })
}

/** Answers a mark with a word. Refuses what was answered before, and those who do not answer for the record. */
export function clearReview(
  kernel: Kernel,
  context: RequestContext,
  { id, outcome, word }: CascadeInput<'clearReview'>,
) {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    await sql`select id from strategy_reviews where organisation_id = ${organisationId} and id = ${id} for update`.execute(
      db,
    )
    const find = async () => (await selectReviews(db, organisationId, { where: sql`r.id = ${id}`, limit: 1 }))[0]
    const row = await find()
    if (row === undefined) throw new Refusal('record.not-found')
    expectVersion(context, row.version)
    if (row.clearedAt !== null) throw new Refusal('review.cleared')
    if (!mayClear(actor, row)) throw new Refusal('review.not-owner')
    await db
      .updateTable('strategy_reviews')
      .set({
        cleared_at: kernel.clock.now(),
        cleared_by: actor.personId,
        outcome,
        word: word.trim(),
        version: sql`version + 1`,
      })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .execute()
    record({
      verb: 'review.cleared',
      subject: { type: row.subjectType, id: row.subjectId, title: row.title },
      before: null,
      after: { outcome, word: word.trim(), causeId: row.causeId },
    })
    const next = await find()
    if (next === undefined) throw new Refusal('record.not-found')
    return showReview(actor, next)
  })
}
